import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandsOf } from '@/app/_editor/canvas/bands'
import type { Bounds } from '@/app/_editor/canvas/boxes'
import { makeRoom, type Standing } from '@/app/_editor/canvas/make-room'
import { runCommand } from '@/app/_editor/commands/command'
import { COMMANDS } from '@/app/_editor/commands/registry'
import { bandTiers } from '@/app/_editor/document/path-tiers'
import type { EditorStore } from '@/app/_editor/document/store'
import { changeTier } from '@/app/_editor/panels/inspector/change-tier'
import type { Handbook } from '@/compiler/language/handbook'
import { fakeContext, openStore } from './fake-context'
import { smallPolicy } from './small-policy'

const overlap = (a: Bounds, b: Bounds) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const columns = fc
  .array(
    fc.array(
      fc.record({
        height: fc.integer({ min: 40, max: 200 }),
        gap: fc.integer({ min: 0, max: 60 }),
        grows: fc.integer({ min: 0, max: 120 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map(all =>
    all.flatMap((cards, column) => {
      let y = 0
      return cards.map(({ height, gap, grows }, i): Standing => {
        const before = { x: column * 300, y: y + gap, width: 220, height }
        y += gap + height
        return { id: `${column}-${i}`, tier: 0, before, now: { ...before, height: height + grows } }
      })
    }),
  )

const later = ({ id, now }: Standing, moved: ReturnType<typeof makeRoom>): Bounds => ({
  ...now,
  ...moved.get(id),
})

describe('cards that grow', () => {
  it('never come to lie over those below, which go straight down and keep their order', () => {
    fc.assert(
      fc.property(columns, cards => {
        const moved = makeRoom(cards)
        for (const a of cards) {
          const [is, was] = [later(a, moved), a.before!]
          expect(is.x).toBe(was.x)
          expect(is.y).toBeGreaterThanOrEqual(was.y)
          for (const b of cards) if (a !== b) expect(overlap(is, later(b, moved))).toBe(false)
        }
      }),
    )
  })

  it('move nobody while there is room', () => {
    fc.assert(
      fc.property(columns, cards => {
        const still = cards.map(card => ({ ...card, now: card.before! }))
        expect(makeRoom(still).size).toBe(0)
      }),
    )
  })

  it('push the bands below down as a whole', () => {
    const box = (x: number, y: number, height: number): Bounds => ({ x, y, width: 220, height })
    const moved = makeRoom([
      { id: 'a', tier: 0, before: box(0, 0, 100), now: box(0, 0, 200) },
      { id: 'b', tier: 1, before: box(600, 160, 80), now: box(600, 160, 80) },
      { id: 'c', tier: 1, before: box(900, 200, 80), now: box(900, 200, 80) },
    ])
    expect(moved).toEqual(
      new Map([
        ['b', { x: 600, y: 260 }],
        ['c', { x: 900, y: 300 }],
      ]),
    )
  })
})

const placed = (store: EditorStore, boxes: ReadonlyMap<string, Bounds>) =>
  store.getState().document.chart.nodes.map(node => ({ id: node.id, ...boxes.get(node.id)! }))

function expectApart(store: EditorStore, context: ReturnType<typeof fakeContext>['context']) {
  const boxes = placed(store, context.canvas.boxes())
  for (const a of boxes)
    for (const b of boxes) if (a !== b) expect(overlap(a, b), `${a.id} over ${b.id}`).toBe(false)
}

describe('a new card', () => {
  it('goes beside what is there already, an escalation into the band of its tier', async () => {
    const policy = smallPolicy()
    policy.chart.nodes = policy.chart.nodes.filter(node => node.id === 'start' || node.id === 'ask')
    policy.chart.edges = policy.chart.edges.filter(edge => edge.to === 'ask')
    const store = openStore(policy)
    const { context } = fakeContext(store)
    store.getState().select({ nodes: ['ask'] })
    await runCommand(COMMANDS.addAction, context)
    store.getState().select({ nodes: ['ask'] })
    await runCommand(COMMANDS.addEscalate, context)
    expectApart(store, context)
    const state = store.getState()
    const tiers = bandTiers(state.document, (state.document.handbook as Handbook).tiers)
    const boxes = context.canvas.boxes()
    const bands = bandsOf([...tiers].map(([id, tier]) => [tier, boxes.get(id)!] as const))
    expect(bands.map(({ tier }) => tier)).toEqual([0, 1])
    expect(boxes.get('escalate')!.y).toBeGreaterThan(bands[1]!.top)
    expect(boxes.get('ask')!.y + boxes.get('ask')!.height).toBeLessThan(bands[0]!.bottom)
    // An action that is filled in is higher than an empty one: there is room for that.
    expect(boxes.get('escalate')!.y - boxes.get('action')!.y).toBeGreaterThan(200)
  })

  it('goes in between in a column of its own', async () => {
    const store = openStore()
    const { context } = fakeContext(store)
    store.getState().select({ nodes: ['start'] })
    await runCommand(COMMANDS.addAction, context)
    const boxes = context.canvas.boxes()
    expect(boxes.get('start')!.x).toBeLessThan(boxes.get('action')!.x)
    expect(boxes.get('action')!.x + 220).toBeLessThan(boxes.get('ask')!.x)
    expectApart(store, context)
    expect(store.getState().undoStack).toHaveLength(1)
  })

  it('goes behind the start where nothing is selected and nothing else is drawn', async () => {
    const policy = smallPolicy()
    policy.chart = { nodes: policy.chart.nodes.filter(node => node.id === 'start'), edges: [] }
    const store = openStore(policy)
    const { context } = fakeContext(store)
    await runCommand(COMMANDS.addQuestion, context)
    expect(store.getState().document.chart.edges).toMatchObject([{ from: 'start', to: 'question' }])
  })

  it('covers no card that it is let go of over', async () => {
    const store = openStore()
    const { context } = fakeContext(store)
    await runCommand(COMMANDS.addNote, { ...context, at: { x: 510, y: 10 } })
    expectApart(store, context)
  })

  it('stays in its band while nothing leads to it', () => {
    const policy = smallPolicy()
    policy.chart.edges = policy.chart.edges.filter(edge => edge.id !== 'e3')
    expect(bandTiers(policy, (policy.handbook as Handbook).tiers).get('up')).toBe(1)
  })
})

it('what made room is taken back with what it made room for', () => {
  const store = openStore()
  const { edit } = store.getState()
  edit('Say', draft => Object.assign(draft.chart.nodes[2]!, { say: 'More.' }), { merge: 'say' })
  edit('Make room', draft => Object.assign(draft.chart.nodes[4]!, { position: { x: 500, y: 340 } }), {
    amend: true,
  })
  edit('Say', draft => Object.assign(draft.chart.nodes[2]!, { say: 'More words.' }), { merge: 'say' })
  expect(store.getState().undoStack.map(({ title }) => title)).toEqual(['Say'])
  store.getState().undo()
  expect(store.getState().document).toEqual(smallPolicy())
  store.getState().redo()
  expect(store.getState().document.chart.nodes[4]!.position).toEqual({ x: 500, y: 340 })
})

it('an escalation that hands over to another tier moves into its band, with what follows it', () => {
  const policy = smallPolicy()
  policy.handbook = {
    ...policy.handbook,
    tiers: [...(policy.handbook as Handbook).tiers, { id: 'T3', title: 'Duty manager' }],
  }
  policy.chart.nodes.push(
    { id: 'theirs', kind: 'close', result: 'resolved', position: { x: 800, y: 320 } },
    { id: 'other', kind: 'escalate', to: 'T2', mode: 'transfer', position: { x: 200, y: 340 } },
    { id: 'top', kind: 'escalate', to: 'T3', mode: 'transfer', position: { x: 200, y: 600 } },
  )
  policy.chart.edges.push({ id: 'e5', from: 'up', to: 'theirs' })
  const store = openStore(policy)
  const { context } = fakeContext(store)
  changeTier(context, 'up', 'T3')
  const boxes = context.canvas.boxes()
  expect(boxes.get('up')!.y).toBeGreaterThan(boxes.get('other')!.y + boxes.get('other')!.height)
  expect(boxes.get('theirs')!.y - boxes.get('up')!.y).toBe(20)
  expectApart(store, context)
  expect(store.getState().undoStack.map(({ title }) => title)).toEqual(['Change tier'])
  changeTier(context, 'up', 'T2')
  const back = context.canvas.boxes()
  expect(back.get('up')!.y + back.get('up')!.height).toBeLessThan(back.get('top')!.y)
  expectApart(store, context)
})
