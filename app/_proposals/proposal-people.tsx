import { Badge } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { When } from '../_shell/when'
import type { Proposal } from './proposal'
import classes from './proposal.module.css'

/** Whose hands it went through, who agrees, and to exactly which content. */
export function ProposalPeople({ proposal }: { proposal: Proposal }) {
  const { editors, approvals, hash, kind, reason, closedBy, closedAt } = proposal
  return (
    <dl className={classes.people}>
      <div>
        <dt>{kind === 'content' ? 'Edited by' : 'Proposed by'}</dt>
        <dd>
          <ul className={classes.names}>
            {editors.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
          <p className={classes.quiet}>Whoever had a hand in it cannot approve it.</p>
        </dd>
      </div>
      <div>
        <dt>Approved by</dt>
        <dd>
          {approvals.length === 0 && <p className={classes.quiet}>Nobody yet.</p>}
          <ul className={classes.approvals}>
            {approvals.map(approval => (
              <Approval key={approval.by.id + approval.at} approval={approval} kind={kind} />
            ))}
          </ul>
        </dd>
      </div>
      <div>
        <dt>What is approved</dt>
        <dd>
          <code className={classes.hash}>
            <IconFingerprint size={15} stroke={1.6} aria-hidden /> {hash}
          </code>
          <p className={classes.quiet}>The hash of the content: one byte more or less, and it is another.</p>
        </dd>
      </div>
      {reason && closedAt && (
        <div>
          <dt>
            {proposal.outcome === 'returned' ? 'Sent back' : 'Withdrawn'} by {closedBy}
          </dt>
          <dd>
            “{reason}”
            <p className={classes.quiet}>
              <When at={closedAt} exact />
            </p>
          </dd>
        </div>
      )}
    </dl>
  )
}

interface ApprovalProps {
  approval: Proposal['approvals'][number]
  kind: Proposal['kind']
}

function Approval({ approval: { by, at, note, comparedWith, takenBackAt, counts }, kind }: ApprovalProps) {
  return (
    <li>
      <b>{by.name}</b> <When at={at} exact />
      {kind === 'content' && (
        <span className={classes.quiet}>
          {comparedWith === null ? ', as the first version' : `, compared with version ${comparedWith}`}
        </span>
      )}{' '}
      {takenBackAt && (
        <Badge color="gray" variant="light" size="sm" tt="none" fw={550}>
          taken back
        </Badge>
      )}
      {!takenBackAt && !counts && (
        <Badge color="warn" variant="light" size="sm" tt="none" fw={550}>
          does not count: no right to approve
        </Badge>
      )}
      {note && <p>“{note}”</p>}
    </li>
  )
}
