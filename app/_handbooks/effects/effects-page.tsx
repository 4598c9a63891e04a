'use client'

import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter, useSearchParams } from 'next/navigation'
import { useMemo } from 'react'
import { Comparison } from '@/app/_compare/comparison'
import { Body } from '@/app/_shell/body'
import { Frame } from '@/app/_shell/frame'
import { PolicyRail } from '@/app/_shell/policy-rail'
import { Trouble } from '@/app/_shell/trouble'
import { useTRPC } from '@/app/_shell/trpc'
import { Waiting } from '@/app/_shell/waiting'
import { PolicyTrouble } from '@/app/_versions/policy-trouble'
import type { SharedHandbook } from '@/compiler/language/handbook'
import { withHandbook } from './effect-of'
import classes from './effects.module.css'
import { EffectsList } from './effects-list'

/** What a handbook's draft, or a version of it, does to the policies that take it in. */
export function EffectsPage({ handbook: name }: { handbook: string }) {
  const trpc = useTRPC()
  const router = useRouter()
  const asked = useSearchParams()
  const draft = useQuery(trpc.drafts.get.queryOptions({ policy: name }))
  const list = useQuery(trpc.handbooks.list.queryOptions())
  const found = list.data?.find(each => each.name === name)
  const newest = found?.versions[0]?.number ?? null
  // Policies that are behind come first; with none of them, what is being written now.
  const behind = found?.takers.some(({ version }) => version !== newest) === true
  const of = asked.get('of') ?? (newest !== null && behind ? String(newest) : 'draft')
  const number = found?.versions.find(each => String(each.number) === of)?.number ?? null
  const version = useQuery(
    trpc.handbooks.get.queryOptions(
      { handbook: name, version: number ?? 1 },
      { enabled: number !== null, staleTime: Number.POSITIVE_INFINITY },
    ),
  )
  const drawn = draft.data?.kind === 'handbook' ? draft.data.document : null
  const handbook = number === null ? drawn : (version.data ?? null)
  const label = number === null ? 'the draft' : `version ${number}`
  const policy = asked.get('policy')
  const title = draft.data?.policy.title ?? name
  const error = draft.error ?? list.error ?? version.error

  return (
    <Frame
      crumbs={[
        { label: 'Policies', href: '/' },
        { label: title, href: `/policies/${name}/edit` },
        { label: 'Effects on policies', href: `/policies/${name}/effects?of=${of}` },
        ...(policy ? [{ label: policy }] : []),
      ]}
      rail={<PolicyRail policy={name} kind="handbook" current="effects" />}
    >
      {error ? (
        <PolicyTrouble
          policy={name}
          what="The handbook did not load"
          error={error}
          retry={() => draft.refetch()}
        />
      ) : draft.data?.kind === 'policy' ? (
        <Trouble page title="This is a policy, and not a handbook that policies share">
          <Link href={`/policies/${name}/edit`}>Open it</Link>
        </Trouble>
      ) : !handbook || !list.data ? (
        <Waiting page>Loading the handbook</Waiting>
      ) : policy ? (
        <Whole
          handbook={handbook}
          policy={policy}
          label={label}
          back={`/policies/${name}/effects?of=${of}`}
        />
      ) : (
        <Body
          title="Effects on policies"
          about={`What ${label} of “${title}” does to every policy that takes this handbook in: what would be decided differently, for all possible cases, and which findings would come and go.`}
        >
          <EffectsList
            key={of}
            handbook={handbook}
            published={number}
            wholeOf={each => `/policies/${name}/effects?of=${of}&policy=${each}`}
          >
            <Select
              aria-label="Effects of"
              w={190}
              allowDeselect={false}
              data={[
                { value: 'draft', label: 'The draft' },
                ...(found?.versions ?? []).map(each => ({
                  value: String(each.number),
                  label: `Version ${each.number}`,
                })),
              ]}
              value={number === null ? 'draft' : String(number)}
              onChange={to => router.replace(`/policies/${name}/effects?of=${to}`, { scroll: false })}
            />
          </EffectsList>
        </Body>
      )}
    </Frame>
  )
}

interface WholeProps {
  handbook: SharedHandbook
  policy: string
  label: string
  back: string
}

/** One policy with both handbooks, compared in full. */
function Whole({ handbook, policy, label, back }: WholeProps) {
  const trpc = useTRPC()
  const takers = useQuery(trpc.handbooks.takers.queryOptions({ handbook: handbook.name }))
  const taker = takers.data?.find(({ name }) => name === policy)
  const would = useMemo(() => taker && withHandbook(taker.document, handbook), [taker, handbook])
  if (takers.error)
    return (
      <Trouble page title="The policy did not load" error={takers.error} retry={() => takers.refetch()} />
    )
  if (!takers.data) return <Waiting page>Loading the policy</Waiting>
  if (!taker || !would)
    return (
      <Trouble page title={`“${policy}” does not take this handbook in`}>
        <Link href={back}>See the policies that do</Link>
      </Trouble>
    )
  return (
    <>
      <p className={classes.back}>
        <Link href={back}>All policies that take this handbook in</Link>
      </p>
      <Comparison
        policy={{ name: taker.name, title: taker.title }}
        from={{
          label: `With version ${taker.version}`,
          about: 'its draft as it is',
          document: taker.document,
          handbook: taker.handbook,
        }}
        to={{
          label: `With ${label}`,
          about: 'of the shared handbook',
          document: would,
          handbook,
        }}
      />
    </>
  )
}
