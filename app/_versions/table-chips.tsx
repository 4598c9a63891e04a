import { Tooltip } from '@mantine/core'
import Link from 'next/link'
import { tierColours } from '../_shell/palette'
import type { Outputs } from '../_shell/trpc'
import { rowCount, shortHash } from './table-words'
import classes from './versions.module.css'

interface TableChipsProps {
  tables: Outputs['versions']['list'][number]['tables']
  href: (tier: string) => string
}

/** A version's tables: the tier in its colour, the number of rows, and the beginning of the hash. */
export function TableChips({ tables, href }: TableChipsProps) {
  return (
    <ul className={classes.chips}>
      {tables.map((table, i) => {
        const { colour, soft } = tierColours(i)
        return (
          <li key={table.tier}>
            <Link className={classes.chip} href={href(table.tier)}>
              <b style={{ color: colour, background: soft }}>{table.tier}</b>
              <span>{rowCount(table.rows)}</span>
              <Tooltip label={<code className={classes.whole}>{table.hash}</code>} maw={420}>
                <code>{shortHash(table.hash)}</code>
              </Tooltip>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
