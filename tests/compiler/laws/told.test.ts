import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readGraph } from '@/compiler/1-graph/graph'
import { Tables } from '@/compiler/4-table/tables'
import { type Compared, compareAll } from '@/compiler/compare/compare'
import type { ChartTold } from '@/compiler/compare/told/chart'
import { type Told, tell } from '@/compiler/compare/told/tell'
import { compile } from '@/compiler/compile'
import type { Policy } from '@/compiler/language/policy'
import { reading } from '@/compiler/meaning/decide'
import { canonicalJson } from '@/compiler/runtime/canonical-json'
import { endWords } from '@/compiler/words/decision-words'
import { edited } from '../compare/edits'
import { redrawn } from '../compare/redrawn'
import { type Dice, dice } from '../generators/dice'
import { isPublishable, policies } from '../generators/random-policy'
import { announce, law } from './run'

beforeAll(announce)

const compared = (old: Policy, next: Policy): Compared =>
  compareAll(new Tables(readGraph(old)), new Tables(readGraph(next)))

/** The same policy, its cards somewhere else. */
const moved = (policy: Policy, at: Dice): Policy => ({
  ...policy,
  chart: {
    ...policy.chart,
    nodes: policy.chart.nodes.map(node => ({ ...node, position: { x: at.int(0, 9), y: at.int(0, 9) } })),
  },
})

/** Every change of every tier, and every set of cases of every situation for each of its tiers: as texts to be held against each other. */
function sides({ tiers }: Compared, { situations }: Told) {
  const changes = Object.entries(tiers).flatMap(([tier, { changes }]) =>
    changes.map(({ when, example }) => canonicalJson([tier, when, example])),
  )
  const told = situations.flatMap(({ tiers, cases }) =>
    cases.flatMap(({ when, examples }) => tiers.map(tier => canonicalJson([tier, when, examples[tier]!]))),
  )
  return { changes: changes.sort(), told: told.sort() }
}

describe('a comparison that is told', () => {
  const seen = {
    'several tiers at once': 0,
    'nothing changes': 0,
    'played to its end': 0,
  }
  afterAll(() => {
    expect(
      Object.entries(seen).filter(([, count]) => count === 0),
      'never seen',
    ).toEqual([])
  })

  it('has every change of every tier exactly once, and examples that end as it says', () => {
    law(
      [policies(), dice()],
      (policy, at) => {
        const { policy: next } = edited(policy, at)
        if (!isPublishable(next)) return
        const found = compared(policy, next)
        const told = tell(found)
        const { changes, told: listed } = sides(found, told)
        expect(listed).toEqual(changes)
        if (told.situations.some(({ tiers }) => tiers.length > 1)) seen['several tiers at once']++
        const same = Object.values(found.tiers).every(each => each.same)
        if (told.verdict.is === 'nothing') expect(same).toBe(true)
        endsAsSaid(policy, next, told)
        marksEachOnce(policy, next, told.chart)
      },
      0.7,
    )
  })

  it('says that nothing changes where every table is the same, and nowhere else', () => {
    law(
      [policies(), dice()],
      (policy, at) => {
        const next = at.chance(40)
          ? moved(policy, at)
          : at.chance(50)
            ? redrawn(policy, at).policy
            : edited(policy, at).policy
        if (!isPublishable(next)) return
        const { verdict } = tell(compared(policy, next))
        const hashes = (version: Policy) =>
          Object.fromEntries(version.handbook.tiers.map(({ id }) => [id, compile(version, id).hash]))
        expect(verdict.is === 'nothing').toBe(canonicalJson(hashes(policy)) === canonicalJson(hashes(next)))
        if (verdict.is === 'nothing') seen['nothing changes']++
      },
      0.5,
    )
  })

  /** The last line that tells an end is what the version decides in the example, for each tier. */
  function endsAsSaid(old: Policy, next: Policy, { situations }: Told) {
    const [before, after] = [reading(old), reading(next)]
    for (const situation of situations)
      for (const { examples } of situation.cases)
        for (const tier of situation.tiers)
          for (const [version, policy, lines] of [
            [before, old, situation.before],
            [after, next, situation.after],
          ] as const) {
            const end = lines.find(({ is }) => is === 'end')
            if (!end) continue
            const result = version.decide(tier, examples[tier]!)
            // What hangs on a fact that changed its type is no case that can be decided by both.
            if (result.kind === 'ask') continue
            expect(result.kind).toBe('decision')
            if (result.kind !== 'decision') continue
            const plain = result.end.kind === 'close' ? { ...result.end, options: [] } : result.end
            const said = endWords(plain, policy.handbook)
            // What reads the same in both says more, behind a comma.
            expect(end.text.startsWith(`${said}, as `) ? said : end.text).toBe(said)
            seen['played to its end']++
          }
  }

  /** No step and no line is told twice, and what is told is in the version that it is told of. */
  function marksEachOnce(old: Policy, next: Policy, { steps, lines }: ChartTold) {
    const ids = (policy: Policy) => new Set(policy.chart.nodes.map(({ id }) => id))
    const [was, is] = [ids(old), ids(next)]
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length)
    for (const { id, is: mark } of steps) {
      expect(was.has(id)).toBe(mark !== 'added')
      expect(is.has(id)).toBe(mark !== 'removed')
    }
    for (const id of is) if (!was.has(id)) expect(steps.find(step => step.id === id)?.is).toBe('added')
    for (const side of ['old', 'next'] as const) {
      const told = lines.flatMap(line => line[side] ?? [])
      expect(new Set(told).size).toBe(told.length)
      const edges = new Set((side === 'old' ? old : next).chart.edges.map(({ id }) => id))
      for (const id of told) expect(edges.has(id)).toBe(true)
    }
  }
})
