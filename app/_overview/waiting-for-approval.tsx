import Link from 'next/link'
import { Sheet } from '../_shell/body'
import { By } from '../_shell/by'
import type { Outputs } from '../_shell/trpc'
import { When } from '../_shell/when'
import classes from './overview.module.css'

/** What somebody proposes and others have not agreed to yet. */
export function WaitingForApproval({ waiting }: { waiting: Outputs['audit']['overview']['waiting'] }) {
  return (
    <section aria-labelledby="waiting" className={classes.section}>
      <h2 id="waiting">Waiting for approval</h2>
      {waiting.length === 0 ? (
        <p>Nothing waits for approval.</p>
      ) : (
        <Sheet label="Waiting for approval">
          <table>
            <thead>
              <tr>
                <th scope="col">Proposal</th>
                <th scope="col">Proposed</th>
                <th scope="col">Approvals</th>
              </tr>
            </thead>
            <tbody>
              {waiting.map(
                ({ policy, title, number, kind, note, proposedAt, proposedBy, approvals, needed }) => (
                  <tr key={`${policy} ${number}`}>
                    <td>
                      <b>{title}</b>
                      <div className={classes.soft}>
                        <Link href={`/policies/${policy}/proposals/${number}`}>Proposal {number}</Link>:{' '}
                        {kind === 'content' ? 'a new version' : 'fewer approvals'}
                      </div>
                      {note && <div>{note}</div>}
                    </td>
                    <td>
                      <When at={proposedAt} />
                      <By name={proposedBy} />
                    </td>
                    <td>
                      {approvals} of {needed}
                    </td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
        </Sheet>
      )}
    </section>
  )
}
