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
  /** On whose authority it is done, of a step. */
  tier?: string
}

/** What both versions decide, line by line, each in the words of its own handbook; where only words differ, the words. */
export function outcomeLines(
  kind: 'decision' | 'wording',
  before: Outcome,
  after: Outcome,
  handbooks: { old: Handbook; next: Handbook },
): { before: OutcomeLine[]; after: OutcomeLine[] } {
  const [was, is] = [keyed(kind, before, handbooks.old), keyed(kind, after, handbooks.next)]
  return { before: against(was, is), after: against(is, was) }
}

/** The same done on another tier's authority would read the same: then the tier is named. */
const toldApart = ({ text, tier }: Keyed, other: readonly Keyed[]): string =>
  tier !== undefined && other.some(each => each.text === text) ? `${text}, on the authority of ${tier}` : text

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

function keyed(kind: 'decision' | 'wording', outcome: Outcome, handbook: Handbook): Keyed[] {
  if (outcome.kind === 'invalid') return [{ is: 'none', text: 'Not accepted', key: 'invalid' }]
  const lines: Keyed[] = []
  const said = (part: { say?: string; note?: string }) => {
    if (part.say) lines.push({ is: 'say', text: `“${part.say}”`, key: `say ${part.say}` })
    if (part.note) lines.push({ is: 'note', text: `For the agent: ${part.note}`, key: `note ${part.note}` })
  }
  const { steps, end } = outcome
  for (const step of steps) {
    const text = actionWords(step.action, step.with, handbook)
    const tier = tierName(step.tier, handbook)
    lines.push({ is: 'step', text, key: `step ${canonicalJson(silent(step))}`, tier })
    said(step)
  }
  const options = end.kind === 'close' ? (end.options ?? []) : []
  const plain = end.kind === 'close' ? { ...end, options: [] } : end
  const { say: _say, note: _note, ...bare } = plain
  lines.push({ is: 'end', text: endWords(plain, handbook), key: `end ${canonicalJson(bare)}` })
  said(end)
  for (const option of options) {
    const text = 'say' in option ? `“${option.say}”` : actionWords(option.action, option.with, handbook)
    lines.push({ is: 'offer', text: `Offered: ${text}`, key: `offer ${canonicalJson(option)}` })
  }
  if (kind === 'decision') return lines
  const words = lines.filter(({ is }) => is !== 'step' && is !== 'end')
  return words.length > 0 ? words : [{ is: 'none', text: 'Nothing is said', key: 'nothing' }]
}
