'use client'

import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconArrowRight, IconArrowsExchange, IconGitCompare } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter, useSearchParams } from 'next/navigation'
import { Empty } from '../_shell/empty'
import { Frame } from '../_shell/frame'
import { PolicyRail } from '../_shell/policy-rail'
import { Trouble } from '../_shell/trouble'
import { errorCode, useTRPC } from '../_shell/trpc'
import { Waiting } from '../_shell/waiting'
import { usePolicyTitle } from '../_versions/policy-title'
import { PolicyTrouble } from '../_versions/policy-trouble'
import classes from './compare-page.module.css'
import { Comparison } from './comparison'
import { PickSide } from './pick-side'
import { compareAddress, readSide, type SideName, sideLabel } from './side'
import { useSide } from './use-side'

/** Any two versions of a policy, or the draft and a version, side by side; which ones is in the address. */
export function ComparePage({ policy }: { policy: string }) {
  const trpc = useTRPC()
  const router = useRouter()
  const asked = useSearchParams()
  const title = usePolicyTitle(policy)
  const versions = useQuery(trpc.versions.list.queryOptions({ policy, limit: 1000 }))
  const inForce =
    versions.data?.find(version => version.inForce)?.number ?? versions.data?.[0]?.number ?? null
  const from = readSide(asked.get('from')) ?? inForce
  const to: SideName = readSide(asked.get('to')) ?? 'draft'
  const go = (from: SideName, to: SideName) =>
    router.replace(compareAddress(policy, from, to), { scroll: false })

  return (
    <Frame
      crumbs={[
        { label: 'Policies', href: '/' },
        { label: title, href: `/policies/${policy}/edit` },
        { label: 'Versions', href: `/policies/${policy}/versions` },
        { label: 'Compare' },
      ]}
      status={
        versions.data && versions.data.length > 0 ? (
          <div className={classes.picks}>
            <PickSide
              label="Compare"
              value={from}
              versions={versions.data}
              onPick={picked => go(picked, to)}
            />
            <IconArrowRight size={16} stroke={1.6} aria-label="with" />
            <PickSide
              label="With"
              value={to}
              versions={versions.data}
              onPick={picked => go(from ?? 'draft', picked)}
            />
            <Tooltip label="The other way round">
              <ActionIcon
                variant="subtle"
                color="gray"
                size={32}
                aria-label="The other way round"
                onClick={() => from !== null && go(to, from)}
              >
                <IconArrowsExchange size={18} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          </div>
        ) : null
      }
      rail={<PolicyRail policy={policy} current="versions" />}
    >
      {versions.error ? (
        <PolicyTrouble
          policy={policy}
          what="The versions did not load"
          error={versions.error}
          retry={() => versions.refetch()}
        />
      ) : versions.isPending ? (
        <Waiting>Loading the versions</Waiting>
      ) : from === null ? (
        <Empty
          page
          icon={<IconGitCompare size={22} stroke={1.6} />}
          title="There is nothing to compare with yet"
          action={
            <Button component={Link} href={`/policies/${policy}/edit`} variant="default">
              Open the chart
            </Button>
          }
        >
          Once the chart is published for the first time, what changes after it is shown here: which
          situations are decided differently, for whom, and who gained or lost which authority.
        </Empty>
      ) : (
        <Sides policy={policy} title={title} from={from} to={to} />
      )}
    </Frame>
  )
}

function Sides({ policy, title, from, to }: { policy: string; title: string; from: SideName; to: SideName }) {
  const sides = { from: useSide(policy, from), to: useSide(policy, to) }
  for (const [which, name] of [
    ['from', from],
    ['to', to],
  ] as const) {
    const { error, retry } = sides[which]
    if (!error) continue
    return errorCode(error) === 'NOT_FOUND' ? (
      <Trouble page title={`There is no version ${name}`}>
        <Link href={`/policies/${policy}/versions`}>See the versions that there are</Link>
      </Trouble>
    ) : (
      <Trouble page title={`${sideLabel(name)} did not load`} error={error} retry={retry} />
    )
  }
  if (!sides.from.side || !sides.to.side)
    return (
      <Waiting>
        Loading {sideLabel(from).toLowerCase()} and {sideLabel(to).toLowerCase()}
      </Waiting>
    )
  return <Comparison policy={{ name: policy, title }} from={sides.from.side} to={sides.to.side} />
}
