import { describe, expect, it } from 'vitest'
import { runCommand } from '@/app/_editor/commands/command'
import { foundIn, piecesOf, typedParts, wordsOfStep } from '@/app/_editor/commands/found-words'
import { COMMANDS } from '@/app/_editor/commands/registry'
import { carriedBy } from '@/app/_editor/document/carried'
import { check } from '@/compiler/compile'
import type { Handbook } from '@/compiler/language/handbook'
import type { Node } from '@/compiler/language/kinds'
import type { Edge, PolicyDocument } from '@/compiler/language/policy'
import { fakeContext, openStore } from './fake-context'
import { smallPolicy } from './small-policy'

const bare = (handbook: Partial<Handbook> = {}): PolicyDocument => ({
  format: 'remit/1',
  name: 'other',
  title: 'Other',
  handbook: { tiers: [{ id: 'T1', title: 'Front line' }], facts: {}, actions: {}, ...handbook },
  chart: { nodes: [{ id: 'start', kind: 'start', position: { x: 0, y: 0 } }], edges: [] },
})

/** Copies everything of one policy and pastes it into another, as two windows with one clipboard do. */
async function across(from: PolicyDocument, to: PolicyDocument, times = 1) {
  const source = openStore(from)
  const there = fakeContext(source)
  source.getState().select({ nodes: from.chart.nodes.map(({ id }) => id) })
  await runCommand(COMMANDS.copy, there.context)
  const store = openStore(to)
  const here = fakeContext(store)
  here.seen.clipboard = there.seen.clipboard
  for (let i = 0; i < times; i++) await runCommand(COMMANDS.paste, here.context)
  const { document } = store.getState()
  return { store, document, handbook: document.handbook as Handbook, told: here.seen.told }
}

const references = (document: PolicyDocument) =>
  check(document).findings.filter(({ code }) => code === 'unknown-reference' || code === 'malformed')

describe('steps that go from one policy to another', () => {
  it('bring along the facts, the actions and the tiers that they need, and no others, in one undo step', async () => {
    const from = smallPolicy()
    const { store, document, handbook, told } = await across(from, bare())
    expect(document.chart.nodes.map(({ id }) => id)).toEqual(['start', 'ask', 'give', 'done', 'up'])
    expect(document.chart.edges.map(({ from, to }) => `${from} ${to}`)).toEqual([
      'ask give',
      'ask up',
      'give done',
    ])
    expect(handbook.facts).toEqual({ gift: (from.handbook as Handbook).facts.gift })
    expect(handbook.actions).toEqual((from.handbook as Handbook).actions)
    expect(handbook.tiers.map(({ id }) => id)).toEqual(['T1', 'T2'])
    expect(references(document)).toEqual([])
    expect(told).toEqual([
      'New tier: “Senior desk”. New in the handbook: the fact “It is a gift”. New in the handbook: the action “Goodwill credit”.',
    ])
    expect(store.getState().undoStack).toHaveLength(1)
    store.getState().undo()
    expect(store.getState().document).toEqual(bare())
  })

  it('get a fact of their own where the same id means something else, wherever they name it, once', async () => {
    const from = smallPolicy()
    Object.assign(from.chart.nodes[2]!, { say: 'For you: {gift}.' })
    const other = { gift: { type: 'number', title: 'Value of the gift', source: 'record' } } as const
    const { document, handbook, told } = await across(from, bare({ facts: other }), 2)
    expect(Object.keys(handbook.facts)).toEqual(['gift', 'gift-2'])
    expect(handbook.facts.gift).toEqual(other.gift)
    const ask = document.chart.nodes.find(({ id }) => id === 'ask')
    expect(ask).toMatchObject({ facts: ['gift-2'] })
    expect(document.chart.nodes.find(({ id }) => id === 'give')).toMatchObject({ say: 'For you: {gift-2}.' })
    expect(document.chart.edges[0]).toMatchObject({ when: { 'gift-2': 'true' } })
    expect(references(document)).toEqual([])
    expect(told[0]).toContain(
      'The handbook means something else by the fact “It is a gift”, now “gift-2”: the copy has its own.',
    )
    expect(told).toHaveLength(1)
  })

  it('follow the authority of the handbook that they come to', async () => {
    const actions = {
      credit: { ...(smallPolicy().handbook as Handbook).actions.credit!, grants: { T1: {} } },
    }
    const { handbook, told } = await across(smallPolicy(), bare({ actions }))
    expect(handbook.actions).toEqual(actions)
    expect(told[0]).toContain('The action “Goodwill credit” stays as this handbook has it.')
  })

  it('hand over to the tier of the same title, whatever its id', async () => {
    const tiers = [
      { id: 'T1', title: 'Front line' },
      { id: 'T2', title: 'Back office' },
      { id: 'T3', title: 'Senior desk' },
    ]
    const { document, handbook } = await across(smallPolicy(), bare({ tiers }))
    expect(document.chart.nodes.find(({ id }) => id === 'up')).toMatchObject({ to: 'T3' })
    expect(handbook.tiers).toEqual(tiers)
    expect(handbook.actions.credit?.grants).toEqual({ T1: { amount: '<= 25' }, T3: {} })
  })

  it('bring a tier in above those that it was above', async () => {
    const tiers = [
      { id: 'T1', title: 'Front line' },
      { id: 'T2', title: 'Duty manager' },
    ]
    const { document, handbook } = await across(smallPolicy(), bare({ tiers }))
    expect(handbook.tiers.map(({ title }) => title)).toEqual(['Front line', 'Senior desk', 'Duty manager'])
    const fresh = handbook.tiers[1]!.id
    expect(document.chart.nodes.find(({ id }) => id === 'up')).toMatchObject({ to: fresh })
    expect(references(document)).toEqual([])
  })

  it('take along what the things they name depend on', () => {
    const { facts, actions, tiers } = smallPolicy().handbook as Handbook
    const nodes: Node[] = [{ id: 'give', kind: 'action', action: 'credit', with: { amount: 1 } }]
    const needing = { credit: { ...actions.credit!, requires: [{ speed: '"standard"' }] } }
    const asking = { ...facts, speed: { ...facts.speed!, about: 'danger' } }
    const carried = carriedBy(nodes, [] as Edge[], { tiers, facts: asking, actions: needing })
    expect(Object.keys(carried.facts).sort()).toEqual(['danger', 'speed'])
  })
})

describe('finding', () => {
  const handbook = smallPolicy().handbook as Handbook
  const give = smallPolicy().chart.nodes.find(({ id }) => id === 'give')!
  const words = wordsOfStep(give, [], handbook)

  it('is by what is said, by actions and by ids, and says where the word stands', () => {
    expect(foundIn('here', 'Give it', words)).toEqual({ of: 'says', text: 'Here is $10.' })
    expect(foundIn('goodwill', 'Give it', words)).toEqual({ of: 'action', text: 'Goodwill credit' })
    expect(foundIn('give', 'Something', words)).toEqual({ of: 'id', text: 'give' })
    expect(foundIn('give', 'Give it', words)).toBe(null)
    expect(foundIn('nothing', 'Give it', words)).toBe(null)
  })

  it('is by a title as it is written', () => {
    expect(typedParts('Before three?')).toEqual(['before', 'three'])
    expect(foundIn('Give it!', 'Give it', words)).toBe(null)
  })

  it('is by the parts of an id, too', () => {
    expect(piecesOf('call_time')).toEqual(['call_time', 'call', 'time'])
  })
})
