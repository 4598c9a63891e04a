import { Body } from '../_shell/body'
import { When } from '../_shell/when'
import { OutcomeBadge } from './outcome-badge'
import type { ApprovalsProposal as Proposal } from './proposal'
import classes from './proposal.module.css'
import { ProposalActions } from './proposal-actions'
import { ProposalPeople } from './proposal-people'
import { approvalsInWords } from './words'

/** Fewer approvals from then on: it takes as many as were needed until now. */
export function ApprovalsProposal({ proposal }: { proposal: Proposal }) {
  const { number, note, approvalsNeeded, policy, needed, outcome } = proposal
  return (
    <Body
      title={
        <>
          Proposal {number}
          <OutcomeBadge proposal={proposal} />
        </>
      }
      about={
        <>
          Proposed <When at={proposal.proposedAt} exact /> by {proposal.proposedBy.name}
          {note && <>. “{note}”</>}
        </>
      }
    >
      <p className={classes.statement}>
        “{policy.title}” is to need <b>{approvalsInWords(approvalsNeeded)}</b> for a new version
        {outcome === null && (
          <>
            , where it needs {needed} today. This holds by itself once {approvalsInWords(needed)} stand.
          </>
        )}
        {outcome !== null && '.'}
      </p>
      <ProposalActions proposal={proposal} />
      <ProposalPeople proposal={proposal} />
    </Body>
  )
}
