import { VisuallyHidden } from '@mantine/core'
import Link from 'next/link'
import { proposalAddress } from '../_proposals/address'
import { waitsFor } from '../_proposals/words'
import { Sheet } from '../_shell/body'
import { By } from '../_shell/by'
import { When } from '../_shell/when'
import classes from './policies.module.css'
import { PolicyMenu } from './policy-menu'
import type { PolicyLine } from './search'

/** The policies, a row each; the whole row leads to the chart. */
export function PolicyTable({ policies }: { policies: PolicyLine[] }) {
  return (
    <Sheet label="The policies">
      <table>
        <thead>
          <tr>
            <th scope="col">Policy</th>
            <th scope="col">In force</th>
            <th scope="col">Draft</th>
            <th scope="col">
              <VisuallyHidden>Actions</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {policies.map(policy => (
            <tr key={policy.name} className={classes.row}>
              <td className={classes.policy}>
                <Link href={`/policies/${policy.name}/edit`} className={classes.title} data-stop>
                  {policy.title}
                </Link>
                <span className={classes.name}>{policy.name}</span>
              </td>
              <td>
                <InForce policy={policy} />
              </td>
              <td>
                <Draft policy={policy} />
                <Waits policy={policy} />
              </td>
              <td className={classes.menu}>
                <PolicyMenu policy={policy} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}

function InForce({ policy: { inForce, staging } }: { policy: PolicyLine }) {
  if (!inForce && !staging) return <span className={classes.by}>Nothing yet</span>
  return (
    <>
      {inForce && (
        <>
          <div className={classes.fact}>
            <span className={classes.dot} data-tone="ok" aria-hidden />
            Version {inForce.number}
          </div>
          <div className={classes.by}>
            <When at={inForce.since} />
            <By name={inForce.publishedBy} />
          </div>
        </>
      )}
      {staging && staging.number !== inForce?.number && (
        <div className={classes.by}>staging: version {staging.number}</div>
      )}
    </>
  )
}

/** What is proposed and not decided yet; above the row's own link. */
function Waits({ policy: { name, waiting } }: { policy: PolicyLine }) {
  return waiting.map(proposal => (
    <Link key={proposal.number} className={classes.waits} href={proposalAddress(name, proposal.number)}>
      Proposal {proposal.number} {waitsFor(proposal)}
    </Link>
  ))
}

function Draft({ policy: { draft, inForce, changed } }: { policy: PolicyLine }) {
  const tone = inForce && changed ? 'accent' : undefined
  const words = !inForce
    ? 'Not published yet'
    : changed
      ? `Changed since version ${inForce.number}`
      : `Same as version ${inForce.number}`
  return (
    <>
      <div className={classes.fact}>
        {(!inForce || changed) && <span className={classes.dot} data-tone={tone} aria-hidden />}
        {words}
      </div>
      <div className={classes.by}>
        saved <When at={draft.savedAt} />
        <By name={draft.savedBy} />
      </div>
    </>
  )
}
