import { freeze } from 'immer'
import { createContext, use } from 'react'
import { createStore, type StoreApi, useStore } from 'zustand'
import type { SharedHandbook } from '@/compiler/language/handbook'
import type { PolicyDocument } from '@/compiler/language/policy'
import { backwards, changed, forwards, join, joins, type Recipe, type Selection, type Step } from './history'
import { withTheirs } from './merge'
import { mergedOrWhole, underOtherNames } from './merged'
import { samePointed } from './path'
import { sameIds } from './same-ids'
import { sameJson } from './same-json'
import { showingActions, showingData } from './showing'
import type { DraftKind, EditOptions, EditorData, EditorState, Place, ServerDraft } from './state'
import { handbookKey } from './taken-in'

export type { Selection } from './history'
export type { Bottom, Conflict, EditorState, Panel, Place, SaveStatus, ServerDraft } from './state'
export type EditorStore = StoreApi<EditorState>

export interface EditorStart extends ServerDraft {
  policyName: string
  kind?: DraftKind
  /** The shared handbook that the document takes in, where it is here already. */
  handbook?: SharedHandbook | null
  readOnly?: boolean
  inForce?: number | null
  next?: number
}

/** More steps than anybody takes back; the oldest go first. */
const MOST_STEPS = 2000

/** What of a selection is still in the document; the same object where all of it is. */
function stillThere(selection: Selection, document: PolicyDocument): Selection {
  const nodes = new Set(document.chart.nodes.map(node => node.id))
  const edges = new Set(document.chart.edges.map(edge => edge.id))
  const kept = {
    nodes: selection.nodes.filter(id => nodes.has(id)),
    edges: selection.edges.filter(id => edges.has(id)),
  }
  const all = kept.nodes.length === selection.nodes.length && kept.edges.length === selection.edges.length
  return all ? selection : kept
}

const same = (a: string[], b: string[]) => a.length === b.length && a.every((id, i) => id === b[i])

/** The handbook has a panel of its own; everything else is shown by the inspector. */
const panelOf = (place: Place): 'handbook' | 'inspector' =>
  place.path?.[0] === 'handbook' && !place.nodes?.length ? 'handbook' : 'inspector'

