import type { FactType, JsonValue } from './values'

/** The words of a test in canonical form, by fact; a fact that may be anything is left out. */
export type CanonicalWhen = Record<string, string>

export interface ArtifactFact {
  type: FactType
  title?: string
  allowedValues?: string
  step?: number
  mayBeUnknown?: boolean
  volunteered?: boolean
  private?: boolean
  source: 'record' | 'clock' | 'customer' | 'agent' | 'team'
  team?: string
  ask?: string
  guidance?: string
}

/** Where facts are asked for: a question, a trigger that tests records, or an action with a parameter by fact. */
export interface ArtifactQuestion {
  facts: string[]
  title?: string
  say?: string
  note?: string
}

export type ArtifactArgument = JsonValue | { fact: string }
export type ArtifactWith = Record<string, ArtifactArgument>

export interface ArtifactStep {
  action: string
  with: ArtifactWith
  say?: string
  note?: string
  /** The tier whose authority the step rests on. */
  tier: string
  /** The node in whose words a parameter's fact is asked for; only where a parameter is taken from a fact. */
  question?: string
}

export type ArtifactOption = { action: string; with: ArtifactWith } | { say: string }

export interface CloseEnd {
  kind: 'close'
  result: 'resolved' | 'declined'
  say?: string
  note?: string
  options?: ArtifactOption[]
  /** As on steps: only where an option's parameter is taken from a fact. */
  question?: string
}
export interface EscalateEnd {
  kind: 'escalate'
  to: string
  mode: 'consult' | 'transfer' | 'callback'
  within?: string
  say?: string
  note?: string
  /** The caller already holds that authority: it is their own to decide. */
  here?: true
}
export interface ContinueEnd {
  kind: 'continue'
  table: string
}

export interface ArtifactRow {
  id: string
  when: CanonicalWhen
  /** The facts of `when` that may be asked for, in the order of the walk that leads here. */
  asks: { fact: string; question: string }[]
  steps: ArtifactStep[]
  end: CloseEnd | EscalateEnd | ContinueEnd
  /** The nodes of the chart that lead to this row, in the order of the walk. */
  from: string[]
}

export interface ArtifactTable {
  id: string
  hitPolicy: 'UNIQUE'
  columns: string[]
  rows: ArtifactRow[]
}

/** The decision tables of one policy for one tier. `hash` is of the canonical JSON of everything else. */
export interface Artifact {
  format: 'remit-table/1'
  policy: string
  tier: string
  timeZone?: string
  facts: Record<string, ArtifactFact>
  questions: Record<string, ArtifactQuestion>
  tables: ArtifactTable[]
  hash: string
}
