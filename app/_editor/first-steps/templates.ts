import type { PolicyDocument } from '@/compiler/language/policy'
import asksForASupervisor from './templates/asks-for-a-supervisor.json'
import goodwillCredit from './templates/goodwill-credit.json'
import lateOrder from './templates/late-order.json'
import threeWaysOn from './templates/three-ways-on.json'

export interface Template {
  /** What it is good for, in one sentence. */
  about: string
  document: PolicyDocument
}

// Types of JSON files are too wide for a union of kinds; a test reads each with the schema.
const of = (document: unknown, about: string): Template => ({ document: document as PolicyDocument, about })

/** Small policies that are whole: they can be proposed as they are, and changed into one’s own. */
export const TEMPLATES: readonly Template[] = [
  of(lateOrder, 'A magic word, a clock and a call to the warehouse decide who makes it good.'),
  of(goodwillCredit, 'Each desk gives up to its own limit; what is beyond goes up.'),
  of(threeWaysOn, 'Hold and ask, put through, or call back within the hour.'),
  of(asksForASupervisor, 'Help is offered once; the second request and the third contact go up.'),
]

const untouched = ({ handbook }: PolicyDocument) =>
  'tiers' in handbook &&
  [handbook.facts, handbook.actions, handbook.guardrails ?? []].every(each => Object.keys(each).length === 0)

/** Whether nothing has been written yet, so that a template takes nobody's work away. */
export const isNew = (document: PolicyDocument): boolean =>
  document.chart.nodes.length < 2 && document.chart.edges.length === 0 && untouched(document)

/** The template under the policy's own name, title and clock. */
export function begunWith(template: Template, own: PolicyDocument, timeZone: string): PolicyDocument {
  const { name, title } = own
  const clock = own.timeZone ?? (template.document.timeZone && timeZone)
  const { timeZone: _, ...document } = structuredClone(template.document)
  return { ...document, name, title, ...(clock && { timeZone: clock }) }
}
