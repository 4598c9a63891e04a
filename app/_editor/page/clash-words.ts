import type { PolicyDocument } from '@/compiler/language/policy'
import { handbookOf } from '../document/handbook-of'
import type { Clash } from '../document/merge'
import { nodeTitle } from '../kinds'
import { actionTitle, factTitle, tierTitle } from '../panels/words/titles'

/** What fields are called where somebody sees them; any other is called as in the document. */
const FIELDS: Readonly<Record<string, string>> = {
  title: 'The title',
  timeZone: 'The time zone',
  say: 'The words for the customer',
  ask: 'The words that ask',
  note: 'The note for the agent',
  why: 'The reason',
  minutes: 'What it costs in minutes',
  facts: 'The facts that decide',
  when: 'The condition',
  otherwise: 'What is otherwise',
  to: 'Where it leads',
  from: 'Where it comes from',
  action: 'What is done',
  with: 'The parameters',
  grants: 'The authority',
  requires: 'What it may be promised for',
  allowedValues: 'The values',
  expect: 'What is expected',
  text: 'The text',
}

/** Where both changed something: “The title of “Before three?””. */
export function placeWords(document: PolicyDocument, { path }: Clash): string {
  if (path.length === 0) return 'The whole policy'
  const handbook = handbookOf({ document, policy: null })
  const [part, list, id] = path
  const quoted = (words: string) => `“${words}”`
  const node = (id: string | undefined) => {
    const found = document.chart.nodes.find(each => each.id === id)
    return quoted(found ? nodeTitle(found, handbook) : (id ?? ''))
  }
  const thing = (): [string, readonly string[]] => {
    if (part === 'chart' && list === 'nodes') return [node(id), path.slice(3)]
    if (part === 'chart' && list === 'edges') {
      const edge = document.chart.edges.find(each => each.id === id)
      return [edge ? `the line from ${node(edge.from)} to ${node(edge.to)}` : `the line ${id}`, path.slice(3)]
    }
    if (part === 'handbook' && list === 'facts' && id)
      return [`the fact ${quoted(factTitle(id, handbook))}`, path.slice(3)]
    if (part === 'handbook' && list === 'actions' && id)
      return [`the action ${quoted(actionTitle(id, handbook))}`, path.slice(3)]
    if (part === 'handbook' && list === 'tiers' && id)
      return [`the tier ${quoted(tierTitle(id, handbook))}`, path.slice(3)]
    if (part === 'handbook' && list === 'guardrails' && id)
      return [
        `the guardrail ${quoted(handbook.guardrails?.find(rule => rule.id === id)?.title ?? id)}`,
        path.slice(3),
      ]
    if (part === 'scenarios' && list) return [`the scenario ${quoted(list)}`, path.slice(2)]
    return ['the policy', path]
  }
  const [whole, [field, ...rest]] = thing()
  if (field === undefined) return `${whole.charAt(0).toUpperCase()}${whole.slice(1)}`
  const inner = rest.map(key => handbook.facts[key]?.title ?? key).join(', ')
  return `${FIELDS[field] ?? quoted(field)}${inner ? ` (${inner})` : ''} of ${whole}`
}

const LONGEST = 90

/** One side of it, in a few words. */
export function valueWords(value: unknown): string {
  if (value === undefined) return 'taken out'
  const text = typeof value === 'string' ? `“${value}”` : JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