/** The editor of one policy: its document, its history, and what is shown of it. One for each page. */
export function createEditorStore(start: EditorStart): EditorStore {
  const { policyName, kind = 'policy', handbook, readOnly = false, inForce = null, next = 1 } = start
  const { document, revision, savedAt, savedBy } = start
  freeze(document, true)

  const data: EditorData = {
    policyName,
    kind,
    document,
    shared: handbook ? { [handbookKey(handbook)]: handbook } : {},
    readOnly,
    inForce,
    next,
    selection: { nodes: [], edges: [] },
    undoStack: [],
    redoStack: [],
    findings: [],
    policy: null,
    artifacts: null,
    checkedDocument: null,
    save: { state: 'saved', at: savedAt },
    clashes: [],
    others: [],
    saved: { document, revision, savedAt, savedBy },
    panel: 'inspector',
    panelOpen: true,
    bottom: 'findings',
    bottomOpen: true,
    dialog: null,
    table: null,
    titling: null,
    broken: null,
    pointed: null,
    firstSteps: 'gallery',
    revealed: null,
    ...showingData,
  }

  return createStore<EditorState>()((set, get) => {
    /** The step that is open: edits go into it until it closes. */
    let open: { title: string; step: Step | null } | null = null

    /** While a conflict or a lost connection is shown, another edit does not hide it. */
    const unsaved = () => {
      const { save } = get()
      const keep = save.state === 'conflict' || save.state === 'offline' || save.state === 'saving'
      return keep ? save : { ...save, state: 'unsaved' as const, message: undefined }
    }

    const push = (step: Step, amend = false) => {
      const { undoStack } = get()
      const top = undoStack.at(-1)
      // Where somebody else's work came in between, one step of both would take it back, too.
      const follows = top !== undefined && top.to === step.from
      const joined = follows && (amend || joins(top, step))
      const next = joined ? [...undoStack.slice(0, -1), join(top, step)] : [...undoStack, step]
      set({ undoStack: next.slice(-MOST_STEPS), redoStack: [] })
    }

    const change = (title: string, next: PolicyDocument, how: EditOptions & { whole?: boolean } = {}) => {
      const from = get().document
      if (next === from) return
      const before = get().selection
      const after = stillThere(before, next)
      set({ document: next, selection: after, save: unsaved() })
      const step: Step = {
        title: open?.title ?? title,
        from,
        to: next,
        ...(how.whole && { whole: true }),
        merge: how.merge,
        at: Date.now(),
        before,
        after,
      }
      if (!open) push(step, how.amend)
      else open.step = open.step ? { ...join(open.step, step), merge: undefined } : step
    }

    const travel = (next: PolicyDocument, selection: Selection) =>
      set({ document: next, selection: stillThere(selection, next), save: unsaved() })

    return {
      ...data,
      ...showingActions(set),

      edit(title: string, recipe: Recipe, options = {}) {
        if (get().readOnly) return
        change(title, changed(get().document, recipe), options)
      },

      step(title, run) {
        if (open) return run()
        open = { title, step: null }
        try {
          return run()
        } finally {
          const { step } = open
          open = null
          if (step) push({ ...step, after: get().selection })
        }
      },

      replace(title, document) {
        if (get().readOnly) return
        change(title, freeze(document, true), { whole: true })
      },

      undo() {
        const { undoStack, redoStack, document, readOnly } = get()
        const step = undoStack.at(-1)
        if (!step || readOnly || open?.step) return []
        const { document: next, clashes } = backwards(document, step)
        travel(next, step.before)
        // A step taken back and done again does not join what is typed next, and is not of this moment.
        const taken = { ...step, merge: undefined, at: 0 }
        set({ undoStack: undoStack.slice(0, -1), redoStack: [...redoStack, taken] })
        return clashes
      },

      redo() {
        const { undoStack, redoStack, document, readOnly } = get()
        const step = redoStack.at(-1)
        if (!step || readOnly || open?.step) return []
        const { document: next, clashes } = forwards(document, step)
        travel(next, step.after)
        set({ undoStack: [...undoStack, step], redoStack: redoStack.slice(0, -1) })
        return clashes
      },

      mergeIn(theirs) {
        freeze(theirs.document, true)
        const { saved, undoStack, redoStack } = get()
        const past = [...undoStack, ...redoStack].flatMap(({ from, to }) => [from, to])
        const names = sameIds(saved.document, get().document, theirs.document, past)
        if (names.nodes.size + names.edges.size > 0) set(underOtherNames(get(), names))
        const mine = get().document
        const { document, clashes } = mergedOrWhole(saved.document, mine, theirs.document)
        set({ document, clashes, saved: theirs, selection: stillThere(get().selection, document) })
        return clashes
      },

      decide(clash, side) {
        const { document, saved } = get()
        // Until all is decided, what the server has is what the clashes are with.
        if (side === 'theirs')
          change('Take what somebody else wrote', freeze(withTheirs(document, saved.document, clash), true))
        set({ clashes: get().clashes.filter(each => each !== clash) })
      },

      select({ nodes = [], edges = [] }) {
        const now = get().selection
        if (!same(now.nodes, nodes) || !same(now.edges, edges)) set({ selection: { nodes, edges } })
      },

      reveal(place) {
        const { nodes = [], edges = [] } = place
        // One node is what somebody wants to see in the inspector; its lines are in sight with it.
        const there = stillThere({ nodes, edges: nodes.length === 1 ? [] : edges }, get().document)
        const at = (get().revealed?.at ?? 0) + 1
        set({
          selection: there,
          revealed: { ...place, ...there, at },
          panel: panelOf(place),
          panelOpen: true,
        })
      },

      point: at => !samePointed(get().pointed, at) && set({ pointed: at }),
      titleCard: titling => set({ titling }),
      setBroken: broken => set({ broken }),

      showPanel: panel => set({ panel, panelOpen: true }),
      showBottom: bottom => set({ bottom, bottomOpen: true }),
      toggle: part =>
        set(state =>
          part === 'panel' ? { panelOpen: !state.panelOpen } : { bottomOpen: !state.bottomOpen },
        ),
      openDialog: dialog => set({ dialog }),
      setFirstSteps: firstSteps => set({ firstSteps }),
      openTable: table => set({ table }),

      knowHandbook: (reference, handbook) =>
        set(({ shared }) => ({ shared: { ...shared, [handbookKey(reference)]: handbook } })),
      checked: ({ document, ...result }) => set({ ...result, checkedDocument: document }),
      serverHas: saved => set({ saved }),
      setOthers: others => {
        if (!sameJson(get().others, others)) set({ others })
      },
      setSave: save => set(state => ({ save: { ...state.save, ...save } })),
    }
  })
}

export const EditorContext = createContext<EditorStore | null>(null)

/** The store itself: for handlers that need the state of the moment, without rendering again when it changes. */
export function useEditorStore(): EditorStore {
  const store = use(EditorContext)
  if (!store) throw new Error('An editor component is used outside EditorProvider.')
  return store
}

/** Part of the editor's state; renders again when that part changes. Return what is stored, or use `useShallow`. */
export const useEditor = <T>(selector: (state: EditorState) => T): T => useStore(useEditorStore(), selector)
