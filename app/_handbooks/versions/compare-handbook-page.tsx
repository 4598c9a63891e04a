'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { readSide, sideLabel } from '@/app/_compare/side'
import { Body } from '@/app/_shell/body'
import { Frame } from '@/app/_shell/frame'
import { PolicyRail } from '@/app/_shell/policy-rail'
import { Trouble } from '@/app/_shell/trouble'
import { useTRPC } from '@/app/_shell/trpc'
import { Waiting } from '@/app/_shell/waiting'
import { HandbookDifferences } from './handbook-differences'

/** Two versions of a handbook, or a version and the draft; what they do to policies is told by their effects. */
export function CompareHandbookPage({ handbook: name }: { handbook: string }) {
  const trpc = useTRPC()
  const asked = useSearchParams()
  const list = useQuery(trpc.handbooks.list.queryOptions())
  const found = list.data?.find(each => each.name === name)
  const from = readSide(asked.get('from')) ?? found?.versions[0]?.number ?? null
  const to = readSide(asked.get('to')) ?? 'draft'
  const draft = useQuery(trpc.drafts.get.queryOptions({ policy: name }))
  const version = (side: typeof from) => ({
    ...trpc.handbooks.get.queryOptions(
      { handbook: name, version: typeof side === 'number' ? side : 1 },
      { staleTime: Number.POSITIVE_INFINITY, enabled: typeof side === 'number' },
    ),
  })
  const [one, other] = [useQuery(version(from)), useQuery(version(to))]
  const drawn = draft.data?.kind === 'handbook' ? draft.data.document : undefined
  const sides = [from === 'draft' ? drawn : one.data, to === 'draft' ? drawn : other.data] as const
  const error = list.error ?? draft.error ?? one.error ?? other.error
  return (
    <Frame
      crumbs={[
        { label: 'Policies', href: '/' },
        { label: found?.title ?? name, href: `/policies/${name}/edit` },
        { label: 'Versions', href: `/policies/${name}/versions` },
        { label: 'Compare' },
      ]}
      rail={<PolicyRail policy={name} kind="handbook" current="versions" />}
    >
      {error ? (
        <Trouble page title="The handbook did not load" error={error} retry={() => list.refetch()} />
      ) : found && from === null ? (
        <Trouble page title="There is nothing to compare with yet">
          Once the handbook is published for the first time, what changes after it is shown here.
        </Trouble>
      ) : !sides[0] || !sides[1] || from === null ? (
        <Waiting page>Loading the handbook</Waiting>
      ) : (
        <Body
          title={`${sideLabel(from)} and ${sideLabel(to).toLowerCase()}`}
          about={
            <>
              What policies would decide differently is shown under{' '}
              <Link href={`/policies/${name}/effects?of=${to}`}>Effects on policies</Link>.
            </>
          }
        >
          <HandbookDifferences
            from={sides[0]}
            to={sides[1]}
            labels={{ from: sideLabel(from), to: sideLabel(to) }}
          />
        </Body>
      )}
    </Frame>
  )
}
