import type { Finding } from '@/compiler/language/finding'
import type { HandbookFrom, SharedHandbook } from '@/compiler/language/handbook'
import type { Policy, PolicyDocument } from '@/compiler/language/policy'
import type { Artifact } from '@/compiler/runtime/artifact'
import type { Healing } from './healing'
import type { Recipe, Selection, Step } from './history'
import type { Clash } from './merge'
import type { Pointed } from './path'
import type { Other } from './presence'
import type { ShowingActions, ShowingData } from './showing'
import type { SharedHandbooks } from './taken-in'

/** Somebody else's save, which ours would have written over. */
export interface Conflict {
  revision: number
  savedAt: string
  savedBy: string | null
}

export interface SaveStatus {
  /**
   * `unsaved`: a save is about to start. `offline`: kept here, tried again until it succeeds. `conflict`: somebody
   * else saved in between. `refused`: the server does not take the document as it is; `message` says why.
   */
  state: 'saved' | 'saving' | 'unsaved' | 'offline' | 'conflict' | 'refused'
  /** When the server last had all of it, ISO 8601. */
  at: string | null
  message?: string
  conflict?: Conflict
}

/** A place to lead somebody to. `path` is the place in the document, for the field that has to be looked at. */
export interface Place {
  nodes?: string[]
  edges?: string[]
  path?: (string | number)[]
  /** Which of the findings led there, by its place in their list. */
  finding?: number
}

export const PANELS = ['inspector', 'handbook', 'try'] as const
export const BOTTOMS = ['findings', 'scenarios', 'tables'] as const
export const DIALOGS = ['commands', 'shortcuts', 'connect', 'heal', 'splice', 'find', 'propose'] as const
export type Panel = (typeof PANELS)[number]
export type Bottom = (typeof BOTTOMS)[number]
export type Dialog = (typeof DIALOGS)[number]
/** Where somebody is who begins: choosing what with, being shown how, or drawing. */
export type FirstSteps = 'gallery' | 'tour' | 'off'

/** A handbook that policies share is edited as the document of a policy without a chart. */
export type DraftKind = 'policy' | 'handbook'

/** The draft as the server last had it. */
export interface ServerDraft {
  document: PolicyDocument
  revision: number
  savedAt: string
  savedBy: string | null
}

export interface Checked {
  document: PolicyDocument
  policy: Policy | null
  findings: Finding[]
  artifacts: Record<string, Artifact> | null
}

export interface EditorData extends ShowingData {
  policyName: string
  kind: DraftKind
  /** Immutable; changed only by `edit`, `step`, `replace`, `undo` and `redo`. */
  document: PolicyDocument
  /** The shared handbooks that are here: the one that the document takes in, once it is fetched, and perhaps others. */
  shared: SharedHandbooks
  /** The number of the live version in force; `null` while nothing is. */
  inForce: number | null
  /** The number that this draft would have as a version; 1 while nothing is published. */
  next: number
  /** For auditors: they see everything and change nothing. */
  readOnly: boolean
  selection: Selection
  undoStack: Step[]
  redoStack: Step[]

  /** Of the document checked last, `checkedDocument`; while that is not `document`, a check is under way. */
  findings: Finding[]
  policy: Policy | null
  artifacts: Record<string, Artifact> | null
  checkedDocument: PolicyDocument | null

  save: SaveStatus
  /** Who else has this draft open. */
  others: Other[]
  /** Places that somebody else changed, too: mine stands in the document until somebody decides. */
  clashes: Clash[]
  /** What the server has. `document` differs from it exactly while something is unsaved. */
  saved: ServerDraft

  panel: Panel
  panelOpen: boolean
  bottom: Bottom
  bottomOpen: boolean
  dialog: Dialog | null
  /** The question whose answers are shown as a table, in the place of the chart. */
  table: string | null
  /** The step or line that the mouse is over, while somebody looks at what goes through it. */
  pointed: Pointed | null
  firstSteps: FirstSteps
  /** The card whose title is being typed over in its place; null for none. */
  titling: string | null
  /** What deleting steps has cut; it can be healed while its document is the draft. */
  broken: Healing | null
  /** The last place that somebody asked to be led to; `at` counts, so that asking twice leads there twice. */
  revealed: (Place & { at: number }) | null
}

export interface EditOptions {
  /** Successive edits with the same key join into one undo step. */
  merge?: string
  /** The edit follows from the one before, and is taken back with it: cards that make room for what was typed. */
  amend?: boolean
}

export interface EditorActions extends ShowingActions {
  /**
   * Changes the document: one undo step. Successive edits with the same `merge` key join into one (typing in a field).
   * A recipe that changes nothing leaves no step. Nothing happens in a read-only editor.
   */
  edit(title: string, recipe: Recipe, options?: EditOptions): void
  /** All edits made while `run` runs are one undo step of this title. Commands run inside one. */
  step<T>(title: string, run: () => T): T
  /** Puts another document in this one's place, as one undo step. */
  replace(title: string, document: PolicyDocument): void
  /** Both say what stays although it was of that step: somebody else has changed it since. */
  undo(): Clash[]
  redo(): Clash[]
  /** Puts somebody else's save together with what is here. What both changed is in `clashes`, and said again. */
  mergeIn(theirs: ServerDraft): Clash[]
  /** Ends a clash: mine stays, or theirs comes in its place, as one undo step. */
  decide(clash: Clash, side: 'mine' | 'theirs'): void
  select(selection: Partial<Selection>): void
  /** Selects, centres on the canvas, opens the panel that the place belongs to. */
  reveal(place: Place): void
  point(at: Pointed | null): void
  /** Opens the title of a card for typing, or closes it. */
  titleCard(id: string | null): void
  setBroken(broken: Healing | null): void
  showPanel(panel: Panel): void
  showBottom(bottom: Bottom): void
  toggle(part: 'panel' | 'bottom'): void
  openDialog(dialog: Dialog | null): void
  setFirstSteps(firstSteps: FirstSteps): void
  /** Shows the answers of a question as a table; `null` shows the chart again. */
  openTable(question: string | null): void

  /** A published version of a shared handbook is here; null: there is none. */
  knowHandbook(reference: HandbookFrom['from'], handbook: SharedHandbook | null): void
  /** For the checker. */
  checked(result: Checked): void
  /** For saving: the server has this draft now. */
  serverHas(draft: ServerDraft): void
  setSave(save: Partial<SaveStatus>): void
  setOthers(others: Other[]): void
}

export type EditorState = EditorData & EditorActions
