import { beforeAll, describe, expect, it } from 'vitest'
import { CHECKS } from '@/compiler/2-checks'
import { applyFix } from '@/compiler/language/apply-fix'
import type { Code, Finding } from '@/compiler/language/finding'
import { isUnsound } from '@/compiler/language/finding'
import { documentSchema, type Policy } from '@/compiler/language/policy'
import { reading } from '@/compiler/meaning/decide'
import { check } from '../checked'
import { allInputs, allInputsCount } from '../generators/all-inputs'
import { dice } from '../generators/dice'
import { faulty } from '../generators/faults'
import { drafts } from '../generators/random-policy'
import { announce, law } from './run'

beforeAll(announce)

const OFFERED = CHECKS.flatMap(({ code, offers }) => (offers === null ? [] : [code]))
const ABOUT = Object.fromEntries(CHECKS.map(({ code, about }) => [code, about])) as Record<Code, string>

/** A place of the document by the ids of its steps and lines: they stay when others are taken out. */
function placeOf({ chart }: Policy, path: Finding['path'] = []): string {
  const [part, list, index, ...rest] = path
  const there = part === 'chart' && (list === 'nodes' || list === 'edges') && chart[list][index as number]
  return [...(there ? [part, list, there.id, ...rest] : path)].join('.')
}

/** What a finding is about. Of structure it is what it says there; of behaviour, what it says for any case. */
const aboutOf = (policy: Policy, { code, path, edges, message }: Finding): string => {
  if (code === 'overlap') return `overlap ${[...edges!].sort().join(' ')}`
  const place = `${code} ${placeOf(policy, path)}`
  return ABOUT[code] === 'structure' && code !== 'dead-end' && code !== 'start'
    ? `${place} ${message}`
    : place
}

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}

/** What these mend was nothing, or undecided: whatever had been decided is decided as it was. */
const KEEPS_DECISIONS: ReadonlySet<Code> = new Set([
  'gap',
  'overlap',
  'never-taken',
  'pointless-question',
  'unreachable',
  'unused',
])

/** Up to this many cases are decided before and after. */
const MOST_INPUTS = 300

/** The cases that a document decides, with their decisions, for the highest tier. */
function decisionsOf(policy: Policy): { facts: Record<string, unknown>; decided: unknown }[] {
  const tier = policy.handbook.tiers.at(-1)!.id
  if (allInputsCount(policy, tier) > MOST_INPUTS) return []
  const chart = reading(policy)
  return allInputs(policy, tier).flatMap(facts => {
    const result = chart.decide(tier, facts)
    return result.kind === 'decision' ? [{ facts, decided: [result.steps, result.end] }] : []
  })
}

describe('a fix that a finding offers', () => {
  it('mends it, in a document that can be read, breaks nothing at its steps, and changes no decision that was one', () => {
    const applied = Object.fromEntries(OFFERED.map(code => [code, 0])) as Record<Code, number>
    let compared = 0
    law(
      [drafts(), dice()],
      (policy, at) => {
        const wrong = frozen(faulty(policy, at).policy)
        const { findings } = check(wrong)
        const kinds = findings.flatMap(({ code, nodes = [] }) => nodes.map(id => `${code} ${id}`))
        const followed = !findings.some(isUnsound)
        let decisions: ReturnType<typeof decisionsOf> | undefined
        for (const finding of findings) {
          const { fix } = finding
          if (!fix) continue
          expect(OFFERED, 'a check that offers fixes says so').toContain(finding.code)
          applied[finding.code]++
          const mended = applyFix(wrong, fix)
          const said = `${finding.message} [${fix.title}]`
          const readable = documentSchema.safeParse(mended).success
          const after = check(mended).findings
          if (documentSchema.safeParse(wrong).success) expect(readable, said).toBe(true)
          // It is mended.
          expect(
            after.map(other => aboutOf(mended, other)),
            said,
          ).not.toContain(aboutOf(wrong, finding))
          if (!followed) continue
          if (KEEPS_DECISIONS.has(finding.code)) {
            const [chart, tier] = [reading(mended), mended.handbook.tiers.at(-1)!.id]
            decisions ??= decisionsOf(wrong)
            for (const { facts, decided } of decisions) {
              const now = chart.decide(tier, facts)
              compared++
              expect(now.kind === 'decision' && [now.steps, now.end], said).toEqual(decided)
            }
          }
          for (const other of after) {
            if (other.severity !== 'error') continue
            const leads = `${said} leads to ${other.code}: ${other.message}`
            // A chart that could be followed still can be.
            expect(isUnsound(other), leads).toBe(false)
            // At the steps that it is about, no other kind of error takes its place.
            for (const id of finding.nodes ?? [])
              if (other.nodes?.includes(id)) expect(kinds, leads).toContain(`${other.code} ${id}`)
          }
        }
      },
      4,
    )
    expect(compared, 'no decisions were compared').toBeGreaterThan(0)
    for (const code of OFFERED) expect(applied[code], `no fix of ${code} was applied`).toBeGreaterThan(0)
  })
})
