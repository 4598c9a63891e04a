import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { compile } from '@/compiler/compile'
import { dice } from '../generators/dice'
import { LEAKS } from '../generators/hidden/leaks'
import { pairsOf, secretive } from '../generators/hidden/pairs'
import { announce, seed } from './run'

beforeAll(announce)

describe('the law of need to know', () => {
  it('catches every leak that is planted into artifacts, and none where none is', () => {
    const names = Object.keys(LEAKS)
    expect(names.length).toBeGreaterThanOrEqual(20)
    const uncaught = new Set(names)
    const caughtAfter: Record<string, number> = {}
    let pairs = 0
    fc.assert(
      fc.property(secretive(), dice(), (policy, at) => {
        if (uncaught.size === 0) return
        for (const { tier, changed } of pairsOf(at, policy, 8)) {
          pairs++
          const [before, after] = [compile(policy, tier), compile(changed, tier)]
          expect(JSON.stringify(after)).toBe(JSON.stringify(before))
          for (const name of uncaught) {
            const [a, b] = [structuredClone(before), structuredClone(after)]
            LEAKS[name]!(a, policy, tier)
            LEAKS[name]!(b, changed, tier)
            if (JSON.stringify(a) === JSON.stringify(b)) continue
            uncaught.delete(name)
            caughtAfter[name] = pairs
          }
        }
      }),
      { seed, numRuns: 400 },
    )
    console.info(caughtAfter)
    expect([...uncaught]).toEqual([])
  })
})
