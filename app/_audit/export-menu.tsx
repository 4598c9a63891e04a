import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconDownload } from '@tabler/icons-react'
import { exportAddress, type Filter } from './filters'

/** The log as a file: all of it, which can be verified, or what is shown. */
export function ExportMenu({ filter }: { filter: Filter }) {
  const filtered = Object.keys(filter).length > 0
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.6} />}
          rightSection={<IconChevronDown size={14} stroke={1.6} />}
        >
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>The whole log</Menu.Label>
        <Menu.Item component="a" href={exportAddress('jsonl')} download>
          JSON Lines, which can be verified
        </Menu.Item>
        <Menu.Item component="a" href={exportAddress('csv')} download>
          CSV, for a spreadsheet
        </Menu.Item>
        {filtered && (
          <>
            <Menu.Label>What is shown</Menu.Label>
            <Menu.Item component="a" href={exportAddress('jsonl', filter)} download>
              JSON Lines
            </Menu.Item>
            <Menu.Item component="a" href={exportAddress('csv', filter)} download>
              CSV, for a spreadsheet
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
