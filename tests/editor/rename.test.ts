import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Name } from '@/app/_editor/document/references'
import { references, rename, renameProblem, takenIds } from '@/app/_editor/document/rename'
import { compileAll } from '@/compiler/compile'
import { documentSchema, type PolicyDocument, policySchema } from '@/compiler/language/policy'
import { decide } from '@/compiler/meaning/decide'
import { play } from '@/compiler/meaning/play'
import { smallPolicy } from './small-policy'

const seed = (): PolicyDocument =>
  documentSchema.parse(JSON.parse(readFileSync('server/seed/shipping-promises.json', 'utf8')))

const policies = { 'the small policy': smallPolicy, 'the retailer’s policy': seed }

/** Everything in a policy that has a name of its own. */
function names(document: PolicyDocument): Name[] {
  const found = (['fact', 'action', 'tier'] as const).flatMap(kind =>
    takenIds(document, { kind, id: '' }).map(id => ({ kind, id })),
  )
  const params = takenIds(document, { kind: 'action', id: '' }).flatMap(of =>
    takenIds(document, { kind: 'param', id: '', of }).map(id => ({ kind: 'param' as const, id, of })),
  )
  return [...found, ...params]
}

const renamed = (document: PolicyDocument, name: Name, to: string) => {
  const copy = structuredClone(document)
  rename(copy, name, to)
  return copy
}

describe.each(Object.entries(policies))('renaming in %s', (_, make) => {
  const document = make()
  const TO = 'zz_renamed'

  it('renames something of every kind', () => {
    expect(new Set(names(document).map(name => name.kind))).toEqual(
      new Set(['fact', 'action', 'tier', 'param']),
    )
  })

  for (const name of names(document)) {
    const title = `${name.kind} ${name.id}${name.kind === 'param' ? ` of ${name.of}` : ''}`

    it(`${title}: there and back is the same document, to the order of its keys`, () => {
      const there = renamed(document, name, TO)
      expect(there).not.toEqual(document)
      expect(JSON.stringify(renamed(there, { ...name, id: TO }, name.id))).toBe(JSON.stringify(document))
    })

    it(`${title}: no use is left behind, and none is new`, () => {
      const there = renamed(document, name, TO)
      expect(references(there, name)).toEqual([])
      expect(references(there, { ...name, id: TO }).length).toBe(references(document, name).length)
      expect(takenIds(there, name)).toEqual(takenIds(document, name).map(id => (id === name.id ? TO : id)))
    })

    it(`${title}: the document is as sound as it was`, () => {
      const before = compileAll(document).findings.map(finding => finding.code)
      expect(compileAll(renamed(document, name, TO)).findings.map(finding => finding.code)).toEqual(before)
    })
  }
})

describe('what a renamed policy decides', () => {
  const policy = policySchema.parse(seed())
  const cases = policy.scenarios ?? []

  it('every scenario goes the same way, whichever name is another', () => {
    expect(cases.length).toBeGreaterThan(5)
    for (const name of names(policy)) {
      const other = policySchema.parse(renamed(policy, name, 'zz_renamed'))
      for (const [i, scenario] of cases.entries()) {
        const before = play(policy, scenario)
        const after = play(other, other.scenarios![i]!)
        expect([after.passed, after.nodes, after.edges]).toEqual([before.passed, before.nodes, before.edges])
      }
    }
  })

  it('is the same up to the name', () => {
    const facts = { health_or_safety: true, call_time: '14:30:00' }
    const other = policySchema.parse(renamed(policy, { kind: 'fact', id: 'call_time' }, 'zz_renamed'))
    const { call_time, ...rest } = facts
    expect(decide(other, 'T1', { ...rest, zz_renamed: call_time })).toEqual(decide(policy, 'T1', facts))
  })
})

describe('an id that cannot be', () => {
  const document = smallPolicy()
  const fact = { kind: 'fact', id: 'gift' } as const
  it('is refused with the reason', () => {
    expect(renameProblem(document, fact, 'gift')).toBeNull()
    expect(renameProblem(document, fact, 'present')).toBeNull()
    expect(renameProblem(document, fact, 'speed')).toBe('There is a fact “speed” already.')
    expect(renameProblem(document, fact, 'a gift')).toMatch(/1 to 64/)
    expect(renameProblem(document, fact, '')).toMatch(/1 to 64/)
  })
})
