import { Tooltip, UnstyledButton } from '@mantine/core'
import { IconTable } from '@tabler/icons-react'
import { keysOf } from '../commands/keys'
import { COMMANDS } from '../commands/registry'
import { useEditorStore } from '../document/store'
import classes from './card.module.css'

/** Opens a question's answers as a table. For the mouse: the keyboard has a command for it. */
export function TableButton({ question }: { question: string }) {
  const store = useEditorStore()
  const { title, shortcuts } = COMMANDS.openTable
  return (
    <Tooltip
      label={`${title} (${keysOf(shortcuts[0]!).join(' ')})`}
      events={{ hover: true, focus: false, touch: false }}
    >
      <UnstyledButton
        className={`nodrag ${classes.table}`}
        aria-hidden
        tabIndex={-1}
        onClick={event => {
          event.stopPropagation()
          store.getState().select({ nodes: [question] })
          store.getState().showPanel('inspector')
          store.getState().openTable(question)
        }}
        onDoubleClick={event => event.stopPropagation()}
      >
        <IconTable size={14} stroke={1.7} />
      </UnstyledButton>
    </Tooltip>
  )
}
