import { Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import {
  IconDownload,
  IconFileTypeCsv,
  IconFileTypePdf,
  IconJson,
  IconPhoto,
  IconPrinter,
  IconSvg,
  IconTable,
} from '@tabler/icons-react'
import { saveFile } from '@/app/_shell/save-file'
import type { Artifact } from '@/compiler/runtime/artifact'
import { canonicalJson } from '@/compiler/runtime/canonical-json'
import type { ChartDrawing } from '../../paper/chart-drawing'
import type { Edition } from '../../paper/edition'
import { savePng, saveSvg } from '../../paper/picture-files'
import { chartSheet, type Printable, type Seen, tableSheet, wholeSheet } from '../../paper/policy-sheets'
import { print } from '../../paper/print'
import { BarButton } from './bar-button'
import { tableCsv } from './table-csv'

interface ExportMenuProps {
  artifact: Artifact
  paper: () => Printable
  seen: Seen
}

const ICON = { size: 15, stroke: 1.6 }

function failed(error: unknown) {
  notifications.show({
    color: 'err',
    title: 'The chart was not saved',
    message: error instanceof Error ? error.message : String(error),
  })
}

/** The tables and the chart as files, and on paper. */
export function ExportMenu({ artifact, paper, seen }: ExportMenuProps) {
  const name = () => `${paper().of.file}.${artifact.tier}`
  const chart = (save: (drawing: ChartDrawing, of: Edition) => unknown) => async () => {
    const { of, drawing } = paper()
    const drawn = drawing()
    if (drawn) await Promise.resolve(save(drawn, of)).catch(failed)
  }
  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <BarButton leftSection={<IconDownload size={15} stroke={1.7} />}>Export</BarButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>This tier’s table, all its rows</Menu.Label>
        <Menu.Item
          leftSection={<IconFileTypeCsv {...ICON} />}
          onClick={() =>
            saveFile(`${name()}.csv`, tableCsv(artifact, paper().handbook), 'text/csv;charset=utf-8')
          }
        >
          Table as CSV
        </Menu.Item>
        <Menu.Item
          leftSection={<IconJson {...ICON} />}
          onClick={() => saveFile(`${name()}.json`, canonicalJson(artifact), 'application/json')}
        >
          Table as JSON
        </Menu.Item>
        <Menu.Label>The chart</Menu.Label>
        <Menu.Item leftSection={<IconSvg {...ICON} />} onClick={chart(saveSvg)}>
          Chart as SVG
        </Menu.Item>
        <Menu.Item leftSection={<IconPhoto {...ICON} />} onClick={chart(savePng)}>
          Chart as PNG
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileTypePdf {...ICON} />}
          onClick={chart((drawing, of) => print(chartSheet(of, drawing)))}
        >
          Chart as PDF, by printing
        </Menu.Item>
        <Menu.Label>On paper</Menu.Label>
        <Menu.Item leftSection={<IconTable {...ICON} />} onClick={() => print(tableSheet(paper(), seen))}>
          Print the rows shown
        </Menu.Item>
        <Menu.Item leftSection={<IconPrinter {...ICON} />} onClick={() => print(wholeSheet(paper()))}>
          Print the chart and all tables
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
