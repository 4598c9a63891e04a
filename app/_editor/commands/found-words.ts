import type { Handbook } from '@/compiler/language/handbook'
import type { Node } from '@/compiler/language/kinds'
import type { CardRow } from '../canvas/card-rows'
import { actionTitle, factTitle, tierTitle } from '../kinds/argument-words'

/** Words by which something can be found, and what they are of it. */
export interface FoundWords {
  /** Such as "says", "fact", "id". */
  of: string
  text: string
}

const words = (of: string, ...texts: (string | undefined)[]): FoundWords[] =>
  texts.flatMap(text => (text ? [{ of, text }] : []))

const factWords = (name: string, handbook: Handbook): FoundWords[] => {
  const fact = handbook.facts[name]
  return [...words('fact', factTitle(name, handbook), name), ...words('asks', fact?.ask)]
}

const actionWords = (id: string, handbook: Handbook) => words('action', actionTitle(id, handbook), id)

function ownWords(node: Node, handbook: Handbook): FoundWords[] {
  switch (node.kind) {
    case 'start':
      return []
    case 'note':
      return words('note', node.text)
    case 'trigger':
      return Object.keys(node.when).flatMap(name => factWords(name, handbook))
    case 'question':
      return node.facts.flatMap(name => factWords(name, handbook))
    case 'action':
      return [
        ...actionWords(node.action, handbook),
        ...Object.values(node.with ?? {}).flatMap(value =>
          typeof value === 'object' && value !== null ? factWords(value.fact, handbook) : [],
        ),
      ]
    case 'escalate':
      return [
        ...words('tier', tierTitle(node.to, handbook), node.to),
        ...(node.requires ?? []).flatMap(Object.keys).flatMap(name => factWords(name, handbook)),
      ]
    case 'close':
      return (node.options ?? []).flatMap(option =>
        'say' in option ? words('offers', option.say) : actionWords(option.action, handbook),
      )
  }
}

/** All words of a step beside its title: what it says, why, its facts and actions, its answers, and its ids. */
export function wordsOfStep(node: Node, rows: readonly CardRow[], handbook: Handbook): FoundWords[] {
  const common =
    node.kind === 'note'
      ? []
      : [...words('says', node.say), ...words('note', node.note), ...words('why', node.why)]
  const answers = rows.filter(row => row.is === 'answer')
  return [
    ...common,
    ...ownWords(node, handbook),
    ...words('answer', ...answers.map(row => row.words)),
    ...words('id', node.id, ...answers.map(row => row.edge)),
  ]
}

const PIECES = /[\s·,.:;!?“”"…()]+/
const PARTS = /[-_]+/

/** The single words of a text, those within ids too: `call_time` is found by "call_time" and by "time". */
export const piecesOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(PIECES)
    .flatMap(word => (PARTS.test(word) ? [word, ...word.split(PARTS)] : [word]))

/** What was typed as the words that are looked for: whoever types a title types its question mark, too. */
export const typedParts = (typed: string): string[] => typed.toLowerCase().split(PIECES).filter(Boolean)

/** The words in which the letters typed stand, with a little around them; `null` where the title has them all. */
export function foundIn(typed: string, title: string, all: readonly FoundWords[]): FoundWords | null {
  const parts = typedParts(typed)
  const begins = (text: string, part: string) => piecesOf(text).some(word => word.startsWith(part))
  const missing = parts.filter(part => !begins(title, part))
  const [first] = missing
  if (first === undefined) return null
  const holding = (entry: FoundWords) => missing.filter(part => begins(entry.text, part)).length
  const best = all.reduce<FoundWords | null>(
    (most, entry) => (holding(entry) > (most ? holding(most) : 0) ? entry : most),
    null,
  )
  return best && { of: best.of, text: around(best.text, first) }
}

const BEFORE = 24

function around(text: string, part: string): string {
  const at = text.toLowerCase().indexOf(part)
  const from = at <= BEFORE ? 0 : text.lastIndexOf(' ', at - BEFORE / 2) + 1
  return `${from > 0 ? '…' : ''}${text.slice(from)}`
}
