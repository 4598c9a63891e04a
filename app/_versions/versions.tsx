'use client'

import { Button } from '@mantine/core'
import { IconClockQuestion, IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { Body } from '../_shell/body'
import { Empty } from '../_shell/empty'
import { Frame } from '../_shell/frame'
import { PolicyRail } from '../_shell/policy-rail'
import { useTRPC } from '../_shell/trpc'
import { Waiting } from '../_shell/waiting'
import { usePolicyTitle } from './policy-title'
import { PolicyTrouble } from './policy-trouble'
import { VersionTable } from './version-table'

/** Everything that was ever published of a policy, newest first. */
export function Versions({ policy }: { policy: string }) {
  const trpc = useTRPC()
  const title = usePolicyTitle(policy)
  const versions = useQuery(trpc.versions.list.queryOptions({ policy }))
  return (
    <Frame
      crumbs={[
        { label: 'Policies', href: '/' },
        { label: title, href: `/policies/${policy}/edit` },
        { label: 'Versions' },
      ]}
      rail={<PolicyRail policy={policy} current="versions" />}
    >
      {versions.error && (
        <PolicyTrouble
          policy={policy}
          what="The versions did not load"
          error={versions.error}
          retry={() => versions.refetch()}
        />
      )}
      {!versions.error && (
        <Body
          title="Versions"
          actions={
            versions.data && versions.data.length > 0 ? (
              <Button
                component={Link}
                href={`/policies/${policy}/as-of`}
                variant="default"
                leftSection={<IconClockQuestion size={16} stroke={1.6} />}
              >
                As of a moment…
              </Button>
            ) : undefined
          }
          about="What was published, and when. A version never changes; runtime clients decide by the one in force."
        >
          {versions.isPending && <Waiting>Loading the versions</Waiting>}
          {versions.data?.length === 0 && (
            <Empty
              icon={<IconHistory size={22} stroke={1.6} />}
              title="Nothing is published yet"
              action={
                <Button component={Link} href={`/policies/${policy}/edit`} variant="default">
                  Open the chart
                </Button>
              }
            >
              The chart is a draft until it is published for the first time. Then its tables are here, one for
              each tier, and clients can decide by them.
            </Empty>
          )}
          {versions.data && versions.data.length > 0 && (
            <VersionTable policy={policy} versions={versions.data} />
          )}
        </Body>
      )}
    </Frame>
  )
}
