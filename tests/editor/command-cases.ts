import { expect } from 'vitest'
import type { COMMANDS } from '@/app/_editor/commands/registry'
import { takeOutSelection } from '@/app/_editor/commands/taking-out'
import type { EditorState, EditorStore } from '@/app/_editor/document/store'
import { finding } from '@/compiler/language/finding'
import type { PolicyDocument } from '@/compiler/language/policy'
import { emptyPolicy } from '@/server/policies/empty-policy'
import { edge, ids, placeOf } from './chart-of'
import { smallPolicy } from './small-policy'

export type Name = keyof typeof COMMANDS

interface Case {
  /** The document before, where the small policy does not do. */
  document?: () => PolicyDocument
  before?: (state: EditorState, store: EditorStore) => void
  after: (state: EditorState, calls: string[], before: EditorState) => void
}

export const checked = (state: EditorState) =>
  state.checked({
    document: state.document,
    policy: null,
    artifacts: null,
    findings: [
      finding('gap', { message: 'No answer at “A gift?”', nodes: ['ask'] }),
      finding('wordless', { message: 'No words at “Resolved”', nodes: ['done'] }),
    ],
  })

const added = (id: string, kind: string): Case => ({
  after: (state, calls) => {
    expect(state.document.chart.nodes.at(-1)).toMatchObject({ id, kind })
    expect(state.selection).toEqual({ nodes: [id], edges: [] })
    expect(calls).toEqual([`focus ${id}`])
  },
})

const moved = (x: number, y: number): Case => ({
  before: state => state.select({ nodes: ['ask', 'give'] }),
  after: state => {
    expect(placeOf(state, 'ask')).toEqual({ x: 200 + x, y })
    expect(placeOf(state, 'give')).toEqual({ x: 500 + x, y })
    expect(placeOf(state, 'done')).toEqual({ x: 800, y: 0 })
  },
})

const aligned = (places: Record<string, { x: number; y: number }>): Case => ({
  before: state => state.select({ nodes: Object.keys(places) }),
  after: state => {
    for (const [id, at] of Object.entries(places)) expect(placeOf(state, id)).toEqual(at)
  },
})

const called = (name: string): Case => ({ after: (_state, calls) => expect(calls).toEqual([name]) })

const shows = (part: Partial<EditorState>): Case => ({ after: state => expect(state).toMatchObject(part) })

