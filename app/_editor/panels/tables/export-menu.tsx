import { Menu } from '@mantine/core'
import { IconDownload, IconFileTypeCsv, IconJson } from '@tabler/icons-react'
import { saveFile } from '@/app/_shell/save-file'
import type { Handbook } from '@/compiler/language/handbook'
import type { Artifact } from '@/compiler/runtime/artifact'
import { canonicalJson } from '@/compiler/runtime/canonical-json'
import { BarButton } from './bar-button'
import { tableCsv } from './table-csv'

interface ExportMenuProps {
  artifact: Artifact
  handbook: Pick<Handbook, 'actions' | 'tiers'>
  /** What the files' names begin with. */
  file: string
}

/** The tables of a tier as files. */
export function ExportMenu({ artifact, handbook, file }: ExportMenuProps) {
  const name = `${file}.${artifact.tier}`
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <BarButton leftSection={<IconDownload size={15} stroke={1.7} />}>Export</BarButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>All rows of this tier</Menu.Label>
        <Menu.Item
          leftSection={<IconFileTypeCsv size={15} stroke={1.6} />}
          onClick={() => saveFile(`${name}.csv`, tableCsv(artifact, handbook), 'text/csv;charset=utf-8')}
        >
          Table as CSV
        </Menu.Item>
        <Menu.Item
          leftSection={<IconJson size={15} stroke={1.6} />}
          onClick={() => saveFile(`${name}.json`, canonicalJson(artifact), 'application/json')}
        >
          Table as JSON
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
