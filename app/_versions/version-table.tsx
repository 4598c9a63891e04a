'use client'

import { Badge, Button, Checkbox, VisuallyHidden } from '@mantine/core'
import Link from 'next/link'
import { useState } from 'react'
import { compareAddress } from '../_compare/side'
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
  const [picked, setPicked] = useState<number[]>([])
  // A third one takes the place of the one that was picked first.
  const pick = (number: number) =>
    setPicked(before =>
      before.includes(number) ? before.filter(each => each !== number) : [...before, number].slice(-2),
    )
  return (
    <>
      {versions.length > 1 && <ComparePicked policy={policy} picked={picked} />}
      <Sheet label="Versions">
        <table>
          <thead>
            <tr>
              {versions.length > 1 && (
                <th scope="col">
                  <VisuallyHidden>Picked</VisuallyHidden>
                </th>
              )}
              <th scope="col">Version</th>
              <th scope="col">Published</th>
              <th scope="col">Note</th>
              <th scope="col">Tables, by tier</th>
              <th scope="col">Compare</th>
            </tr>
          </thead>
          <tbody>
            {versions.map((version, i) => (
              <tr key={version.number}>
                {versions.length > 1 && (
                  <td className={classes.picked}>
                    <Checkbox
                      size="xs"
                      aria-label={`Pick version ${version.number} to compare`}
                      checked={picked.includes(version.number)}
                      onChange={() => pick(version.number)}
                    />
                  </td>
                )}
                <td className={classes.number}>
                  <Link href={`/policies/${policy}/versions/${version.number}`}>
                    Version {version.number}
                  </Link>
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
                <td className={classes.compare}>
                  <CompareLinks policy={policy} number={version.number} before={versions[i + 1]?.number} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sheet>
    </>
  )
}

/** Says how two versions are compared, and does it once two are picked: the older one is what was. */
function ComparePicked({ policy, picked }: { policy: string; picked: readonly number[] }) {
  const [older, newer] = [...picked].sort((a, b) => a - b)
  return (
    <p className={classes.pick}>
      {older !== undefined && newer !== undefined ? (
        <Button component={Link} href={compareAddress(policy, older, newer)} variant="default">
          Compare versions {older} and {newer}
        </Button>
      ) : (
        `Pick ${picked.length === 0 ? 'two versions' : 'another version'} to compare them.`
      )}
    </p>
  )
}

interface CompareLinksProps {
  policy: string
  number: number
  /** The version published just before it; there is none before the first. */
  before: number | undefined
}

/** With the version before it, and with the draft: what it changed, and what has changed since. */
function CompareLinks({ policy, number, before }: CompareLinksProps) {
  return (
    <>
      {before !== undefined && (
        <Link
          href={compareAddress(policy, before, number)}
          aria-label={`Compare version ${number} with version ${before}`}
        >
          with version {before}
        </Link>
      )}
      <Link
        href={compareAddress(policy, number, 'draft')}
        aria-label={`Compare the draft with version ${number}`}
      >
        with the draft
      </Link>
    </>
  )
}
