import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type DraftCalls, startAutosave } from '@/app/_editor/document/autosave'
import type { SafetyCopies } from '@/app/_editor/document/safety-copy'
import type { PolicyDocument } from '@/compiler/language/policy'
import { openStore } from './fake-context'
import { smallPolicy } from './small-policy'

class Refusal extends Error {
  constructor(
    readonly data: { code: string },
    message = 'refused',
  ) {
    super(message)
  }
}

/** A server with one draft, as `drafts.save` and `drafts.get` keep it, and a connection that can be cut. */
function server() {
  const draft = { document: smallPolicy(), revision: 3, savedAt: '2026-11-21T14:32:00.000Z', savedBy: 'Ana' }
  const state = { draft, cut: false, loseAnswer: false, refuse: null as Error | null, saves: 0 }
  const calls: DraftCalls = {
    async save({ revision, document }) {
      state.saves++
      if (state.cut) throw new TypeError('fetch failed')
      if (state.refuse) throw state.refuse
      if (revision !== draft.revision) throw new Refusal({ code: 'CONFLICT' })
      Object.assign(draft, { document: structuredClone(document), revision: revision + 1, savedBy: 'Me' })
      if (state.loseAnswer) throw new TypeError('fetch failed')
      return { revision: draft.revision, savedAt: draft.savedAt }
    },
    load: async () => structuredClone(draft),
    saveOnLeaving: vi.fn(),
  }
  const elsewhere = (title: string) =>
    Object.assign(draft, {
      document: { ...draft.document, title },
      revision: draft.revision + 1,
      savedBy: 'Bea',
    })
  return { state, draft, calls, elsewhere }
}

