import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diff } from '@/compiler/compare/diff'
import type { Policy } from '@/compiler/language/policy'
import { EDITS, type EditName, edited } from '../compare/edits'
import { judge, nothingSeen } from '../compare/judge'
import { REDRAWINGS, type RedrawingName, redrawn } from '../compare/redrawn'
import { dice } from '../generators/dice'
import { isPublishable, policies } from '../generators/random-policy'
import { announce, law } from './run'

beforeAll(announce)

const tiersOf = (...versions: Policy[]) => [
  ...new Set(versions.flatMap(version => version.handbook.tiers.map(({ id }) => id))),
]

const counts = <N extends string>(names: readonly N[]) => new Map<N, number>(names.map(name => [name, 0]))
const never = (counted: ReadonlyMap<string, number>) =>
  [...counted].filter(([, count]) => count === 0).map(([name]) => name)
const add = <N extends string>(counted: Map<N, number>, names: readonly N[]) => {
  for (const name of names) counted.set(name, counted.get(name)! + 1)
}

describe('comparing two versions', () => {
  const changing = counts(Object.keys(EDITS) as EditName[])
  const idle = counts(Object.keys(EDITS) as EditName[])
  const ways = counts(Object.keys(REDRAWINGS) as RedrawingName[])
  const seen = nothingSeen()
  afterAll(() => {
    const made = new Map([...changing].map(([name, count]) => [name, count + idle.get(name)!]))
    expect(never(made), 'edits that never were tried').toEqual([])
    for (const counted of [changing, idle]) expect([...counted.values()].some(count => count > 0)).toBe(true)
    expect(never(ways), 'ways to draw otherwise that never were tried').toEqual([])
    // What comes up too seldom for a short run has cases of its own in ../compare.
    const { 'steps left out': _, 'steps that no test can tell': __, 'some cases tried': ___, ...usual } = seen
    expect(never(new Map(Object.entries(usual))), 'never seen').toEqual([])
  })

  it('finds exactly what an edit of a policy decides differently', () => {
    law(
      [policies(), dice()],
      (policy, at) => {
        const { policy: other, edits } = edited(policy, at)
        if (!isPublishable(other)) return
        const [old, next] = at.chance(25) ? [other, policy] : [policy, other]
        let changes = 0
        for (const tier of tiersOf(old, next)) changes += Number(!judge(old, next, tier, at, seen).same)
        add(changes > 0 ? changing : idle, edits)
      },
      4,
    )
  })

  it('finds exactly what two unlike policies decide differently', () => {
    law(
      [policies(), policies(), dice()],
      (old, next, at) => {
        for (const tier of tiersOf(old, next)) judge(old, next, tier, at, seen)
      },
      0.4,
    )
  })

  it('says that a policy is the same as itself, drawn otherwise', () => {
    law(
      [policies(), dice()],
      (policy, at) => {
        const { policy: other, ways: drawn } = redrawn(policy, at)
        if (!isPublishable(other)) return
        add(ways, drawn)
        for (const tier of tiersOf(policy))
          expect(diff(policy, other, tier)).toMatchObject({ same: true, changes: [] })
      },
      2,
    )
  })

  it('finds in a policy drawn otherwise exactly what it finds in it as it was drawn', () => {
    law([policies(), dice()], (policy, at) => {
      const { policy: next } = edited(policy, at)
      if (!isPublishable(next)) return
      const { policy: other } = redrawn(next, at)
      if (!isPublishable(other)) return
      for (const tier of tiersOf(policy, next)) {
        const [as, otherwise] = [diff(policy, next, tier), diff(policy, other, tier)]
        expect(otherwise.same).toBe(as.same)
        expect(otherwise.changes.length > 0).toBe(as.changes.length > 0)
        judge(policy, other, tier, at, seen)
      }
    })
  })
})
