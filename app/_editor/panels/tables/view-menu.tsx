import { Checkbox, Popover, Select } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useState } from 'react'
import { BarButton } from './bar-button'
import type { Column } from './columns'
import classes from './tables.module.css'
import type { View } from './view'

interface ViewMenuProps {
  columns: readonly Pick<Column, 'key' | 'title'>[]
  view: View
  onView: (change: Partial<View>) => void
}

/** Which columns are shown, and by which of them rows stand together. */
export function ViewMenu({ columns, view, onView }: ViewMenuProps) {
  const [opened, setOpened] = useState(false)
  const set = (key: string, shown: boolean) =>
    onView({ hidden: shown ? view.hidden.filter(each => each !== key) : [...view.hidden, key] })
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={260}
      position="bottom-end"
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <BarButton leftSection={<IconColumns3 size={15} stroke={1.7} />} onClick={() => setOpened(!opened)}>
          Columns
        </BarButton>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns and groups">
        <Select
          size="xs"
          label="Group rows by"
          data={columns.map(({ key, title }) => ({ value: key, label: title }))}
          value={view.group}
          placeholder="Not grouped"
          clearable
          comboboxProps={{ withinPortal: false }}
          onChange={group => onView({ group })}
        />
        <fieldset className={classes.columns}>
          <legend>Columns shown</legend>
          {columns.map(({ key, title }) => (
            <Checkbox
              key={key}
              size="xs"
              label={title}
              checked={!view.hidden.includes(key)}
              onChange={event => set(key, event.currentTarget.checked)}
            />
          ))}
        </fieldset>
      </Popover.Dropdown>
    </Popover>
  )
}
