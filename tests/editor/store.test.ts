import { describe, expect, it, vi } from 'vitest'
import { createEditorStore } from '@/app/_editor/document/store'
import type { PolicyDocument } from '@/compiler/language/policy'
import { smallPolicy } from './small-policy'

const open = (options: { readOnly?: boolean } = {}) =>
  createEditorStore({
    policyName: 'small',
    document: smallPolicy(),
    revision: 3,
    savedAt: '2026-11-21T14:32:00.000Z',
    savedBy: 'Ana',
    ...options,
  })

const title = (document: PolicyDocument) => document.title

describe('an edit', () => {
  it('is one step, and undo and redo go both ways', () => {
    const store = open()
    const before = store.getState().document
    store.getState().edit('Rename', draft => {
      draft.title = 'Other'
      draft.chart.nodes.pop()
    })
    const after = store.getState().document
    expect(store.getState().undoStack.map(step => step.title)).toEqual(['Rename'])
    store.getState().undo()
    expect(store.getState().document).toEqual(before)
    store.getState().redo()
    expect(store.getState().document).toEqual(after)
  })

  it('that changes nothing leaves no step and stays saved', () => {
    const store = open()
    store.getState().edit('Rename', draft => {
      draft.title = 'Small'
    })
    expect(store.getState().undoStack).toEqual([])
    expect(store.getState().save.state).toBe('saved')
  })

  it('never changes a document that somebody holds', () => {
    const store = open()
    const held = store.getState().document
    const copy = structuredClone(held)
    store.getState().edit('Rename', draft => {
      draft.title = 'Other'
    })
    expect(held).toEqual(copy)
    expect(() => Object.assign(store.getState().document, { title: 'by hand' })).toThrow()
  })

  it('does nothing in a read-only editor', () => {
    const store = open({ readOnly: true })
    const before = store.getState().document
    store.getState().edit('Rename', draft => {
      draft.title = 'Other'
    })
    store.getState().replace('Replace', { ...smallPolicy(), title: 'Other' })
    expect(store.getState().document).toBe(before)
  })
})

describe('typing', () => {
  const type = (store: ReturnType<typeof open>, text: string, merge = 'title') =>
    store.getState().edit('Rename', draft => Object.assign(draft, { title: text }), { merge })

  it('in one field is one step, taken back at once', () => {
    const store = open()
    for (const text of ['S', 'Sh', 'Shi', 'Ship']) type(store, text)
    expect(store.getState().undoStack).toHaveLength(1)
    store.getState().undo()
    expect(title(store.getState().document)).toBe('Small')
    store.getState().redo()
    expect(title(store.getState().document)).toBe('Ship')
  })

  it('in another field, after a pause, or after undo, begins another step', () => {
    vi.useFakeTimers()
    const store = open()
    type(store, 'A')
    type(store, 'B', 'elsewhere')
    type(store, 'C', 'elsewhere')
    vi.advanceTimersByTime(10_000)
    type(store, 'D', 'elsewhere')
    expect(store.getState().undoStack).toHaveLength(3)
    store.getState().undo()
    store.getState().redo()
    type(store, 'E', 'elsewhere')
    expect(store.getState().undoStack).toHaveLength(4)
    store.getState().undo()
    expect(title(store.getState().document)).toBe('D')
    vi.useRealTimers()
  })
})

describe('a step', () => {
  it('holds every edit made while it is open', () => {
    const store = open()
    const before = store.getState().document
    store.getState().step('Both', () => {
      store.getState().edit('one', draft => Object.assign(draft, { title: 'One' }))
      store.getState().edit('two', draft => Object.assign(draft.chart, { edges: [] }))
      store.getState().select({ nodes: ['ask'] })
    })
    expect(store.getState().undoStack.map(step => step.title)).toEqual(['Both'])
    expect(store.getState().undoStack[0]?.after.nodes).toEqual(['ask'])
    store.getState().undo()
    expect(store.getState().document).toEqual(before)
    expect(store.getState().selection.nodes).toEqual([])
  })

  it('closes when its work throws, and keeps what was done', () => {
    const store = open()
    expect(() =>
      store.getState().step('Half', () => {
        store.getState().edit('one', draft => Object.assign(draft, { title: 'One' }))
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(store.getState().undoStack).toHaveLength(1)
    store.getState().undo()
    expect(title(store.getState().document)).toBe('Small')
  })
})

describe('selection', () => {
  it('lets go of what is deleted, and finds it again on undo', () => {
    const store = open()
    store.getState().select({ nodes: ['ask', 'done'] })
    store.getState().edit('Delete', draft => {
      draft.chart.nodes = draft.chart.nodes.filter(node => node.id !== 'done')
    })
    expect(store.getState().selection.nodes).toEqual(['ask'])
    store.getState().undo()
    expect(store.getState().selection.nodes).toEqual(['ask', 'done'])
  })

  it('follows a place that is revealed, and opens its panel', () => {
    const store = open()
    store.getState().reveal({ path: ['handbook', 'facts', 'gift'] })
    expect(store.getState().panel).toBe('handbook')
    store.getState().reveal({ nodes: ['ask', 'gone'], path: ['chart', 'nodes', 1] })
    expect(store.getState()).toMatchObject({ panel: 'inspector', selection: { nodes: ['ask'], edges: [] } })
    const at = store.getState().revealed?.at
    store.getState().reveal({ nodes: ['ask'] })
    expect(store.getState().revealed?.at).toBe(at! + 1)
  })
})
