'use client'

import { useQuery } from '@tanstack/react-query'
import { Body } from '../_shell/body'
import { Frame } from '../_shell/frame'
import { Trouble } from '../_shell/trouble'
import { useTRPC } from '../_shell/trpc'
import { Waiting } from '../_shell/waiting'
import { AuthorityToday } from './authority-today'
import { Changes } from './changes'
import { Guardrails } from './guardrails'
import { WaitingForApproval } from './waiting-for-approval'

/** What an auditor looks at first: what is new, what is asked for, and what holds today. */
export function Overview() {
  const trpc = useTRPC()
  const overview = useQuery(trpc.audit.overview.queryOptions())
  return (
    <Frame>
      <Body
        title="Overview"
        about="What changed since you last looked, what waits for approval, and what holds today."
      >
        {overview.isPending && <Waiting>Loading the overview</Waiting>}
        {overview.error && (
          <Trouble
            title="The overview did not load"
            error={overview.error}
            retry={() => overview.refetch()}
          />
        )}
        {overview.data && (
          <>
            <Changes overview={overview.data} />
            <WaitingForApproval waiting={overview.data.waiting} />
            <Guardrails inForce={overview.data.inForce} />
            <AuthorityToday inForce={overview.data.inForce} />
          </>
        )}
      </Body>
    </Frame>
  )
}
