import { Badge } from '@mantine/core'
import Link from 'next/link'
import { Sheet } from '../_shell/body'
import type { Outputs } from '../_shell/trpc'
import { When } from '../_shell/when'
import { TableChips } from './table-chips'
import classes from './versions.module.css'

interface VersionTableProps {
  policy: string
  versions: Outputs['versions']['list']
}

/** The versions, a row each. */
export function VersionTable({ policy, versions }: VersionTableProps) {
  return (
    <Sheet label="Versions">
      <table>
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">Published</th>
            <th scope="col">Note</th>
            <th scope="col">Tables, by tier</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(version => (
            <tr key={version.number}>
              <td className={classes.number}>
                <Link href={`/policies/${policy}/versions/${version.number}`}>Version {version.number}</Link>
                {version.inForce && (
                  <Badge color="ok" variant="light" size="sm" tt="none" fw={550}>
                    in force
                  </Badge>
                )}
              </td>
              <td className={classes.published}>
                <When at={version.publishedAt} exact />
                {version.publishedBy && <span className={classes.by}>by {version.publishedBy}</span>}
              </td>
              <td className={classes.note}>{version.note || <span className={classes.by}>—</span>}</td>
              <td>
                <TableChips
                  tables={version.tables}
                  href={tier =>
                    `/policies/${policy}/versions/${version.number}?tier=${encodeURIComponent(tier)}`
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}
