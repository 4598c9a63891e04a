import { describe, expect, it } from 'vitest'
import { asHandbook, asPolicy } from '@/app/_editor/document/as-policy'
import { checkRequest } from '@/app/_editor/document/checking'
import { startFetchingHandbooks } from '@/app/_editor/document/fetch-handbooks'
import { handbookOf } from '@/app/_editor/document/handbook-of'
import { createEditorStore } from '@/app/_editor/document/store'
import { takeIn } from '@/app/_editor/document/take-in'
import { takenInWords } from '@/app/_editor/panels/handbook/shared/taken-in-words'
import { effectOf } from '@/app/_handbooks/effects/effect-of'
import { comparedWords, summary } from '@/app/_handbooks/effects/effect-words'
import { check } from '@/compiler/compile'
import type { Handbook, SharedHandbook } from '@/compiler/language/handbook'
import type { PolicyDocument } from '@/compiler/language/policy'
import { smallPolicy } from './small-policy'

const own = (): Handbook => structuredClone(smallPolicy().handbook as Handbook)
const shared = (version = 1): SharedHandbook => ({
  format: 'remit-handbook/1',
  name: 'company',
  version,
  title: 'Company',
  ...own(),
})
const taking = (version = 1): PolicyDocument => ({
  ...smallPolicy(),
  handbook: { from: { name: 'company', version } },
})
const saved = { revision: 1, savedAt: '2026-01-01T00:00:00.000Z', savedBy: null }
/** So that everything that was promised has happened. */
const settled = () => new Promise(resolve => setTimeout(resolve))

describe('a handbook in the editor', () => {
  it('is a policy without a chart, and comes back as it was', () => {
    for (const handbook of [shared(7), { ...shared(7), title: undefined, guardrails: undefined }])
      expect(JSON.stringify(asHandbook(asPolicy(handbook), 7))).toBe(JSON.stringify(handbook))
  })
})

describe('taking in a shared handbook', () => {
  it('leaves a policy that has the same exactly as it was', () => {
    const taken = takeIn(smallPolicy(), shared(), own().tiers)
    expect(taken).toMatchObject({
      handbook: { from: { name: 'company', version: 1 } },
      replaced: [],
      kept: [],
    })
    const document = { ...smallPolicy(), handbook: taken.handbook }
    expect(check(document, { handbook: shared() }).policy).toEqual(
      check({ ...smallPolicy(), handbook: { ...own(), guardrails: own().guardrails ?? [] } }).policy,
    )
  })
  it('keeps what the shared one has not, and says what it replaces', () => {
    const handbook = shared()
    const [fact, ...facts] = Object.keys(handbook.facts)
    delete handbook.facts[fact!]
    const [action] = Object.keys(handbook.actions)
    handbook.actions[action!] = { title: 'Something else' }
    const taken = takeIn(smallPolicy(), handbook, [{ id: 'T9' }])
    expect(Object.keys(taken.handbook.facts ?? {})).toEqual([fact])
    expect(taken.handbook.actions).toBeUndefined()
    expect(taken.kept).toHaveLength(1)
    expect(taken.replaced).toHaveLength(1)
    expect(taken.same.length).toBe(
      facts.length + Object.keys(handbook.actions).length - 1 + (handbook.guardrails?.length ?? 0),
    )
    expect(takenInWords(taken).join(' ')).toMatch(
      /The tiers come from .* takes the place of .* stays this policy’s own\./,
    )
  })
})

describe('a policy that takes one in', () => {
  it('is not checked before what it takes in is here, and is fetched once for each version', async () => {
    const store = createEditorStore({ policyName: 'p', document: taking(), ...saved })
    const asked: string[] = []
    const stop = startFetchingHandbooks(store, async (name, version) => {
      asked.push(`${name} ${version}`)
      return version === 3 ? null : shared(version)
    })
    expect(checkRequest(store.getState(), store.getState().document)).toBeNull()
    await settled()
    expect(checkRequest(store.getState(), taking())).toMatchObject({ kind: 'policy', handbook: shared() })
    expect(handbookOf(store.getState())).toEqual({ ...own(), guardrails: own().guardrails ?? [] })
    expect(handbookOf(store.getState())).toBe(handbookOf(store.getState()))
    for (const version of [2, 1, 3])
      store.getState().edit('Move', draft => {
        draft.handbook = taking(version).handbook
      })
    await settled()
    store.getState().undo()
    await settled()
    expect(asked).toEqual(['company 1', 'company 2', 'company 3'])
    // One that there is not is checked without, and the checks say so.
    expect(checkRequest(store.getState(), taking(3))).toMatchObject({ handbook: null })
    stop()
  })
})

describe('what another version does to a policy', () => {
  it('is nothing where nothing of what it uses is different', () => {
    const next = { ...shared(2), title: 'Another title' }
    const effect = effectOf({ document: taking(), handbook: shared() }, next)
    expect(effect).toMatchObject({
      errors: 0,
      findings: { raised: [], settled: [] },
      compared: { is: 'nothing' },
    })
    expect(comparedWords(effect.compared)).toBe('Nothing changes.')
    const taker = { name: 'p', title: 'P', revision: 1, document: taking(), version: 1, handbook: shared() }
    expect(summary([taker], new Map())).toBe('Looking at what this does: 0 of 1 policy done.')
    expect(summary([taker], new Map([[taker, effect]]))).toBe('For 1 policy nothing changes.')
  })
  it('is told by what would be found where it would have errors', () => {
    const next = shared(2)
    for (const action of Object.values(next.actions)) delete action.grants
    const effect = effectOf({ document: taking(), handbook: shared() }, next)
    expect(effect.errors).toBeGreaterThan(0)
    expect(effect.findings.raised.map(({ code }) => code)).toContain('no-authority')
    expect(effect.compared).toMatchObject({ is: 'errors', which: 'to' })
    expect(comparedWords(effect.compared)).toMatch(/would have errors/)
  })
  it('is told of a policy whose own draft has errors', () => {
    const effect = effectOf({ document: taking(), handbook: null }, shared(2))
    expect(effect.compared).toMatchObject({ is: 'errors', which: 'from' })
    expect(effect.errors).toBe(0)
    expect(comparedWords(effect.compared)).toMatch(/as it is/)
    const taker = { name: 'p', title: 'P', revision: 1, document: taking(), version: 1, handbook: null }
    expect(summary([taker], new Map([[taker, effect]]))).toBe('For 1 policy it cannot be said.')
  })
})
