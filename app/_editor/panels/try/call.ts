import type { Policy } from '@/compiler/language/policy'
import { type ChartResult, decideOn, type WalkPath } from '@/compiler/meaning/decide'
import type { Artifact } from '@/compiler/runtime/artifact'
import { type LoadedTable, load } from '@/compiler/runtime/load'
import type { Facts } from '@/compiler/runtime/result'
import { graphOf, pathOf } from '../../document/graph-of'
import type { Call, Move } from '../../document/showing'

/** What the call is decided by. */
export interface Book {
  policy: Policy
  /** A table for each tier, where the draft has no errors. */
  artifacts: Record<string, Artifact> | null
}

/** Where a call stands. */
export interface Standing {
  tier: string
  /** What was told, in that order. */
  facts: Facts
  result: ChartResult
  /** By the chart, as far as what is known leads. */
  path: WalkPath
  /** How many steps were carried out before the call came to this tier. */
  done: number
}

const loaded = new WeakMap<Artifact, LoadedTable>()

function tableOf(artifact: Artifact): LoadedTable {
  const known = loaded.get(artifact)
  if (known) return known
  const table = load(artifact)
  loaded.set(artifact, table)
  return table
}

/** Decides as the tier's desk would: by its table where there is one, else by the chart. */
export function decideFor({ policy, artifacts }: Book, tier: string, facts: Facts): ChartResult {
  const artifact = artifacts?.[tier]
  return artifact ? tableOf(artifact).decide(facts) : decideOn(graphOf(policy), tier, facts)
}

/** Where a call stands after its moves. The policy has to be one without structural errors. */
export function standingOf(call: Call, book: Book): Standing {
  const { tiers } = book.policy.handbook
  const there = (tier: string | null) => tiers.some(({ id }) => id === tier)
  let tier = there(call.tier) ? call.tier! : tiers[0]!.id
  let facts: Facts = {}
  let done = 0
  for (const move of call.moves) {
    if ('told' in move) facts = tell(facts, move.told)
    else if (there(move.tier)) {
      const before = decideFor(book, tier, facts)
      // What the one below was told to do is done when the call is handed on.
      done = before.kind === 'decision' && before.end.kind === 'escalate' ? before.steps.length : 0
      tier = move.tier
    }
  }
  const result = decideFor(book, tier, facts)
  return { tier, facts, result, path: pathOf(book.policy, tier, facts), done }
}

/** What is known after something was told; told as undefined, it is not known any more. */
function tell(facts: Facts, told: Facts): Facts {
  const next: Facts = { ...facts, ...told }
  for (const [fact, value] of Object.entries(told)) if (value === undefined) delete next[fact]
  return next
}

export const withMove = (call: Call, move: Move): Call => ({ ...call, moves: [...call.moves, move] })
export const stepBack = (call: Call): Call => ({ ...call, moves: call.moves.slice(0, -1) })
