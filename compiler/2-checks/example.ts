import type { Handbook, When } from '../language/handbook'
import type { Node } from '../language/kinds'
import type { Edge, PolicyDocument } from '../language/policy'

/** A chart so small that it shows one finding and no other; in words alone where it takes more than fits on a page. */
export type Example = { title: string; document: PolicyDocument } | { title: string; words: string }

/** From, to, and what an answer tests, or `otherwise`. */
type Line = readonly [from: string, to: string, when?: When | 'otherwise']

interface Small extends Partial<Handbook> {
  nodes: readonly Node[]
  lines: readonly Line[]
  scenarios?: PolicyDocument['scenarios']
}

/** An example as short as it can be written. Its start is `start`. */
export const example = (title: string, { nodes, lines, scenarios, ...handbook }: Small): Example => ({
  title,
  document: {
    format: 'remit/1',
    name: 'example',
    title,
    timeZone: 'Europe/London',
    handbook: { tiers: TIERS, facts: {}, actions: {}, ...handbook },
    chart: { nodes: [{ id: 'start', kind: 'start', title: 'Start' }, ...nodes], edges: lines.map(edgeOf) },
    ...(scenarios && { scenarios }),
  },
})

const TIERS = [
  { id: 'T1', title: 'Front line' },
  { id: 'T2', title: 'Senior desk' },
]

const edgeOf = ([from, to, when]: Line, i: number): Edge => ({
  id: `line-${i + 1}`,
  from,
  to,
  ...(when === 'otherwise' ? { otherwise: true } : when && { when }),
})

/** A question of one fact. */
export const asks = (id: string, fact: string, title: string): Node => ({
  id,
  kind: 'question',
  title,
  facts: [fact],
})
/** The end of a case, with words. */
export const says = (id: string, say: string): Node => ({
  id,
  kind: 'close',
  result: 'resolved',
  title: say.replace(/[.?]$/, ''),
  say,
})

/** Facts that examples are about. */
export const CALL_TIME = { call_time: { type: 'time', title: 'Time of the call', source: 'clock' } } as const
export const GIFT = { gift: { type: 'boolean', title: 'It is a gift', source: 'customer' } } as const
