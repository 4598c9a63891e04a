import { viewOf } from '../kinds'
import type { CardData } from './chart-nodes'

const count = (n: number, one: string) => (n === 0 ? [] : [`${n} ${one}${n === 1 ? '' : 's'}`])

/** What a screen reader says of a card: "Question · from the clock: What time is it? 2 answers. 1 error." */
export function cardLabel({ node, handbook, tier, rows, marks }: CardData): string {
  const view = viewOf(node)
  const { text } = view.heading(node as never, handbook)
  const name = tier === null ? undefined : handbook.tiers[tier]
  const answers = rows.filter(row => row.is === 'answer').length
  const missing = rows.filter(row => row.is === 'missing').map(row => row.words)
  return [
    `${view.word(node as never, handbook)}: ${text || node.id}`,
    ...(name ? [name.title ? `${name.id} ${name.title}` : name.id] : []),
    ...(node.kind === 'question' ? count(answers, 'answer') : []),
    ...missing,
    ...count(marks.errors, 'error'),
    ...count(marks.warnings, 'warning'),
  ].join('. ')
}
