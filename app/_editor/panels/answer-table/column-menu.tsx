// biome-ignore-all lint/a11y/useSemanticElements: only the rows in sight are drawn, each in its place, as table elements cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the cells have the focus, one of them at a time
import { Button, Popover, TextInput, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconChevronDown, IconFilter } from '@tabler/icons-react'
import { memo } from 'react'
import classes from './answer-table.module.css'
import type { Column } from './columns'
import { HoldsFor } from './holds-for'
import type { Filter, Sort } from './view-rows'

interface ColumnMenuProps {
  column: Column
  index: number
  active: boolean
  opened: boolean
  timeZone: string | undefined
  filter: Filter | undefined
  sort: Sort | null
  /** With the place of the column. */
  onOpen: (opened: boolean, index: number) => void
  /** With the key of the column. */
  onFilter: (filter: Filter | undefined, key: string) => void
  onSort: (sort: Sort | null) => void
}

/** The heading of a column: how its rows are sorted and which are shown. */
export const ColumnMenu = memo(function ColumnMenu(props: ColumnMenuProps) {
  const { column, index, active, opened, timeZone, filter, sort, onSort } = props
  const onOpen = (opened: boolean) => props.onOpen(opened, index)
  const onFilter = (filter: Filter | undefined) => props.onFilter(filter, column.key)
  const sorted = sort?.column === column.key ? sort : null
  const set = (part: Filter) => {
    const next = { ...filter, ...part }
    onFilter(next.words || next.holds !== undefined ? next : undefined)
  }
  const Sorted = sorted?.down ? IconArrowDown : IconArrowUp
  const button = (
    <UnstyledButton
      className={classes.title}
      tabIndex={active ? 0 : -1}
      data-row={-1}
      data-column={index}
      aria-label={`${column.title}: sort and filter`}
      title={column.title}
      onClick={() => onOpen(!opened)}
    >
      <span>{column.title}</span>
      {column.is === 'fact' && !column.asked && <em>not asked here</em>}
      {sorted && <Sorted size={13} stroke={2} aria-hidden />}
      {filter && <IconFilter size={13} stroke={2} aria-hidden />}
      {!sorted && !filter && <IconChevronDown size={13} stroke={1.8} aria-hidden className={classes.faint} />}
    </UnstyledButton>
  )
  return (
    <div
      role="columnheader"
      aria-colindex={index + 2}
      aria-sort={sorted ? (sorted.down ? 'descending' : 'ascending') : 'none'}
      className={classes.heading}
      data-filtered={filter !== undefined || undefined}
    >
      {!opened && button}
      {opened && (
        <Popover
          opened
          onChange={onOpen}
          position="bottom-start"
          offset={2}
          width={264}
          trapFocus
          closeOnClickOutside={false}
          shadow="md"
          transitionProps={{ duration: 80 }}
        >
          <Popover.Target>{button}</Popover.Target>
          <Popover.Dropdown className={classes.menu} aria-label={`${column.title}: sort and filter`}>
            <TextInput
              size="xs"
              label="Show rows with the words"
              data-autofocus
              value={filter?.words ?? ''}
              onChange={event => set({ words: event.currentTarget.value || undefined })}
              onKeyDown={event => event.key === 'Enter' && onOpen(false)}
            />
            {column.is === 'fact' && column.fact && (
              <HoldsFor
                fact={column.fact}
                timeZone={timeZone}
                value={filter?.holds}
                onChange={holds => set({ holds })}
                onEnter={() => onOpen(false)}
              />
            )}
            <div className={classes.sorts}>
              <Button
                variant={sorted && !sorted.down ? 'light' : 'default'}
                size="compact-sm"
                aria-pressed={sorted !== null && !sorted.down}
                leftSection={<IconArrowUp size={13} />}
                onClick={() => onSort(sorted && !sorted.down ? null : { column: column.key, down: false })}
              >
                Sort up
              </Button>
              <Button
                variant={sorted?.down ? 'light' : 'default'}
                size="compact-sm"
                aria-pressed={sorted?.down === true}
                leftSection={<IconArrowDown size={13} />}
                onClick={() => onSort(sorted?.down ? null : { column: column.key, down: true })}
              >
                Sort down
              </Button>
            </div>
            <p className={classes.note}>Sorting and filtering change what is shown, not the answers.</p>
            <div className={classes.sorts}>
              <Button
                variant="subtle"
                size="compact-sm"
                disabled={!filter && !sorted}
                onClick={() => {
                  onFilter(undefined)
                  if (sorted) onSort(null)
                }}
              >
                Show all as they are
              </Button>
              <Button size="compact-sm" onClick={() => onOpen(false)}>
                Done
              </Button>
            </div>
          </Popover.Dropdown>
        </Popover>
      )}
    </div>
  )
})
