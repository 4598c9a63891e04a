import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { useEditor } from '../../document/store'
import classes from './inspector.module.css'

interface ListToolsProps {
  /** What is moved or removed, for screen readers. */
  label: string
  onUp?: (() => void) | false
  onDown?: (() => void) | false
  onRemove?: (() => void) | false
  /** Says that the list has an order at all: then the arrows stand there, pressable or not. */
  ordered?: boolean
}

/** Up, down and remove, for one row of a list. */
export function ListTools({ label, onUp, onDown, onRemove, ordered }: ListToolsProps) {
  if (useEditor(state => state.readOnly)) return null
  const tool = (name: string, Icon: typeof IconX, run: (() => void) | false | undefined) => (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={24}
      className={classes.tool}
      aria-label={`${name} ${label}`}
      title={name}
      disabled={!run}
      onClick={run || undefined}
    >
      <Icon size={14} />
    </ActionIcon>
  )
  return (
    <span className={classes.tools}>
      {ordered && tool('Move up', IconArrowUp, onUp)}
      {ordered && tool('Move down', IconArrowDown, onDown)}
      {onRemove && tool('Remove', IconX, onRemove)}
    </span>
  )
}

/** The list with the item at `from` at `to` instead. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list]
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}
