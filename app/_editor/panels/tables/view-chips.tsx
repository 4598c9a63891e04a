import { UnstyledButton } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { Artifact, ArtifactRow } from '@/compiler/runtime/artifact'
import type { Names } from '@/compiler/words/decision-words'
import { factWords } from '../words/case-words'
import { type Column, emptyWords } from './columns'
import classes from './tables.module.css'
import type { View } from './view'

interface ViewChipsProps {
  columns: readonly Pick<Column, 'key' | 'title'>[]
  names: Names
  artifact: Artifact
  through: { rows: ReadonlySet<ArtifactRow>; title: string } | null
  view: View
  onView: (change: Partial<View>) => void
}

/** What of the tables is left out, and by what they are grouped: each a word that is taken back by pressing it. */
export function ViewChips({ columns, names, artifact, through, view, onView }: ViewChipsProps) {
  const titleOf = (key: string) => columns.find(column => column.key === key)?.title ?? key
  const without = <T,>(record: Record<string, T>, key: string) =>
    Object.fromEntries(Object.entries(record).filter(([each]) => each !== key))
  const texts = (key: string, list: readonly string[]) =>
    list.length === 0
      ? 'none of them'
      : list.length > 3
        ? `${list.length} of them`
        : list.map(text => text || emptyWords(key)).join(', ')
  const handbook = { facts: artifact.facts, actions: names.actions ?? {}, tiers: names.tiers ?? [] }

  const chips = [
    ...Object.entries(view.facts)
      .filter(([id]) => id in artifact.facts)
      .map(([id, value]) => ({
        key: `case ${id}`,
        words: `Case: ${factWords(id, value, handbook as never, artifact.timeZone)}`,
        undo: { facts: without(view.facts, id) },
      })),
    ...Object.entries(view.only).map(([key, list]) => ({
      key: `only ${key}`,
      words: `${titleOf(key)}: ${texts(key, list)}`,
      undo: { only: without(view.only, key) },
    })),
    ...(view.group === null
      ? []
      : [{ key: 'group', words: `Grouped by ${titleOf(view.group)}`, undo: { group: null } }]),
    ...(view.hidden.length === 0
      ? []
      : [
          {
            key: 'hidden',
            words: `${view.hidden.length} ${view.hidden.length === 1 ? 'column' : 'columns'} hidden`,
            undo: { hidden: [] },
          },
        ]),
    ...(view.through && through
      ? [{ key: 'through', words: `Only through ${through.title}`, undo: { through: false } }]
      : []),
  ]
  if (chips.length === 0 && !through) return null
  return (
    <div className={classes.chips}>
      {chips.map(({ key, words, undo }) => (
        <UnstyledButton
          key={key}
          className={classes.chip}
          aria-label={`${words}: take back`}
          onClick={() => onView(undo)}
        >
          {words}
          <IconX size={12} aria-hidden />
        </UnstyledButton>
      ))}
      {through && !view.through && (
        <span className={classes.through}>
          {through.rows.size} {through.rows.size === 1 ? 'row goes' : 'rows go'} through {through.title}.{' '}
          {through.rows.size > 0 && (
            <UnstyledButton className={classes.link} onClick={() => onView({ through: true })}>
              Show only {through.rows.size === 1 ? 'that one' : 'those'}
            </UnstyledButton>
          )}
        </span>
      )}
    </div>
  )
}
