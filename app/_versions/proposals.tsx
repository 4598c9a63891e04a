import { Button } from '@mantine/core'
import Link from 'next/link'
import { useState } from 'react'
import { proposalAddress } from '../_proposals/address'
import { OutcomeBadge } from '../_proposals/outcome-badge'
import { approvalsInWords } from '../_proposals/words'
import { type Outputs, useTRPC, useTRPCClient } from '../_shell/trpc'
import { usePages } from '../_shell/use-pages'
import { When } from '../_shell/when'
import classes from './proposals.module.css'

type Summary = Outputs['proposals']['list'][number]

/** What is proposed and not decided yet; older proposals on request. */
export function Proposals({ policy }: { policy: string }) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const [all, setAll] = useState(false)
  const proposals = usePages(trpc.proposals.list.queryKey({ policy }), page =>
    client.proposals.list.query({ policy, ...page }),
  )
  const found = proposals.data ?? []
  if (found.length === 0) return null
  const open = found.filter(({ outcome }) => outcome === null)
  const shown = all ? found : open
  return (
    <section className={classes.section} aria-labelledby="proposals">
      <div className={classes.head}>
        <h2 id="proposals">Proposals</h2>
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? 'Only the open ones' : 'Show decided ones'}
        </Button>
      </div>
      {shown.length === 0 && <p className={classes.none}>Nothing waits for approval.</p>}
      {shown.length > 0 && (
        <ul className={classes.list} aria-label="Proposals">
          {shown.map(proposal => (
            <Line key={proposal.number} policy={policy} proposal={proposal} />
          ))}
        </ul>
      )}
      {all && proposals.hasNextPage && (
        <Button
          variant="default"
          size="compact-sm"
          mt="sm"
          loading={proposals.isFetchingNextPage}
          onClick={() => proposals.fetchNextPage()}
        >
          Show older proposals
        </Button>
      )}
    </section>
  )
}

function Line({ policy, proposal }: { policy: string; proposal: Summary }) {
  const { number, note, reason, approvalsNeeded, version } = proposal
  return (
    <li>
      <Link href={proposalAddress(policy, number)}>Proposal {number}</Link>
      <OutcomeBadge proposal={proposal} size="sm" />
      <span className={classes.what}>
        {approvalsNeeded !== null && `${approvalsInWords(approvalsNeeded)} for a new version. `}
        {version !== null && `Version ${version}. `}
        {note && `“${note}” `}
        {reason && `Because: “${reason}”`}
      </span>
      <span className={classes.by}>
        <When at={proposal.proposedAt} /> by {proposal.proposedBy}
      </span>
    </li>
  )
}