/** What each command does. A command without a case does not compile. */
export const CASES: Record<Name, Case> = {
  addQuestion: added('question', 'question'),
  addAction: {
    before: state => state.select({ nodes: ['start'] }),
    after: state => {
      // Between the start and what it led to.
      expect(edge(state, 'start', 'action')).toBeDefined()
      expect(edge(state, 'action', 'ask')).toBeDefined()
      expect(edge(state, 'start', 'ask')).toBeUndefined()
    },
  },
  addEscalate: {
    before: state => {
      state.edit('an answer less', draft => {
        draft.chart.edges = draft.chart.edges.filter(edge => edge.id !== 'e3')
      })
      state.select({ nodes: ['ask'] })
    },
    after: state => {
      expect(edge(state, 'ask', 'escalate')).toMatchObject({ when: { gift: 'false' } })
      expect(state.document.chart.nodes.at(-1)).toMatchObject({ kind: 'escalate', to: 'T2' })
    },
  },
  addClose: {
    before: state => state.select({ nodes: ['up'] }),
    after: state => expect(edge(state, 'up', 'close')).toBeDefined(),
  },
  addTrigger: {
    before: state => state.select({ nodes: ['ask'] }),
    after: state => {
      expect(state.document.chart.nodes.at(-1)).toMatchObject({
        kind: 'trigger',
        priority: 1,
        when: { danger: 'true' },
      })
      expect(edge(state, 'ask', 'magic-word')).toBeUndefined()
    },
  },
  addNote: added('note', 'note'),
  addStart: {
    document: () => {
      const policy = smallPolicy()
      policy.chart.nodes = policy.chart.nodes.filter(node => node.kind !== 'start')
      policy.chart.edges = policy.chart.edges.filter(edge => edge.from !== 'start')
      return policy
    },
    after: state => expect(ids(state)).toContain('start'),
  },
  undo: {
    before: state => state.edit('Rename', draft => Object.assign(draft, { title: 'Other' })),
    after: state => expect(state.document.title).toBe('Small'),
  },
  redo: {
    before: state => {
      state.edit('Rename', draft => Object.assign(draft, { title: 'Other' }))
      state.undo()
    },
    after: state => expect(state.document.title).toBe('Other'),
  },
  connectTo: {
    before: state => state.select({ nodes: ['ask'] }),
    after: state => expect(state.dialog).toBe('connect'),
  },
  cut: {
    before: state => state.select({ nodes: ['give'] }),
    after: state => {
      expect(ids(state)).not.toContain('give')
      expect(edge(state, 'ask', 'done')).toBeUndefined()
      expect(state.broken).toMatchObject({ targets: ['done'] })
    },
  },
  copy: {
    before: state => state.select({ nodes: ['give', 'done'] }),
    after: (state, _calls, before) => expect(state.document).toBe(before.document),
  },
  paste: { after: (state, _calls, before) => expect(state.document).toBe(before.document) },
  duplicate: {
    before: state => state.select({ nodes: ['start', 'give', 'done'] }),
    after: state => {
      expect(state.selection.nodes).toEqual(['give-2', 'done-2'])
      expect(edge(state, 'give-2', 'done-2')).toBeDefined()
      expect(placeOf(state, 'give-2')).toEqual({ x: 540, y: 40 })
    },
  },
  deleteSelection: {
    before: state => state.select({ nodes: ['ask'], edges: ['e4'] }),
    after: state => {
      expect(ids(state)).not.toContain('ask')
      expect(state.document.chart.edges).toEqual([])
      expect(state.selection).toEqual({ nodes: [], edges: [] })
    },
  },
  healPath: {
    before: (state, store) => {
      state.select({ nodes: ['give'] })
      takeOutSelection(store, 'Delete')
    },
    after: state => {
      expect(edge(state, 'ask', 'done')).toMatchObject({ id: 'e2', when: { gift: 'true' } })
    },
  },
  putBetween: {
    before: state => {
      state.edit('Add', draft => {
        draft.chart.nodes.push({ id: 'more', kind: 'action', action: 'credit', with: { amount: 5 } })
      })
      state.select({ nodes: ['more'] })
    },
    after: state => expect(state.dialog).toBe('splice'),
  },
  editTitle: {
    before: state => state.select({ nodes: ['ask'] }),
    after: state => expect(state.titling).toBe('ask'),
  },
  selectAll: { after: state => expect(state.selection.nodes).toEqual(ids(state)) },
  selectNone: {
    before: state => state.select({ nodes: ['ask'] }),
    after: state => expect(state.selection.nodes).toEqual([]),
  },
  tidy: {
    // One answer stands left of its question, and the other tier's card in the first tier's band.
    before: state =>
      state.edit('Move', draft => {
        draft.chart.nodes.find(({ id }) => id === 'give')!.position = { x: 60, y: 200 }
        draft.chart.nodes.find(({ id }) => id === 'up')!.position = { x: 500, y: -200 }
      }),
    after: (state, calls) => {
      expect(placeOf(state, 'start')).toEqual({ x: 0, y: 0 })
      expect(placeOf(state, 'ask')).toEqual({ x: 200, y: 0 })
      expect(placeOf(state, 'done')).toEqual({ x: 800, y: 0 })
      expect(placeOf(state, 'give')!.x).toBeGreaterThanOrEqual(200)
      expect(placeOf(state, 'up')!.y).toBeGreaterThan(placeOf(state, 'ask')!.y + 80)
      expect(calls).toEqual([])
    },
  },
  layOut: {
    after: (state, calls) => {
      const x = (id: string) => placeOf(state, id)!.x
      expect(x('start')).toBeLessThan(x('ask'))
      expect(x('ask')).toBeLessThan(x('give'))
      expect(x('give')).toBeLessThan(x('done'))
      const above = ['start', 'ask', 'give', 'done'].map(id => placeOf(state, id)!.y)
      expect(placeOf(state, 'up')!.y).toBeGreaterThan(Math.max(...above) + 80)
      expect(calls).toEqual(['fit'])
    },
  },
  alignLeft: aligned({ ask: { x: 200, y: 0 }, up: { x: 200, y: 300 } }),
  alignCentre: aligned({ ask: { x: 350, y: 0 }, up: { x: 350, y: 300 } }),
  alignRight: aligned({ ask: { x: 500, y: 0 }, up: { x: 500, y: 300 } }),
  alignTop: aligned({ ask: { x: 200, y: 0 }, up: { x: 500, y: 0 } }),
  alignMiddle: aligned({ ask: { x: 200, y: 162 }, up: { x: 500, y: 150 } }),
  alignBottom: aligned({ ask: { x: 200, y: 323 }, up: { x: 500, y: 300 } }),
  distributeAcross: {
    before: state => state.select({ nodes: ['ask', 'give', 'done'] }),
    after: state => {
      const [a, b, c] = ['ask', 'give', 'done'].map(id => placeOf(state, id)!)
      expect([a, c]).toEqual([
        { x: 200, y: 0 },
        { x: 800, y: 0 },
      ])
      expect(b!.x - (a!.x + 220)).toBe(c!.x - (b!.x + 220))
    },
  },
  distributeDown: {
    before: state => state.select({ nodes: ['start', 'give', 'up'] }),
    after: state => {
      expect(placeOf(state, 'start')).toEqual({ x: 0, y: 0 })
      expect(placeOf(state, 'up')).toEqual({ x: 500, y: 300 })
      expect(placeOf(state, 'give')!.y).toBeGreaterThan(38)
    },
  },
  moveLeft: moved(-10, 0),
  moveRight: moved(10, 0),
  moveUp: moved(0, -10),
  moveDown: moved(0, 10),
  zoomIn: called('zoomIn'),
  zoomOut: called('zoomOut'),
  zoomReset: called('zoomReset'),
  zoomFit: called('fit'),
  zoomSelection: {
    before: state => state.select({ nodes: ['ask'] }),
    after: (_state, calls) => expect(calls).toEqual(['fitSelection']),
  },
  togglePanel: shows({ panelOpen: false }),
  toggleBottom: shows({ bottomOpen: false }),
  showCoverage: {
    document: () => ({
      ...smallPolicy(),
      scenarios: [{ title: 'A gift', tier: 'T1', facts: { gift: true }, expect: {} }],
    }),
    after: state => expect(state.coverage).toBe(true),
  },
  openCommands: shows({ dialog: 'commands' }),
  openShortcuts: shows({ dialog: 'shortcuts' }),
  findStep: shows({ dialog: 'find' }),
  nextFinding: {
    before: checked,
    after: state => expect(state.selection.nodes).toEqual(['ask']),
  },
  previousFinding: {
    before: checked,
    after: state => expect(state.selection.nodes).toEqual(['done']),
  },
  mendFinding: {
    before: state => {
      const open = finding('gap', {
        message: 'No answer at “A gift?”',
        nodes: ['ask'],
        fix: { title: 'Take the answer out', edits: [{ path: ['chart', 'edges', 2] }] },
      })
      state.checked({ document: state.document, policy: null, artifacts: null, findings: [open] })
      state.select({ nodes: ['ask'] })
    },
    after: (state, _calls, before) => {
      expect(edge(state, 'ask', 'up')).toBeUndefined()
      expect(edge(before, 'ask', 'up')).toBeDefined()
      // What it is not about is the same object still.
      expect(state.document.handbook).toBe(before.document.handbook)
    },
  },
  walkFinding: {
    before: state => {
      const open = finding('gap', { message: 'No answer', nodes: ['ask'], witness: { gift: true } })
      state.checked({ document: state.document, policy: null, artifacts: null, findings: [open] })
      state.select({ nodes: ['ask'] })
    },
    after: state => expect(state.walk?.finding.message).toBe('No answer'),
  },
  openNode: {
    before: state => state.select({ nodes: ['ask'] }),
    after: (state, calls) => {
      expect(state.panel).toBe('inspector')
      expect(calls).toEqual(['enterPanel'])
    },
  },
  openTable: {
    before: state => state.select({ nodes: ['ask'] }),
    after: state => expect(state.table).toBe('ask'),
  },
  showHandbook: shows({ panel: 'handbook', panelOpen: true }),
  tryCall: {
    after: (state, calls) => {
      expect(state).toMatchObject({ panel: 'try', panelOpen: true })
      expect(calls).toEqual(['enterPanel'])
    },
  },
  whyNot: {
    before: state => state.select({ nodes: ['give'] }),
    after: (state, calls) => {
      expect(state).toMatchObject({ panel: 'try', wish: 'give' })
      expect(calls).toEqual(['enterPanel'])
    },
  },
  showFindings: shows({ bottom: 'findings', bottomOpen: true }),
  showScenarios: shows({ bottom: 'scenarios', bottomOpen: true }),
  showTables: shows({ bottom: 'tables', bottomOpen: true }),
  takeTour: {
    document: () => emptyPolicy('new', 'New'),
    after: state => expect(state.firstSteps).toBe('tour'),
  },
  showTemplates: {
    document: () => emptyPolicy('new', 'New'),
    before: state => state.setFirstSteps('off'),
    after: state => expect(state.firstSteps).toBe('gallery'),
  },
  compare: {
    before: (_state, store) => store.setState({ inForce: 2 }),
    after: (state, calls) =>
      expect(calls).toEqual([`leave /policies/${state.policyName}/compare?from=2&to=draft`]),
  },
  propose: {
    before: state => state.checked({ document: state.document, policy: null, artifacts: null, findings: [] }),
    after: state => expect(state.dialog).toBe('propose'),
  },
}
