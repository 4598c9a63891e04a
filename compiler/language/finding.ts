import type { JsonValue } from '../runtime/values'

/** How grave each finding is: errors stop publishing. Every list of codes is derived from this one. */
export const SEVERITIES = {
  malformed: 'error',
  'unknown-reference': 'error',
  'bad-test': 'error',
  start: 'error',
  cycle: 'error',
  'dead-end': 'error',
  gap: 'error',
  overlap: 'error',
  'no-authority': 'error',
  'cannot-keep': 'error',
  'escalates-down': 'error',
  guardrail: 'error',
  'says-the-rule': 'error',
  'second-guess': 'error',
  scenario: 'error',
  undecided: 'error',
  'too-large': 'error',
  unreachable: 'warning',
  'never-taken': 'warning',
  'pointless-question': 'warning',
  'flat-no': 'warning',
  wordless: 'warning',
  unused: 'warning',
} as const satisfies Record<string, 'error' | 'warning'>

export type Code = keyof typeof SEVERITIES
export type Severity = 'error' | 'warning'

/** An edit of the document: the value at `path` is replaced by `value`, or taken out where there is none. */
export interface Edit {
  path: (string | number)[]
  value?: unknown
}

/** What a check has to say about a document; what does not apply is left out. */
export interface Finding {
  code: Code
  severity: Severity
  /** A sentence, with the place by its title and an example where there is one. */
  message: string
  /** Where in the document: keys and indexes from its root. */
  path?: (string | number)[]
  /** Where in the text of a test, in UTF-16 units from its start. */
  position?: { start: number; end: number }
  nodes?: string[]
  edges?: string[]
  facts?: string[]
  /** Concrete facts that show it. */
  witness?: Record<string, JsonValue>
  fix?: { title: string; edits: Edit[] }
}

export type Say = Omit<Finding, 'code' | 'severity'>

export const finding = (code: Code, say: Say): Finding => ({ code, severity: SEVERITIES[code], ...say })
