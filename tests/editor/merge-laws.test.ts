import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runCommand } from '@/app/_editor/commands/command'
import { COMMANDS } from '@/app/_editor/commands/registry'
import { type Clash, merge, withTheirs } from '@/app/_editor/document/merge'
import type { EditorStore } from '@/app/_editor/document/store'
import { documentSchema, type PolicyDocument } from '@/compiler/language/policy'
import { fakeContext, openStore } from './fake-context'
import { smallPolicy } from './small-policy'

const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000)
const RUNS = Number(process.env.RUNS ?? 150)

/** What one of two people does: adds, deletes, rewords, moves, on whatever is there by then. */
const act = fc.record({
  is: fc.constantFrom('add', 'delete', 'title', 'say', 'fact', 'answer', 'scenario'),
  at: fc.nat(20),
  text: fc.string({ minLength: 1, maxLength: 5 }),
})
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never
const acts = fc.array(act, { maxLength: 8 })

const ADDING = [COMMANDS.addQuestion, COMMANDS.addAction, COMMANDS.addClose, COMMANDS.addNote]

async function perform(store: EditorStore, { is, at, text }: Act) {
  const { context } = fakeContext(store)
  const { document, select, edit } = store.getState()
  const of = <T>(list: readonly T[]) => list[at % Math.max(1, list.length)]
  const id = of(document.chart.nodes)?.id
  if (id !== undefined) select({ nodes: [id] })
  switch (is) {
    case 'add':
      return runCommand(of(ADDING)!, context)
    case 'delete':
      return runCommand(COMMANDS.deleteSelection, context)
    case 'title':
    case 'say':
      return edit('Word', draft => {
        const node = draft.chart.nodes.find(each => each.id === id)
        if (node && node.kind !== 'note') Object.assign(node, { [is]: text })
      })
    case 'fact':
      return edit('Fact', draft => {
        const facts = draft.handbook.facts!
        facts[text.replace(/\W/g, '_') || 'f'] = { type: 'boolean', source: 'agent', title: text }
      })
    case 'answer':
      return edit('Answer', draft => {
        const edge = of(draft.chart.edges)
        if (edge?.when) edge.when = { ...edge.when, gift: text.length > 2 ? 'true' : 'false' }
      })
    case 'scenario':
      return edit('Scenario', draft => {
        const others = (draft.scenarios ?? []).filter(each => each.title !== text)
        draft.scenarios = [...others, { title: text, tier: 'T1', facts: {}, expect: { asked: [] } }]
      })
  }
}

async function edited(base: PolicyDocument, list: readonly Act[]): Promise<PolicyDocument> {
  const store = openStore(base)
  for (const each of list) await perform(store, each)
  return store.getState().document
}

/** Every value of a document under the keys that lead to it, what stands where in a list left out. */
function leaves(value: unknown, path = '', found = new Map<string, string>()): Map<string, string> {
  if (Array.isArray(value) && value.every(item => item?.id ?? item?.title))
    for (const item of value) leaves(item, `${path}/${item.id ?? item.title}`, found)
  else if (typeof value === 'object' && value !== null && !Array.isArray(value))
    for (const [key, each] of Object.entries(value)) leaves(each, `${path}/${key}`, found)
  else if (value !== undefined) found.set(path, JSON.stringify(value))
  return found
}

const plain = (document: PolicyDocument) =>
  Object.fromEntries([...leaves(document)].filter(([path]) => !path.includes('/position/')))

const saved = (document: PolicyDocument) => ({
  document,
  revision: 4,
  savedAt: '2026-11-22T08:00:00Z',
  savedBy: 'Bea',
})

