import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dice } from '../generators/dice'
import { HIDDEN_CHANGES } from '../generators/hidden/hidden-changes'
import { bytesOf, pairsOf, secretive } from '../generators/hidden/pairs'
import { amount, announce, lawOf, patience } from './run'

beforeAll(announce)

/** For each tier of a policy, so many changes; a policy has about two and a half tiers. */
const EACH = 12
/** Changes in a full run. */
const FULL = 100_000

/** How often each change was made to some effect. */
const made = new Map(Object.keys(HIDDEN_CHANGES).map(name => [name, 0]))

describe('need to know', () => {
  it(
    'whatever changes beyond what a tier sees, its artifact stays the same, byte for byte',
    () => {
      const count = { changes: 0, asked: 0, publishable: 0 }
      lawOf(amount(90, FULL / EACH), [secretive(), dice()], (policy, at) => {
        const before = new Map(policy.handbook.tiers.map(({ id }) => [id, bytesOf(policy, id)]))
        for (const { changed, changes, tier, publishable } of pairsOf(at, policy, EACH)) {
          count.changes++
          if (publishable !== undefined) count.asked++
          if (publishable) count.publishable++
          for (const name of changes) made.set(name, made.get(name)! + 1)
          const after = bytesOf(changed, tier)
          if (after !== before.get(tier))
            expect(JSON.parse(after), `${tier}: ${changes.join('; ')}`).toEqual(JSON.parse(before.get(tier)!))
          expect(after, `${tier}: ${changes.join('; ')}`).toBe(before.get(tier))
        }
      })
      console.info(count)
      expect(count.changes).toBeGreaterThanOrEqual(amount(800, FULL))
      expect(count.publishable).toBeGreaterThan(count.asked / 3)
    },
    patience,
  )
})

afterAll(() => {
  console.info(Object.fromEntries(made))
  const never = [...made].filter(([, times]) => times === 0).map(([name]) => name)
  expect(never, 'never made, or never of any effect').toEqual([])
})
