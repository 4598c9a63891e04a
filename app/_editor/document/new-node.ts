import type { Handbook } from '@/compiler/language/handbook'
import type { Node, NodeKind, NodeOf } from '@/compiler/language/kinds'
import type { PolicyDocument } from '@/compiler/language/policy'

/** What a new node is made from. */
export interface Place {
  document: PolicyDocument
  handbook: Handbook
  /** The rank of the tier that holds the decision where the node goes, from 0. */
  rank: number
}

type Body<K extends NodeKind> = Omit<NodeOf<K>, 'id' | 'position'>

/** The first volunteered fact that no magic word listens for yet. */
function unheard({ document, handbook }: Place): string | undefined {
  const heard = new Set(
    document.chart.nodes.flatMap(node => (node.kind === 'trigger' ? Object.keys(node.when) : [])),
  )
  return Object.keys(handbook.facts).find(name => handbook.facts[name]?.volunteered && !heard.has(name))
}

/** The node's fields as they are when it is put on the canvas. What a person has to choose is empty, never guessed. */
const BODIES = {
  start: () => ({ kind: 'start' }),
  trigger: place => {
    const fact = unheard(place)
    const priorities = place.document.chart.nodes.map(node => (node.kind === 'trigger' ? node.priority : 0))
    return { kind: 'trigger', priority: Math.max(0, ...priorities) + 1, when: fact ? { [fact]: 'true' } : {} }
  },
  question: () => ({ kind: 'question', facts: [''] }),
  action: () => ({ kind: 'action', action: '' }),
  escalate: ({ handbook: { tiers }, rank }) => ({
    kind: 'escalate',
    to: tiers[Math.min(rank + 1, tiers.length - 1)]?.id ?? '',
    mode: 'transfer',
  }),
  close: () => ({ kind: 'close', result: 'resolved' }),
  note: () => ({ kind: 'note', text: '' }),
} as const satisfies { [K in NodeKind]: (place: Place) => Body<K> }

/** A node of a kind, without its place on the canvas. */
export const newNode = (kind: NodeKind, id: string, place: Place): Node =>
  ({ id, ...BODIES[kind](place) }) as Node
