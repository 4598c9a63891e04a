import { beforeAll, describe, expect, it } from 'vitest'
import { compile } from '@/compiler/compile'
import { canonicalJson } from '@/compiler/runtime/canonical-json'
import { dice } from '../generators/dice'
import { policies } from '../generators/random-policy'
import { shuffled } from '../generators/shuffled'
import { announce, law } from './run'

beforeAll(announce)

describe('compiling', () => {
  it('gives the same bytes whatever the order of nodes, edges and keys', () => {
    law(
      [policies(), dice()],
      (policy, at) => {
        const other = shuffled(at, policy)
        for (const { id: tier } of policy.handbook.tiers) {
          const artifact = compile(policy, tier)
          expect(JSON.stringify(compile(other, tier))).toBe(JSON.stringify(artifact))
          expect(canonicalJson(compile(other, tier))).toBe(canonicalJson(artifact))
        }
      },
      2,
    )
  })

  it('leaves the policy as it was', () => {
    law(
      [policies()],
      policy => {
        const before = JSON.stringify(policy)
        const frozen = deepFreeze(structuredClone(policy))
        for (const { id: tier } of policy.handbook.tiers) compile(frozen, tier)
        expect(JSON.stringify(frozen)).toBe(before)
      },
      0.3,
    )
  })
})

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null)
    for (const item of Object.values(Object.freeze(value))) deepFreeze(item)
  return value
}
