'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { Frame } from '../_shell/frame'
import { PolicyRail } from '../_shell/policy-rail'
import { Trouble } from '../_shell/trouble'
import { errorCode, useTRPC } from '../_shell/trpc'
import { Waiting } from '../_shell/waiting'
import { usePolicyTitle } from '../_versions/policy-title'
import { ApprovalsProposal } from './approvals-proposal'
import { ContentProposal } from './content-proposal'

/** One proposal: how far it has come, who decides, and what it says. */
export function ProposalPage({ policy, number }: { policy: string; number: number }) {
  const trpc = useTRPC()
  const title = usePolicyTitle(policy)
  const versions = `/policies/${policy}/versions`
  // Others decide meanwhile: it is asked for again now and then.
  const proposal = useQuery(trpc.proposals.get.queryOptions({ policy, number }, { refetchInterval: 15_000 }))
  return (
    <Frame
      crumbs={[
        { label: 'Policies', href: '/' },
        { label: title, href: `/policies/${policy}/edit` },
        { label: 'Versions', href: versions },
        { label: `Proposal ${number}` },
      ]}
      rail={<PolicyRail policy={policy} current="versions" />}
    >
      {proposal.isPending && <Waiting>Loading proposal {number}</Waiting>}
      {proposal.error && !proposal.data && <NotThere {...{ policy, number, proposal }} />}
      {proposal.data?.kind === 'content' && <ContentProposal proposal={proposal.data} />}
      {proposal.data?.kind === 'approvals' && <ApprovalsProposal proposal={proposal.data} />}
    </Frame>
  )
}

interface NotThereProps {
  policy: string
  number: number
  proposal: { error: unknown; refetch: () => unknown }
}

function NotThere({ policy, number, proposal: { error, refetch } }: NotThereProps) {
  if (errorCode(error) !== 'NOT_FOUND')
    return <Trouble page title={`Proposal ${number} did not load`} error={error} retry={() => refetch()} />
  return (
    <Trouble page title={`There is no proposal ${number}`}>
      <Link href={`/policies/${policy}/versions`}>See the proposals and versions that there are</Link>
    </Trouble>
  )
}
