import { beforeAll, describe, expect, it } from 'vitest'
import { check, compile } from '@/compiler/compile'
import { isUnsound } from '@/compiler/language/finding'
import type { Policy } from '@/compiler/language/policy'
import { load } from '@/compiler/runtime/load'
import { allInputs, allInputsCount } from '../generators/all-inputs'
import { dice } from '../generators/dice'
import { CANARY, withCanaries } from '../generators/hidden/canaries'
import { secretive } from '../generators/hidden/pairs'
import { amount, announce, lawOf, patience } from './run'

beforeAll(announce)

/** A policy before any canary is planted in it: the generators plant some themselves. */
const quiet = () =>
  secretive().map((policy): Policy => JSON.parse(JSON.stringify(policy).replace(/canary/gi, 'finch')))

const sings = (value: unknown) => JSON.stringify(value).toLowerCase().includes(CANARY)

describe('what is not to be known', () => {
  it(
    'stands in no artifact, and in nothing that is decided by one',
    () => {
      const count = { policies: 0, artifacts: 0, decisions: 0 }
      lawOf(amount(150, 10_000), [quiet(), dice()], (policy, at) => {
        for (const { id: tier } of policy.handbook.tiers) {
          const planted = withCanaries(at, policy, tier)
          expect(sings(planted)).toBe(true)
          // A phrase that is not to be said stands in hidden words, too: an error of behaviour, not of structure.
          if (check(planted).findings.some(isUnsound)) continue
          const artifact = compile(planted, tier)
          count.artifacts++
          if (sings(artifact)) expect(artifact, tier).toEqual(compile(policy, tier))
          expect(sings(artifact), tier).toBe(false)
          if (allInputsCount(planted, tier) > 300) continue
          const table = load(artifact)
          const inputs = allInputs(planted, tier)
          for (let n = 0; n < 3; n++) {
            const facts = at.pick(inputs)
            // A value that only a hidden test mentions: what a client says itself may come back.
            if (sings(facts)) continue
            count.decisions++
            expect(sings(table.decide(facts)), `${tier}: ${JSON.stringify(facts)}`).toBe(false)
          }
        }
        count.policies++
      })
      console.info(count)
      expect(count.artifacts).toBeGreaterThan(count.policies)
      expect(count.decisions).toBeGreaterThan(count.policies)
    },
    patience,
  )

  it(
    'is found in the words for customers, however it is written there',
    () => {
      let found = 0
      lawOf(amount(100, 10_000), [quiet(), dice()], (policy, at) => {
        const facts = Object.entries(policy.handbook.facts)
        const spoken = policy.chart.nodes.filter(node => node.kind !== 'note')
        const node = at.pick(spoken)
        const [name, fact] = at.pick(facts)
        fact.neverSay = ['Blood Canary']
        const phrase = at.pick([
          'blood canary',
          'BLOOD  CANARY',
          'Blood\n canary',
          'blood\u00a0Canary',
          'blöod canary',
        ])
        node.say = `${at.pick(['', 'It is a ', '“'])}${phrase}${at.pick(['', '.', '”', ', I see'])}`
        const codes = check(policy).findings.map(finding => finding.code)
        const says = codes.includes('says-the-rule')
        expect(says, `${JSON.stringify(node.say)} for ${name}`).toBe(!phrase.startsWith('blö'))
        if (says) found++
        node.say = at.pick(['Bloody canary', 'blood canaryes', 'blood-red canary'])
        expect(check(policy).findings.map(finding => finding.code)).not.toContain('says-the-rule')
      })
      expect(found).toBeGreaterThan(0)
    },
    patience,
  )
})