describe(`two people with one draft (seed ${SEED})`, () => {
  const base = smallPolicy()
  const property = (predicate: (mine: Act[], theirs: Act[], later: Act[]) => Promise<void>) =>
    fc.assert(fc.asyncProperty(acts, acts, acts, predicate), { seed: SEED, numRuns: RUNS })

  it('who alone has changed something has it their way', () =>
    property(async mine => {
      const own = await edited(base, mine)
      expect(merge(base, own, base)).toEqual({ document: own, clashes: [] })
      expect(merge(base, base, own)).toEqual({ document: own, clashes: [] })
      expect(merge(base, own, structuredClone(own))).toEqual({ document: own, clashes: [] })
    }))

  it('nothing is lost that one of them wrote, and what both wrote is told', () =>
    property(async (mine, theirs) => {
      const store = openStore(base)
      for (const each of mine) await perform(store, each)
      const other = await edited(base, theirs)
      const clashes = store.getState().mergeIn(saved(other))
      const own = leaves(
        store.getState().undoStack.at(-1)?.to ?? base, // under the names that mine have now
      )
      const [old, their, both] = [leaves(base), leaves(other), leaves(store.getState().document)]
      const told = (path: string) =>
        clashes.some(clash => `${path}/`.startsWith(`/${clash.path.join('/')}/`)) ||
        path.includes('/position/')
      for (const path of new Set([...old.keys(), ...own.keys(), ...their.keys()])) {
        const [was, mine, theirs, now] = [old, own, their, both].map(each => each.get(path))
        if (told(path)) continue
        if (mine === was) expect(now, `theirs at ${path}`).toBe(theirs)
        else if (theirs === was) expect(now, `mine at ${path}`).toBe(mine)
        else expect([mine, theirs], path).toEqual([now, now])
      }
      expect(documentSchema.safeParse(store.getState().document).success).toBe(true)
    }))

  it('mine stands where both wrote, and theirs comes in its place when it is taken', () =>
    property(async (mine, theirs) => {
      const [own, other] = [await edited(base, mine), await edited(base, theirs)]
      const { document, clashes } = merge(base, own, other)
      const taken = clashes.reduce(
        (now: PolicyDocument, clash: Clash) => withTheirs(now, other, clash),
        document,
      )
      expect(plain(taken)).toEqual(plain(merge(base, other, own).document))
    }))

  it('what I did before and after their work came in is taken back without it, and done again', () =>
    property(async (before, theirs, after) => {
      const store = openStore(base)
      for (const each of before) await perform(store, each)
      const other = await edited(base, theirs)
      const clashes = store.getState().mergeIn(saved(other))
      const past = store.getState().undoStack.flatMap(({ from, to }) => [plain(from), plain(to)])
      const [old, their] = [plain(base), plain(other)]
      // What I had made alike at some time was mine, too, and is taken back.
      const alike = (path: string) =>
        their[path] !== old[path] && past.some(document => document[path] === their[path])
      const others = (document: PolicyDocument) =>
        Object.fromEntries(Object.entries(plain(document)).filter(([path]) => !alike(path)))
      for (const each of after) await perform(store, each)
      const last = store.getState().document
      while (store.getState().undoStack.length > 0) clashes.push(...store.getState().undo())
      if (clashes.length > 0) return
      expect(others(store.getState().document)).toEqual(others(other))
      while (store.getState().redoStack.length > 0) clashes.push(...store.getState().redo())
      if (clashes.length === 0) expect(plain(store.getState().document)).toEqual(plain(last))
    }))
})

describe('a step and a line that both have added under one id', () => {
  it('are two: mine is called otherwise, also in what I can take back', async () => {
    const store = openStore()
    const add = async (which: EditorStore, title: string) => {
      await runCommand(COMMANDS.addNote, fakeContext(which).context)
      which.getState().edit('Text', draft => Object.assign(draft.chart.nodes.at(-1)!, { text: title }))
    }
    await add(store, 'Mine')
    const bea = openStore()
    await add(bea, 'Theirs')
    expect(store.getState().mergeIn(saved(bea.getState().document))).toEqual([])
    const notes = () =>
      Object.fromEntries(
        store
          .getState()
          .document.chart.nodes.flatMap(node => (node.kind === 'note' ? [[node.id, node.text]] : [])),
      )
    expect(notes()).toEqual({ note: 'Theirs', 'note-2': 'Mine' })
    store.getState().undo()
    store.getState().undo()
    expect(notes()).toEqual({ note: 'Theirs' })
    store.getState().redo()
    store.getState().redo()
    expect(notes()).toEqual({ note: 'Theirs', 'note-2': 'Mine' })
  })

  it('also where mine was taken away again, and can be put back', async () => {
    const [store, bea] = [openStore(), openStore()]
    for (const each of [store, bea]) await runCommand(COMMANDS.addNote, fakeContext(each).context)
    await runCommand(COMMANDS.deleteSelection, fakeContext(store).context)
    store.getState().mergeIn(saved(bea.getState().document))
    const ids = () => store.getState().document.chart.nodes.map(node => node.id)
    store.getState().undo()
    expect(ids()).toEqual(expect.arrayContaining(['note', 'note-2']))
    store.getState().undo()
    expect(ids()).toContain('note')
    expect(ids()).not.toContain('note-2')
  })
})

it('what follows from a step after their work came in does not take it along when it is taken back', async () => {
  const store = openStore()
  const { edit } = store.getState()
  const say = (say: string) =>
    edit('Say', draft => Object.assign(draft.chart.nodes[2]!, { say }), { merge: 'say' })
  say('M')
  const base = smallPolicy()
  store.getState().mergeIn(saved({ ...base, title: 'Theirs' }))
  say('Mine')
  edit('Room', draft => Object.assign(draft.chart.nodes[0]!, { position: { x: 0, y: 90 } }), { amend: true })
  while (store.getState().undoStack.length > 0) store.getState().undo()
  expect(store.getState().document).toEqual({ ...base, title: 'Theirs' })
})
