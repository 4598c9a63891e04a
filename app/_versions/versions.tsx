'use client'

import { Button } from '@mantine/core'
import { IconClockQuestion, IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { Body } from '../_shell/body'
import { Empty } from '../_shell/empty'
import { Frame } from '../_shell/frame'
import { PolicyRail } from '../_shell/policy-rail'
import { useTRPC, useTRPCClient } from '../_shell/trpc'
import { usePages } from '../_shell/use-pages'
import { Waiting } from '../_shell/waiting'
import { Channels } from './channels'
import { usePolicyTitle } from './policy-title'
import { PolicyTrouble } from './policy-trouble'
import { Proposals } from './proposals'
import { VersionTable } from './version-table'
import classes from './versions.module.css'

/** What is in force of a policy and what is to come, what is proposed, and everything that was ever published. */
export function Versions({ policy }: { policy: string }) {
  const trpc = useTRPC()
  const title = usePolicyTitle(policy)
  const timeline = useQuery(trpc.releases.list.queryOptions({ policy }))
  const client = useTRPCClient()
  const versions = usePages(trpc.versions.list.queryKey({ policy }), page =>
    client.versions.list.query({ policy, ...page }),
  )
  const error = versions.error ?? timeline.error
  const all = versions.data
  return (
    <Frame
      crumbs={[
        { label: 'Policies', href: '/' },
        { label: title, href: `/policies/${policy}/edit` },
        { label: 'Versions' },
      ]}
      rail={<PolicyRail policy={policy} current="versions" />}
    >
      {error && (
        <PolicyTrouble
          policy={policy}
          what="The versions did not load"
          error={error}
          retry={() => Promise.all([versions.refetch(), timeline.refetch()])}
        />
      )}
      {!error && (
        <Body
          title="Versions"
          actions={
            all && all.length > 0 ? (
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
          about="What is in force, what is to come, and what was. A version never changes; runtime clients decide by the one in force on their channel."
        >
          {(!all || !timeline.data) && <Waiting>Loading the versions</Waiting>}
          {all && timeline.data && (
            <>
              <Channels policy={policy} timeline={timeline.data} />
              <Proposals policy={policy} />
              {all.length === 0 ? (
                <NothingYet policy={policy} />
              ) : (
                <VersionTable policy={policy} versions={all} timeline={timeline.data} />
              )}
              {versions.hasNextPage && (
                <div className={classes.older}>
                  <Button
                    variant="default"
                    loading={versions.isFetchingNextPage}
                    onClick={() => versions.fetchNextPage()}
                  >
                    Show older versions
                  </Button>
                </div>
              )}
            </>
          )}
        </Body>
      )}
    </Frame>
  )
}

const NothingYet = ({ policy }: { policy: string }) => (
  <Empty
    icon={<IconHistory size={22} stroke={1.6} />}
    title="Nothing is published yet"
    action={
      <Button component={Link} href={`/policies/${policy}/edit`} variant="default">
        Open the chart
      </Button>
    }
  >
    The chart is a draft until somebody proposes it, somebody else approves it, and it is published. Then its
    tables are here, one for each tier, and clients can decide by them.
  </Empty>
)
