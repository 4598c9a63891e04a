'use client'

import { Button, Checkbox, VisuallyHidden } from '@mantine/core'
import Link from 'next/link'
import { useState } from 'react'
import { compareAddress } from '../_compare/side'
import { proposalAddress } from '../_proposals/address'
import { Sheet } from '../_shell/body'
import type { Outputs } from '../_shell/trpc'
import { When } from '../_shell/when'
import type { Timeline } from './channels'
import { StandingBadges } from './standing-badges'
import { TableChips } from './table-chips'
import { VersionMenu } from './version-menu'
import classes from './versions.module.css'

interface VersionTableProps {
  policy: string
  versions: Outputs['versions']['list']
  timeline: Timeline
}

/** The versions, a row each. */
export function VersionTable({ policy, versions, timeline }: VersionTableProps) {
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
              <th scope="col">
                <VisuallyHidden>Actions</VisuallyHidden>
              </th>
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
                  <StandingBadges standing={version} size="sm" />
                </td>
                <td className={classes.published}>
                  <When at={version.publishedAt} exact />
                  {version.publishedBy && <span className={classes.by}>by {version.publishedBy}</span>}
                  <Approved policy={policy} version={version} />
                </td>
                <td className={classes.note}>
                  {version.republishes !== null && (
                    <span className={classes.back}>Back to version {version.republishes}. </span>
                  )}
                  {version.note || (version.republishes === null && <span className={classes.by}>—</span>)}
                </td>
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
                <td className={classes.menu}>
                  <VersionMenu policy={policy} number={version.number} timeline={timeline} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sheet>
    </>
  )
}

interface ApprovedProps {
  policy: string
  version: Outputs['versions']['list'][number]
}

/** Who agreed to it, and where that is told in full. */
function Approved({ policy, version: { approvedBy, proposal } }: ApprovedProps) {
  if (approvedBy.length === 0 || proposal === null) return null
  return (
    <span className={classes.by}>
      approved by {approvedBy.join(', ')} (
      <Link href={proposalAddress(policy, proposal)}>proposal {proposal}</Link>)
    </span>
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
