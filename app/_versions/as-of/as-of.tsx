'use client'

import { Button } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { Body } from '../../_shell/body'
import { Empty } from '../../_shell/empty'
import { Frame } from '../../_shell/frame'
import { PolicyRail } from '../../_shell/policy-rail'
import { useTRPC } from '../../_shell/trpc'
import { Waiting } from '../../_shell/waiting'
import { usePolicyTitle } from '../policy-title'
import { PolicyTrouble } from '../policy-trouble'
import { inForceWords } from './as-of-words'
import { type Asked, useAsked } from './asked'
import { MomentForm } from './moment-form'
import { Replay } from './replay'

/** What a policy said at a moment, or says by any version, for a case: the decision, and the way to it. */
export function AsOf({ policy }: { policy: string }) {
  const title = usePolicyTitle(policy)
  const versions = `/policies/${policy}/versions`
  const [asked, ask] = useAsked()
  return (
    <Frame
      crumbs={[
        { label: 'Policies', href: '/' },
        { label: title, href: `/policies/${policy}/edit` },
        { label: 'Versions', href: versions },
        { label: 'As of' },
      ]}
      rail={<PolicyRail policy={policy} current="versions" />}
    >
      <Body
        wide
        title="As of"
        about="What this policy said at a moment, for any case: decided by the tables that were in force, with the way to it on the chart. The address holds it all, and can be sent to somebody."
      >
        <MomentForm policy={policy} asked={asked} onAsk={ask} />
        {asked.version === undefined ? (
          <AtMoment policy={policy} asked={asked} onAsk={ask} />
        ) : (
          <Replay key={asked.version} policy={policy} number={asked.version} asked={asked} onAsk={ask} />
        )}
      </Body>
    </Frame>
  )
}

interface AtMomentProps {
  policy: string
  asked: Asked
  onAsk: (next: Asked) => void
}

/** The version that was in force at the moment asked for, and the case by it. */
function AtMoment({ policy, asked, onAsk }: AtMomentProps) {
  const trpc = useTRPC()
  const [opened] = useState(() => new Date().toISOString())
  const at = asked.at ?? opened
  const found = useQuery(trpc.versions.asOf.queryOptions({ policy, channel: asked.channel, at }))
  if (found.isPending) return <Waiting>Looking up what was in force</Waiting>
  if (found.error)
    return (
      <PolicyTrouble
        policy={policy}
        what="What was in force could not be looked up"
        error={found.error}
        retry={() => found.refetch()}
      />
    )
  const { version } = found.data
  return (
    <>
      <p role="status">
        {inForceWords(found.data, { at, channel: asked.channel })}{' '}
        {version && (
          <Link href={`/policies/${policy}/versions/${version.number}`}>See version {version.number}</Link>
        )}
      </p>
      {version ? (
        <Replay key={version.number} policy={policy} number={version.number} asked={asked} onAsk={onAsk} />
      ) : (
        <Empty
          icon={<IconHistory size={22} stroke={1.6} />}
          title="No case could be decided then"
          action={
            <Button component={Link} href={`/policies/${policy}/versions`} variant="default">
              See the versions
            </Button>
          }
        >
          Choose a later moment, the other channel, or one of the versions by its number.
        </Empty>
      )}
    </>
  )
}
