import { Button, Checkbox, Popover, TextInput, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconEyeOff, IconFilterFilled, IconLayoutRows } from '@tabler/icons-react'
import { memo, useMemo, useState } from 'react'
import classes from './column-head.module.css'
import { type Column, emptyWords } from './columns'
import type { WordedTable } from './table-rows'
import { textsOf, type View } from './view'

/** More than these are found by typing. */
const MOST = 200

export interface ColumnHeadProps {
  column: Column
  tables: readonly WordedTable[]
  view: View
  onView: (change: Partial<View>) => void
}

/** The head of a column; pressed, what can be done with it: only some of its rows, groups by it, out of sight. */
export const ColumnHead = memo(function ColumnHead({
  column: { key, title },
  tables,
  view,
  onView,
}: ColumnHeadProps) {
  const [opened, setOpened] = useState(false)
  const filtered = view.only[key] !== undefined
  const act = (change: Partial<View>) => {
    setOpened(false)
    onView(change)
  }
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={260}
      position="bottom-start"
      trapFocus
      returnFocus
      withinPortal
      shadow="md"
    >
      <Popover.Target>
        <UnstyledButton
          className={classes.head}
          data-filtered={filtered || undefined}
          onClick={() => setOpened(!opened)}
        >
          <span>{title}</span>
          {filtered ? (
            <IconFilterFilled size={12} aria-label="filtered" />
          ) : (
            <IconChevronDown size={12} aria-hidden />
          )}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={8} aria-label={`Column ${title}`}>
        <div className={classes.acts}>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            justify="start"
            leftSection={<IconLayoutRows size={14} />}
            onClick={() => act({ group: view.group === key ? null : key })}
          >
            {view.group === key ? 'Do not group by it' : 'Group rows by it'}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            justify="start"
            leftSection={<IconEyeOff size={14} />}
            onClick={() => act({ hidden: [...view.hidden, key] })}
          >
            Hide the column
          </Button>
        </div>
        {opened && <Texts column={key} tables={tables} view={view} onView={onView} />}
      </Popover.Dropdown>
    </Popover>
  )
})

/** Everything that the column says, to be ticked. */
function Texts({
  column,
  tables,
  view: { only },
  onView,
}: Omit<ColumnHeadProps, 'column'> & { column: string }) {
  const [search, setSearch] = useState('')
  const counts = useMemo(() => textsOf(tables, column), [tables, column])
  const all = [...counts.keys()]
  const ticked = new Set(only[column] ?? all)
  const wanted = all.filter(text => text.toLowerCase().includes(search.toLowerCase()))
  const set = (texts: readonly string[]) => {
    const { [column]: _, ...others } = only
    onView({ only: texts.length === all.length ? others : { ...others, [column]: [...texts] } })
  }
  return (
    <fieldset className={classes.texts}>
      <legend className={classes.legend}>Only rows that say</legend>
      {all.length > 8 && (
        <TextInput
          size="xs"
          aria-label="Find what the column says"
          placeholder={`Find among ${all.length}`}
          value={search}
          onChange={event => setSearch(event.currentTarget.value)}
        />
      )}
      <div className={classes.list}>
        {wanted.slice(0, MOST).map(text => (
          <Checkbox
            key={text}
            size="xs"
            label={
              <>
                {text || emptyWords(column)} <span className={classes.count}>{counts.get(text)}</span>
              </>
            }
            checked={ticked.has(text)}
            onChange={event =>
              set(all.filter(each => (each === text ? event.currentTarget.checked : ticked.has(each))))
            }
          />
        ))}
        {wanted.length > MOST && (
          <span className={classes.count}>{wanted.length - MOST} more: type to find them</span>
        )}
        {wanted.length === 0 && <span className={classes.count}>Nothing in the column says that.</span>}
      </div>
      <div className={classes.foot}>
        <Button
          variant="subtle"
          size="compact-xs"
          disabled={ticked.size === all.length}
          onClick={() => set(all)}
        >
          All of them
        </Button>
        <Button variant="subtle" size="compact-xs" onClick={() => set(search ? wanted : [])}>
          {search ? 'Only those found' : 'None'}
        </Button>
      </div>
    </fieldset>
  )
}