function open() {
  const { state, draft, calls, elsewhere } = server()
  const kept: { copy: PolicyDocument | null } = { copy: null }
  const copies: SafetyCopies = {
    keep: document => {
      kept.copy = document
    },
    clear: () => {
      kept.copy = null
    },
    left: async () => [],
    drop: () => {},
    release: () => {},
  }
  const store = openStore()
  const autosave = startAutosave(store, calls, copies)
  const type = (title: string) =>
    store.getState().edit('Rename', document => Object.assign(document, { title }))
  return {
    state,
    draft,
    elsewhere,
    calls,
    kept,
    store,
    autosave,
    type,
    save: () => store.getState().save.state,
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const rest = (ms = 1000) => vi.advanceTimersByTimeAsync(ms)

describe('saving by itself', () => {
  it('waits for a rest, and then saves once', async () => {
    const { type, draft, state, save, kept } = open()
    for (const title of ['A', 'AB', 'ABC']) {
      type(title)
      await rest(300)
    }
    expect(state.saves).toBe(0)
    expect(save()).toBe('unsaved')
    expect(kept.copy?.title).toBe('ABC')
    await rest()
    expect(draft.document.title).toBe('ABC')
    expect(state.saves).toBe(1)
    expect(save()).toBe('saved')
    expect(kept.copy).toBe(null)
  })

  it('saves what was typed while it saved', async () => {
    const { type, draft, calls, save } = open()
    const answer = calls.save
    calls.save = async input => {
      await new Promise(resolve => setTimeout(resolve, 500))
      return answer(input)
    }
    type('A')
    await rest(700)
    expect(save()).toBe('saving')
    type('AB')
    await rest(3000)
    expect(draft.document.title).toBe('AB')
    expect(save()).toBe('saved')
  })

  it('has nothing to do where undo led back', async () => {
    const { type, store, state, save } = open()
    type('A')
    store.getState().undo()
    await rest()
    expect(save()).toBe('saved')
    expect(state.saves).toBeLessThanOrEqual(1)
  })
})

describe('without a connection', () => {
  it('keeps the work, tries again, and saves the newest', async () => {
    const { type, draft, state, save, kept } = open()
    state.cut = true
    type('A')
    await rest(2000)
    expect(save()).toBe('offline')
    type('AB')
    await rest(500)
    expect(kept.copy?.title).toBe('AB')
    state.cut = false
    await rest(40_000)
    expect(draft.document.title).toBe('AB')
    expect(save()).toBe('saved')
  })

  it('sees no conflict with itself where only the answer got lost', async () => {
    const { type, draft, state, save } = open()
    state.loseAnswer = true
    type('A')
    await rest(700)
    expect(save()).toBe('offline')
    state.loseAnswer = false
    await rest(5000)
    expect(save()).toBe('saved')
    expect(draft).toMatchObject({ revision: 4, document: { title: 'A' } })
  })

  it('nor where more was drawn before it was tried again', async () => {
    const { type, draft, state, save, store } = open()
    const note = (text: string) =>
      store.getState().edit('Note', document => {
        document.chart.nodes = document.chart.nodes.filter(node => node.kind !== 'note')
        document.chart.nodes.push({ id: 'note', kind: 'note', text })
      })
    state.loseAnswer = true
    note('Begun')
    await rest(700)
    state.loseAnswer = false
    note('Written')
    type('B')
    await rest(10_000)
    expect(save()).toBe('saved')
    expect(draft).toMatchObject({ revision: 5, document: { title: 'B' } })
    expect(draft.document.chart.nodes.filter(node => node.kind === 'note')).toMatchObject([
      { text: 'Written' },
    ])
  })
})

describe('somebody else’s save in between', () => {
  const theirStep = (document: PolicyDocument): PolicyDocument => ({
    ...document,
    chart: { ...document.chart, nodes: [...document.chart.nodes, { id: 'n', kind: 'note', text: 'Theirs' }] },
  })

  it('comes in by itself where it changed another place, and both are saved', async () => {
    const { type, draft, store, save } = open()
    Object.assign(draft, { document: theirStep(draft.document), revision: 4, savedBy: 'Bea' })
    type('Mine')
    await rest(2000)
    expect(save()).toBe('saved')
    expect(draft).toMatchObject({ revision: 5, document: { title: 'Mine' } })
    expect(draft.document.chart.nodes.at(-1)).toMatchObject({ text: 'Theirs' })
    // Mine is taken back, and theirs stays.
    expect(store.getState().undo()).toEqual([])
    await rest(2000)
    expect(draft.document).toEqual(theirStep(smallPolicy()))
  })

  it('comes in before mine is saved, once it is said to be there', async () => {
    const { draft, store, save, autosave } = open()
    Object.assign(draft, { document: theirStep(draft.document), revision: 4, savedBy: 'Bea' })
    await autosave.seen(4)
    expect(store.getState().document).toEqual(draft.document)
    expect(save()).toBe('saved')
    expect(store.getState().undoStack).toEqual([])
  })

  it('at the same place stops saving until somebody decides, and loses neither', async () => {
    const { type, draft, elsewhere, store, save, kept } = open()
    elsewhere('Theirs')
    type('Mine')
    await rest(1000)
    expect(save()).toBe('conflict')
    expect(store.getState().save.conflict).toMatchObject({ savedBy: 'Bea', revision: 4 })
    expect(store.getState().clashes).toEqual([{ path: ['title'], mine: 'Mine', theirs: 'Theirs' }])
    type('Mine, later')
    await rest(60_000)
    expect(draft.document.title).toBe('Theirs')
    expect(kept.copy?.title).toBe('Mine, later')
  })

  it('ends with theirs, mine one undo away', async () => {
    const { type, draft, elsewhere, store, save, autosave } = open()
    elsewhere('Theirs')
    type('Mine')
    await rest()
    autosave.decide('theirs')
    await rest()
    expect(store.getState().document.title).toBe('Theirs')
    expect(save()).toBe('saved')
    store.getState().undo()
    await rest()
    expect(draft).toMatchObject({ revision: 5, document: { title: 'Mine' } })
  })

  it('ends with mine', async () => {
    const { type, draft, elsewhere, save, autosave } = open()
    elsewhere('Theirs')
    type('Mine')
    await rest()
    autosave.decide('mine')
    await rest()
    expect(draft).toMatchObject({ revision: 5, document: { title: 'Mine' } })
    expect(save()).toBe('saved')
  })

  it('is none where the other save changed nothing', async () => {
    const { type, draft, elsewhere, save } = open()
    elsewhere('Small')
    type('Mine')
    await rest(2000)
    expect(save()).toBe('saved')
    expect(draft.document.title).toBe('Mine')
  })
})

describe('a save that is refused', () => {
  it('says why, and is tried again after the next edit', async () => {
    const { type, draft, state, store, save, kept } = open()
    state.refuse = new Refusal({ code: 'BAD_REQUEST' }, 'chart.nodes.0 has no kind')
    type('A')
    await rest()
    expect(store.getState().save).toMatchObject({ state: 'refused', message: 'chart.nodes.0 has no kind' })
    expect(kept.copy?.title).toBe('A')
    state.refuse = null
    type('AB')
    await rest()
    expect(save()).toBe('saved')
    expect(draft.document.title).toBe('AB')
  })

  it('because of the sign-in goes on once somebody signed in elsewhere', async () => {
    const { type, draft, state, save } = open()
    state.refuse = new Refusal({ code: 'UNAUTHORIZED' })
    type('A')
    await rest()
    expect(save()).toBe('refused')
    state.refuse = null
    await rest(10_000)
    expect(save()).toBe('saved')
    expect(draft.document.title).toBe('A')
  })
})

describe('leaving', () => {
  it('keeps a copy and sends what is not saved yet', async () => {
    const { type, autosave, calls, kept } = open()
    type('A')
    autosave.leave()
    expect(kept.copy?.title).toBe('A')
    expect(calls.saveOnLeaving).toHaveBeenCalledWith(
      expect.objectContaining({ policy: 'small', revision: 3 }),
    )
  })

  it('saves at once where it is asked to', async () => {
    const { type, autosave, draft } = open()
    type('A')
    await autosave.flush()
    expect(draft.document.title).toBe('A')
  })
})
