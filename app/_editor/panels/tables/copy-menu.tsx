import { Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCheck, IconCopy, IconMarkdown, IconTable } from '@tabler/icons-react'
import { useState } from 'react'
import { BarButton } from './bar-button'
import type { Column } from './columns'
import { gridOf, toMarkdown, toTsv } from './grid-text'
import type { ShownTable } from './view'

interface CopyMenuProps {
  shown: readonly ShownTable[]
  columns: readonly Pick<Column, 'key' | 'title'>[]
}

/** Copies what is shown: the rows that were filtered, without the columns that are hidden. */
export function CopyMenu({ shown, columns }: CopyMenuProps) {
  const [copied, setCopied] = useState(false)
  const copy = async (text: (grid: string[][]) => string) => {
    try {
      await navigator.clipboard.writeText(text(gridOf(shown, columns)))
      setCopied(true)
      setTimeout(() => setCopied(false), 2000)
    } catch {
      notifications.show({
        color: 'err',
        title: 'Not copied',
        message: 'The browser did not let it be copied. Save it as CSV instead.',
      })
    }
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <BarButton leftSection={copied ? <IconCheck size={15} /> : <IconCopy size={15} stroke={1.7} />}>
          {copied ? 'Copied' : 'Copy'}
        </BarButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>The rows and columns shown</Menu.Label>
        <Menu.Item leftSection={<IconTable size={15} stroke={1.6} />} onClick={() => copy(toTsv)}>
          For a spreadsheet
        </Menu.Item>
        <Menu.Item leftSection={<IconMarkdown size={15} stroke={1.6} />} onClick={() => copy(toMarkdown)}>
          As Markdown
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
