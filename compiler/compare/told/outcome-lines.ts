import type { Handbook } from '../../language/handbook'
import { canonicalJson } from '../../runtime/canonical-json'
import { actionWords, endWords } from '../../words/decision-words'
import { tierName } from '../../words/titles'
import { type Outcome, silent } from '../outcome'

/** A line of what is decided. */
export interface OutcomeLine {
  is: 'step' | 'end' | 'offer' | 'say' | 'note' | 'none'
  text: string
  /** Whether the other version does not have it. */
  differs: boolean
}

interface Keyed {
  is: OutcomeLine['is']
  text: string
  /** What it is, whatever it is called: a new title is no other decision. */
  key: string
  /** What tells it apart from one that reads the same. */
  apart?: string
}

/**
 * What both versions decide, line by line, each in the words of its own handbook; where only words differ, the words. `absent`
 * is what a version says that does not decide the case.
 */
export function outcomeLines(
  kind: 'decision' | 'wording',
  before: Outcome,
  after: Outcome,
  handbooks: { old: Handbook; next: Handbook },
  absent = 'Not accepted',
): { before: OutcomeLine[]; after: OutcomeLine[] } {
  const [was, is] = [keyed(kind, before, handbooks.old, absent), keyed(kind, after, handbooks.next, absent)]
  return { before: against(was, is), after: against(is, was) }
}

/** What differs and would read the same all the same says more: on whose authority it is done, as what it is decided. */
const toldApart = ({ text, apart }: Keyed, other: readonly Keyed[]): string =>
  apart !== undefined && other.some(each => each.text === text) ? `${text}, ${apart}` : text

/** Which lines the other side does not have; of lines that are there twice, as many as it has. */
function against(lines: readonly Keyed[], other: readonly Keyed[]): OutcomeLine[] {
  const left = new Map<string, number>()
  for (const { key } of other) left.set(key, (left.get(key) ?? 0) + 1)
  return lines.map(line => {
    const count = left.get(line.key) ?? 0
    left.set(line.key, count - 1)
    const differs = count <= 0
    return { is: line.is, text: differs ? toldApart(line, other) : line.text, differs }
  })
}

const HOW = {
  consult: 'when asked',
  transfer: 'when it is handed over',
  callback: 'in a call back',
} as const

function keyed(kind: 'decision' | 'wording', outcome: Outcome, handbook: Handbook, absent: string): Keyed[] {
  if (outcome.kind === 'invalid') return [{ is: 'none', text: absent, key: 'invalid' }]
  const lines: Keyed[] = []
  const said = (part: { say?: string; note?: string }) => {
    if (part.say) lines.push({ is: 'say', text: `“${part.say}”`, key: `say ${part.say}` })
    if (part.note) lines.push({ is: 'note', text: `For the agent: ${part.note}`, key: `note ${part.note}` })
  }
  const { steps, end } = outcome
  for (const step of steps) {
    const text = actionWords(step.action, step.with, handbook)
    const apart = `on the authority of ${tierName(step.tier, handbook)}`
    lines.push({ is: 'step', text, key: `step ${canonicalJson(silent(step))}`, apart })
    said(step)
  }
  const options = end.kind === 'close' ? (end.options ?? []) : []
  const plain = end.kind === 'close' ? { ...end, options: [] } : end
  const { say: _say, note: _note, ...bare } = plain
  lines.push({
    is: 'end',
    text: endWords(plain, handbook),
    key: `end ${canonicalJson(bare)}`,
    ...(end.kind === 'escalate' && { apart: `as ${tierName(end.to, handbook)}, ${HOW[end.mode]}` }),
  })
  said(end)
  for (const option of options) {
    const text = 'say' in option ? `“${option.say}”` : actionWords(option.action, option.with, handbook)
    lines.push({ is: 'offer', text: `Offered: ${text}`, key: `offer ${canonicalJson(option)}` })
  }
  if (kind === 'decision') return lines
  const words = lines.filter(({ is }) => is !== 'step' && is !== 'end')
  return words.length > 0 ? words : [{ is: 'none', text: 'Nothing is said', key: 'nothing' }]
}
