'use client'

import { Alert, Button } from '@mantine/core'
import { IconBooks } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Empty } from '@/app/_shell/empty'
import { useMay } from '@/app/_shell/session'
import { Trouble } from '@/app/_shell/trouble'
import { errorSentence, useTRPC } from '@/app/_shell/trpc'
import { Waiting } from '@/app/_shell/waiting'
import type { SharedHandbook } from '@/compiler/language/handbook'
import { EffectRow } from './effect-row'
import { summary } from './effect-words'
import classes from './effects.module.css'
import { type Taker, useEffects } from './use-effects'

interface EffectsListProps {
  /** The handbook as it would be: a draft, a proposal, or a version. */
  handbook: SharedHandbook
  /** Its number, where policies can move to it: where it is published. */
  published: number | null
  /** Where the whole comparison of one policy is; null for nowhere. */
  wholeOf: (policy: string) => string | null
  /** Ahead of the summary. */
  children?: ReactNode
}

const moveWords = (policies: number) =>
  policies === 0 ? 'Move' : policies === 1 ? 'Move 1 policy' : `Move ${policies} policies`

type Moves = ReadonlyMap<string, { is: 'moved' | 'not-moved'; says: string }>

/** What a handbook does to every policy that takes it in; and where it is published, the way to move them to it. */
export function EffectsList({ handbook, published, wholeOf, children }: EffectsListProps) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { edit } = useMay()
  const takers = useQuery(trpc.handbooks.takers.queryOptions({ handbook: handbook.name }))
  // Whoever takes this very version in already has nothing to expect of it.
  const concerned = takers.data?.filter(({ version }) => version !== published)
  const behind = useStable(concerned)
  const effects = useEffects(behind, handbook)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [moves, setMoves] = useState<Moves>(new Map())
  const canMove = (taker: Taker) => {
    const effect = effects.get(taker)
    return edit && published !== null && typeof effect === 'object' && effect.errors === 0
  }
  const chosen = (behind ?? []).filter(taker => canMove(taker) && !left.has(taker.name))

  const move = useMutation(
    trpc.handbooks.move.mutationOptions({
      onSuccess: results => {
        setMoves(
          before =>
            new Map([
              ...before,
              ...results.map(result => [result.policy, { is: result.is, says: movedWords(result) }] as const),
            ]),
        )
        void queries.invalidateQueries({ queryKey: trpc.drafts.pathKey() })
        void queries.invalidateQueries({ queryKey: trpc.policies.pathKey() })
        void queries.invalidateQueries({ queryKey: trpc.handbooks.pathKey() })
      },
    }),
  )
  const movedWords = (result: NonNullable<typeof move.data>[number]) =>
    result.is === 'moved'
      ? `Moved: its draft takes in version ${published} now.`
      : `Not moved. ${result.because}`

  if (takers.error)
    return <Trouble title="The policies did not load" error={takers.error} retry={() => takers.refetch()} />
  if (!takers.data || !behind) return <Waiting>Loading the policies that take it in</Waiting>
  const there = takers.data.filter(({ version }) => version === published)
  return (
    <>
      <div className={classes.bar}>
        {children}
        <p role="status">
          {behind.length > 0
            ? summary(behind, effects)
            : takers.data.length > 0
              ? 'Every policy that takes this handbook in is at this version.'
              : ''}
        </p>
        {edit && published !== null && behind.length > 0 && (
          <Button
            disabled={chosen.length === 0}
            loading={move.isPending}
            onClick={() =>
              move.mutate({
                handbook: handbook.name,
                version: published,
                policies: chosen.map(({ name, revision }) => ({ policy: name, revision })),
              })
            }
          >
            {moveWords(chosen.length)} to version {published}
          </Button>
        )}
      </div>
      {move.error && (
        <Alert color="err" role="alert" mb="md" title="Nothing was moved">
          {errorSentence(move.error)}
        </Alert>
      )}
      {takers.data.length === 0 && (
        <Empty icon={<IconBooks size={22} stroke={1.6} />} title="No policy takes this handbook in yet">
          In the editor of a policy, its handbook’s panel has “Take in a shared handbook…”.
        </Empty>
      )}
      {behind.length > 0 && (
        <ul className={classes.list} aria-label="What it does to each policy">
          {behind.map(taker => (
            <EffectRow
              key={taker.name}
              taker={taker}
              effect={effects.get(taker)}
              whole={wholeOf(taker.name)}
              moved={moves.get(taker.name)}
              chosen={canMove(taker) ? !left.has(taker.name) : null}
              onChoose={keep =>
                setLeft(before => {
                  const after = new Set(before)
                  if (keep) after.delete(taker.name)
                  else after.add(taker.name)
                  return after
                })
              }
            />
          ))}
        </ul>
      )}
      {there.length > 0 && behind.length + moves.size > 0 && (
        <p className={classes.there}>
          At version {published} already: {there.map(({ title }) => title).join(', ')}.
        </p>
      )}
    </>
  )
}

/** The same list while it holds the same: what is worked out of it is not worked out again. */
function useStable(list: Taker[] | undefined): Taker[] | undefined {
  const [kept, setKept] = useState(list)
  const same = list !== undefined && kept?.length === list.length && kept.every((each, i) => each === list[i])
  if (!same && list !== undefined) setKept(list)
  return same ? kept : list
}
