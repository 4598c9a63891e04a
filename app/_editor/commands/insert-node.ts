import { KINDS, type NodeKind } from '@/compiler/language/kinds'
import { placeNew } from '../canvas/placing'
import { connect, newNodeId, type Point, place, settle } from '../document/chart-edits'
import { handbookOf } from '../document/handbook-of'
import { newNode } from '../document/new-node'
import { bandTiers } from '../document/path-tiers'
import { refusesEdge } from '../document/refuses-edge'
import type { EditorState } from '../document/store'
import { edgesFrom, type Way, waysOut } from '../document/ways-out'
import type { CommandContext } from './command'

/** Where a new node goes: behind a node, through one of its ways out. */
export interface Behind {
  node: string
  way: Way | null
}

/** The way out of a node that a new node continues: a case without an answer first, then one more answer. */
export function openWay(state: EditorState, id: string): Way | null {
  const node = state.document.chart.nodes.find(node => node.id === id)
  if (!node) return null
  const ways = waysOut(node, edgesFrom(state.document, id), handbookOf(state).facts)
  return (
    ways.find(way => way.is === 'missing') ?? ways.find(way => way.is === 'add' || way.is === 'out') ?? null
  )
}

/**
 * The node that is selected, where it is one alone; or the line, which a new node goes into. Where nothing is selected,
 * the start, for as long as it leads nowhere.
 */
function behindSelection(state: EditorState): Behind | null {
  const { nodes, edges } = state.selection
  const { chart } = state.document
  if (nodes.length === 1 && nodes[0]) return { node: nodes[0], way: openWay(state, nodes[0]) }
  if (nodes.length > 0 || edges.length > 1) return null
  const edge = chart.edges.find(each => each.id === edges[0])
  if (edge) return { node: edge.from, way: { is: 'answer', handle: edge.id, edge } }
  const start = chart.nodes.find(node => node.kind === 'start')
  const idle = start && edgesFrom(state.document, start.id).length === 0
  return idle ? { node: start.id, way: openWay(state, start.id) } : null
}

/** The node that a way leads to already. */
const ledBy = ({ document }: EditorState, { node, way }: Behind): string | undefined =>
  way?.is === 'answer' ? way.edge.to : way?.is === 'out' ? edgesFrom(document, node)[0]?.to : undefined

/**
 * Adds a node, selects it, and connects it where that makes sense: behind what is selected, or behind `behind`. Where
 * the way led to another node already, the new node goes in between. Cards that stand where it has to go make room.
 * Returns its id.
 */
export function insertNode(
  context: CommandContext,
  kind: NodeKind,
  { at, behind }: { at?: Point; behind?: Behind | null } = {},
): string {
  const state = context.store.getState()
  const { document } = state
  const handbook = handbookOf(state)
  const boxes = context.canvas.boxes()
  const from = behind === undefined && KINDS[kind].enterable ? behindSelection(state) : (behind ?? null)
  const tier = from ? (bandTiers(document, handbook.tiers).get(from.node) ?? 0) : 0
  const id = newNodeId(document, kind)
  const node = newNode(kind, id, { document, handbook, rank: tier })
  const led = from ? ledBy(state, from) : undefined
  const between = led !== undefined && ['one', 'none-or-one'].includes(KINDS[kind].waysOut)
  const { spot, moved } = placeNew(state, boxes, {
    node,
    tier,
    at,
    behind: (from && boxes.get(from.node)) || context.canvas.centre(),
    before: between ? boxes.get(led) : undefined,
  })

  state.edit(`Add ${KINDS[kind].title.toLowerCase()}`, draft => {
    settle(draft, boxes)
    place(draft, moved)
    draft.chart.nodes.push({ ...node, position: spot })
    if (!from?.way) return
    // Nobody's way on is taken from them: what cannot lead on goes beside, not between.
    if (led !== undefined && !between && from.way.is === 'out') return
    if (refusesEdge(draft, from.node, id) !== null) return
    connect(draft, from.node, from.way, id)
    if (led !== undefined && between) connect(draft, id, { is: 'out', handle: 'out' }, led)
  })
  // Where there was no room in sight, the view goes along.
  context.store.getState().reveal({ nodes: [id] })
  return id
}
