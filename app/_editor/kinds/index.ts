import type { Handbook } from '@/compiler/language/handbook'
import { KINDS, type Node, type NodeKind } from '@/compiler/language/kinds'
import { action } from './action'
import { close } from './close'
import { escalate } from './escalate'
import { note } from './note'
import { question } from './question'
import { start } from './start'
import { trigger } from './trigger'
import type { KindView } from './view'

/** The view half of every kind; a kind without one does not compile. */
export const VIEWS = { start, trigger, question, action, escalate, close, note } as const satisfies {
  [K in NodeKind]: KindView<K>
}

/** The view of a node, whichever kind it is of. */
export const viewOf = (node: Node) => VIEWS[node.kind] as unknown as KindView<NodeKind>

/** The kinds that the palette offers, in its order; a chart has its start from the beginning. */
export const PALETTE = [
  'question',
  'action',
  'escalate',
  'close',
  'trigger',
  'note',
] as const satisfies readonly NodeKind[]

/** A node in one line, as lists and announcements name it: "What time is it?", "Resolved". */
export const nodeTitle = (node: Node, handbook: Handbook): string => {
  const { text } = viewOf(node).heading(node as never, handbook)
  return text || KINDS[node.kind].title
}
