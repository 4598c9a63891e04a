import { canonicalJson } from '../../runtime/canonical-json'
import type { JsonValue } from '../../runtime/values'
import type { Compared } from '../compare'
import type { Change } from '../diff'
import { type Condition, conditionsOf } from './conditions'
import { effectOf } from './effect'
import { type OutcomeLine, outcomeLines } from './outcome-lines'
import { type Delta, deltaOf, together } from './together'

export type Example = Record<string, JsonValue>

/** One of the sets of cases that a situation is made of. */
export interface SituationCase {
  when: Record<string, string>
  conditions: Condition[]
  /** A case of it for each tier of the situation. */
  examples: Record<string, Example>
}

/** Cases in which two versions differ in the same way, for the same tiers: a row of the comparison. */
export interface Situation {
  /**
   * `together`: nothing but several of the others at once. `tier`: for a tier that only one of the versions has, where every
   * case is one.
   */
  about: 'decision' | 'wording' | 'together' | 'tier'
  /** In the order of authority. */
  tiers: string[]
  /** The situation is there where one of them is. */
  cases: SituationCase[]
  before: OutcomeLine[]
  after: OutcomeLine[]
  /** What is other, as the end of a sentence. */
  effect: string
}

const ORDER = { decision: 0, wording: 1, together: 2, tier: 3 } as const satisfies Record<
  Situation['about'],
  number
>

/**
 * All changes of all tiers, each in one situation: first by the same cases and decisions over several tiers, and of those
 * that have the same tiers and decisions the cases together. What is decided otherwise goes before what is only said so,
 * and what stands for itself before what is several of the others at once.
 */
export function situationsOf({ old, next, tiers }: Compared): Situation[] {
  const handbooks = { old: old.handbook, next: next.handbook }
  const inBoth = (tier: string) =>
    [old, next].every(({ handbook }) => handbook.tiers.some(({ id }) => id === tier))

  const alike = new Map<string, { change: Change; examples: Map<string, Example>; lone: boolean }>()
  for (const [tier, { changes }] of Object.entries(tiers))
    for (const change of changes) {
      const lone = !inBoth(tier)
      const { kind, when, before, after } = change
      const key = canonicalJson([lone ? tier : '', kind, when, before, after])
      const known = alike.get(key)
      if (known) known.examples.set(tier, change.example)
      else alike.set(key, { change, examples: new Map([[tier, change.example]]), lone })
    }

  const rows = new Map<string, Situation>()
  const deltas = new Map<Situation, Delta>()
  for (const { change, examples, lone } of alike.values()) {
    const { kind, when, before, after } = change
    const names = [...examples.keys()]
    const key = canonicalJson([names, kind, before, after])
    let row = rows.get(key)
    if (!row) {
      row = {
        about: lone ? 'tier' : kind,
        tiers: names,
        cases: [],
        ...outcomeLines(kind, before, after, handbooks, lone ? 'There is no such tier' : undefined),
        effect: effectOf(before, after, handbooks),
      }
      rows.set(key, row)
      deltas.set(row, lone ? null : deltaOf(change))
    }
    row.cases.push({
      when,
      conditions: conditionsOf(when, old, next),
      examples: Object.fromEntries(examples),
    })
  }
  const all = [...rows.values()]
  together(all.map(row => ({ delta: deltas.get(row)!, tiers: row.tiers }))).forEach((made, i) => {
    if (made) all[i]!.about = 'together'
  })
  return all.sort((a, b) => ORDER[a.about] - ORDER[b.about])
}
