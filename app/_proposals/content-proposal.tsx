import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { Body } from '../_shell/body'
import { saveJson } from '../_shell/save-file'
import { When } from '../_shell/when'
import { FindingsThen } from './findings-then'
import { OutcomeBadge } from './outcome-badge'
import type { ContentProposal as Proposal } from './proposal'
import { ProposalActions } from './proposal-actions'
import { ProposalPeople } from './proposal-people'
import { ProposalSteps } from './proposal-steps'
import { WhatChanges } from './what-changes'
import { WhatHandbookChanges } from './what-handbook-changes'

/** A draft that somebody asks others to agree to. */
export function ContentProposal({ proposal }: { proposal: Proposal }) {
  const { policy, number, document, note } = proposal
  return (
    <Body
      wide
      title={
        <>
          Proposal {number}
          <OutcomeBadge proposal={proposal} />
        </>
      }
      about={
        <>
          Revision {proposal.revision} of the draft, proposed <When at={proposal.proposedAt} exact /> by{' '}
          {proposal.proposedBy.name}
          {note && <>. “{note}”</>}
        </>
      }
      actions={
        <Button
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.6} />}
          onClick={() => saveJson(`${policy.name}.proposal-${number}.json`, document)}
        >
          Download it
        </Button>
      }
    >
      <ProposalSteps proposal={proposal} />
      <ProposalActions proposal={proposal} />
      <ProposalPeople proposal={proposal} />
      <FindingsThen findings={proposal.findings} />
      {proposal.of === 'policy' ? (
        <WhatChanges proposal={proposal} />
      ) : (
        <WhatHandbookChanges proposal={proposal} />
      )}
    </Body>
  )
}
