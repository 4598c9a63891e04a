import type { Handbook } from '@/compiler/language/handbook'
import type { Node } from '@/compiler/language/kinds'
import type { Edge } from '@/compiler/language/policy'
import { handbookOf } from '../document/handbook-of'
import { pathTiers } from '../document/path-tiers'
import { sameJson } from '../document/same-json'
import type { EditorState } from '../document/store'
import { waysOut } from '../document/ways-out'
import { type CardRow, cardRows } from './card-rows'
import { gathered } from './gathered'
import { type Marks, marksOf, NO_MARKS } from './marks'
import { readingOrder } from './reading-order'

/** Everything that a card shows. Two of them with the same content are the same object: cards render when they change. */
export interface CardData extends Record<string, unknown> {
  node: Node
  handbook: Handbook
  /** The place in the handbook of the tier that decides here; `null` where no case comes. */
  tier: number | null
  rows: CardRow[]
  marks: Marks
  /** Whether something leads out of it, where one line may. */
  leads: boolean
}

export type Cards = ReadonlyMap<string, CardData>

const sameCard = (a: CardData, b: CardData) =>
  a.node === b.node &&
  a.handbook === b.handbook &&
  a.tier === b.tier &&
  a.leads === b.leads &&
  sameJson(a.rows, b.rows) &&
  sameJson(a.marks, b.marks)

const NO_EDGES: Edge[] = []

/** The cards of a draft in reading order. Cards of `before` that would come out the same are kept. */
export function chartCards(
  state: Pick<EditorState, 'document' | 'policy' | 'findings'>,
  before: Cards = new Map(),
): Cards {
  const { document, findings } = state
  const handbook = handbookOf(state)
  const tiers = pathTiers(document, handbook.tiers)
  const marks = marksOf(findings)
  const out = new Map<string, Edge[]>()
  for (const edge of document.chart.edges) {
    const list = out.get(edge.from)
    if (list) list.push(edge)
    else out.set(edge.from, [edge])
  }

  const cards = new Map<string, CardData>()
  for (const node of readingOrder(document)) {
    const edges = out.get(node.id) ?? NO_EDGES
    const rows =
      node.kind === 'question'
        ? cardRows({
            node,
            ways: waysOut(node, edges, handbook.facts),
            handbook,
            timeZone: document.timeZone,
            gap: findings.find(({ code, nodes }) => code === 'gap' && nodes?.includes(node.id)),
            marks: marks.edges,
            groups: gathered(edges),
          })
        : []
    const card = {
      node,
      handbook,
      tier: node.kind === 'note' ? null : (tiers.get(node.id) ?? null),
      rows,
      marks: marks.nodes.get(node.id) ?? NO_MARKS,
      leads: edges.length > 0,
    }
    const known = before.get(node.id)
    cards.set(node.id, known && sameCard(known, card) ? known : card)
  }
  return cards
}
