import type { Handbook } from '../../language/handbook'
import type { Node } from '../../language/kinds'
import type { With } from '../../language/kinds/common'
import { durationWords } from '../../language/tests/value-words'
import { canonicalJson } from '../../runtime/canonical-json'
import { toPoint } from '../../runtime/values'
import { actionWords } from '../../words/decision-words'
import { andList } from '../../words/lists'
import { actionTitle, factTitle, tierTitle } from '../../words/titles'
import { whenWords } from '../../words/when-words'
import { ended } from './sentence'

interface Handbooks {
  old: Handbook
  next: Handbook
}

type Fields = Record<string, unknown>

/** How each field of a step is told; `position` is no field of it, and neither are its kind's own that cannot change. */
const TELL: Record<string, (was: unknown, is: unknown, handbooks: Handbooks) => string> = {
  kind: () => 'It is another kind of step.',
  title: (was, is) => ended(`It is called ${quoted(is)} instead of ${quoted(was)}`),
  say: (was, is) => spoken('The customer is told', was, is),
  note: (was, is) => spoken('The agent is told', was, is),
  text: (was, is) => spoken('It says', was, is),
  why: () => 'Its reason is another one.',
  minutes: () => 'It is estimated to take another time.',
  facts: (was, is, { old, next }) => `It asks for ${facts(is, next)} instead of ${facts(was, old)}.`,
  hit: (_was, is) =>
    is === 'first' ? 'The first answer that holds is taken.' : 'Every answer stands for itself.',
  action: (was, is, { old, next }) =>
    `It does “${actionTitle(String(is), next)}” instead of “${actionTitle(String(was), old)}”.`,
  with: () => 'Its parameters are other ones.',
  to: (was, is, { old, next }) =>
    `It goes to ${tierTitle(String(is), next)} instead of ${tierTitle(String(was), old)}.`,
  mode: (was, is) => `It is ${MODES[String(is)]} instead of ${MODES[String(was)]}.`,
  within: (was, is) => `It is promised within ${time(is)} instead of ${time(was)}.`,
  requires: () => 'It may be promised in other cases.',
  result: (was, is) => `The case is ${String(is)} instead of ${String(was)}.`,
  options: (was, is, { old, next }) => `It offers ${offers(is, next)} instead of ${offers(was, old)}.`,
  priority: (was, is) => `It goes ${Number(is) < Number(was) ? 'earlier' : 'later'} among the magic words.`,
  when: (was, is, { old, next }) =>
    `It is for “${whenWords((is ?? {}) as never, next)}” instead of “${whenWords((was ?? {}) as never, old)}”.`,
}

const MODES: Record<string, string> = {
  consult: 'a question for permission',
  transfer: 'a transfer',
  callback: 'a call back',
}

const quoted = (text: unknown) => (text ? `“${String(text)}”` : 'nothing')
const spoken = (begin: string, was: unknown, is: unknown) =>
  ended(
    is
      ? `${begin} ${quoted(is)}${was ? ` instead of ${quoted(was)}` : ''}`
      : `${begin} nothing instead of ${quoted(was)}`,
  )
const facts = (names: unknown, handbook: Handbook) =>
  andList(((names ?? []) as string[]).map(name => `“${factTitle(name, handbook)}”`)) || 'nothing'
const time = (text: unknown) => {
  const ms = typeof text === 'string' ? toPoint('days and time duration', text) : undefined
  return typeof ms === 'number' ? durationWords(ms) : 'no time'
}
const offers = (list: unknown, handbook: Handbook) =>
  andList(
    ((list ?? []) as ({ say: string } | { action: string; with?: With })[]).map(option =>
      'say' in option ? quoted(option.say) : `“${actionWords(option.action, option.with ?? {}, handbook)}”`,
    ),
  ) || 'nothing'

/** In what a step differs, a sentence for each field; nothing where it only stands elsewhere. */
export function stepSentences(was: Node, is: Node, handbooks: Handbooks): string[] {
  const [a, b] = [was, is] as unknown as [Fields, Fields]
  const differing = [...new Set([...Object.keys(b), ...Object.keys(a)])].filter(
    key => key !== 'position' && canonicalJson(a[key] ?? null) !== canonicalJson(b[key] ?? null),
  )
  // Another action has other parameters: both are told as one.
  if (
    was.kind === 'action' &&
    is.kind === 'action' &&
    differing.some(key => key === 'action' || key === 'with')
  ) {
    const does = `It does “${actionWords(is.action, is.with ?? {}, handbooks.next)}” instead of “${actionWords(was.action, was.with ?? {}, handbooks.old)}”.`
    return [
      does,
      ...differing.filter(key => key !== 'action' && key !== 'with').map(key => tell(key, a, b, handbooks)),
    ]
  }
  if (was.kind !== is.kind) return [TELL.kind!(was.kind, is.kind, handbooks)]
  return differing.map(key => tell(key, a, b, handbooks))
}

const tell = (key: string, a: Fields, b: Fields, handbooks: Handbooks) =>
  TELL[key]?.(a[key], b[key], handbooks) ?? 'It is another one.'
