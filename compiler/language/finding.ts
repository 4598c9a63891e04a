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

/**
 * An edit of the document as it is written. `value` is put where `path` leads, in the place of what is there; an index
 * just behind the last element of a list adds it there. Without a value, what is there is taken out: of an object its
 * member, of a list its element, and those behind it move up. Everything on the way to the last key has to be there.
 */
export interface Edit {
  path: (string | number)[]
  value?: unknown
}

/**
 * What was obviously meant, as edits of the document, each made in what the one before has left: elements of one list
 * are taken out from the last to the first. `title` says what is done, as on a button.
 */
export interface Fix {
  title: string
  edits: Edit[]
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
  /** Concrete facts that show it; each check states what following the chart on them shows. */
  witness?: Record<string, JsonValue>
  fix?: Fix
}

export type Say = Omit<Finding, 'code' | 'severity'>

export const finding = (code: Code, say: Say): Finding => ({ code, severity: SEVERITIES[code], ...say })

const UNSOUND: ReadonlySet<string> = new Set([
  'malformed',
  'unknown-reference',
  'bad-test',
  'start',
  'cycle',
  'dead-end',
] satisfies Code[])

/** Whether a finding says that the chart cannot be followed at all: a walk through it might fail, or never end. */
export const isUnsound = ({ code }: Finding): boolean => UNSOUND.has(code)
