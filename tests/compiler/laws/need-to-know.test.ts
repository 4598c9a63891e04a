import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compile } from '@/compiler/compile'
import { canonicalJson } from '@/compiler/runtime/canonical-json'
import { dice } from '../generators/dice'
import { HIDDEN_CHANGES, hiddenly } from '../generators/hidden-changes'
import { isPublishable, policies } from '../generators/random-policy'
import { announce, law } from './run'

beforeAll(announce)

/** How often each change was made to a policy that stayed publishable and had something to hide. */
const made = new Map(Object.keys(HIDDEN_CHANGES).map(name => [name, 0]))

describe('need to know', () => {
  it('whatever changes beyond what a tier sees, its artifact stays the same, byte for byte', () => {
    law(
      [policies(), dice()],
      (policy, at) => {
        for (const { id: tier } of policy.handbook.tiers) {
          const { changed, changes } = hiddenly(at, policy, tier)
          if (canonicalJson(changed) === canonicalJson(policy) || !isPublishable(changed)) continue
          for (const name of changes) made.set(name, made.get(name)! + 1)
          expect(canonicalJson(compile(changed, tier)), `${tier}: ${changes.join('; ')}`).toBe(
            canonicalJson(compile(policy, tier)),
          )
        }
      },
      2,
    )
  })

  it('no word that is hidden from a tier stands in its artifact', () => {
    law([policies(), dice()], (policy, at) => {
      for (const { id: tier } of policy.handbook.tiers) {
        const { changed } = hiddenly(at, policy, tier)
        if (isPublishable(changed))
          expect(canonicalJson(compile(changed, tier)).toLowerCase()).not.toContain('canary')
      }
    })
  })
})

afterAll(() => {
  const never = [...made].filter(([, count]) => count === 0).map(([name]) => name)
  expect(never, 'never made').toEqual([])
})
