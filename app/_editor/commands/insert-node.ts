import { KINDS, type NodeKind } from '@/compiler/language/kinds'
import type { Bounds } from '../canvas/boxes'
import { freeSpot } from '../canvas/boxes'
import { COLUMN_GAP, cardSize } from '../canvas/sizes'
import { connect, newNodeId, type Point, settle } from '../document/chart-edits'
import { handbookOf } from '../document/handbook-of'
import { newNode } from '../document/new-node'
import { pathTiers } from '../document/path-tiers'
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

/** The node that is selected, where it is one alone; or the line, which a new node goes into. */
function behindSelection(state: EditorState): Behind | null {
  const { nodes, edges } = state.selection
  if (nodes.length === 1 && nodes[0]) return { node: nodes[0], way: openWay(state, nodes[0]) }
  const edge =
    nodes.length === 0 && edges.length === 1 ? state.document.chart.edges.find(e => e.id === edges[0]) : null
  return edge ? { node: edge.from, way: { is: 'answer', handle: edge.id, edge } } : null
}

const rightOf = (box: Bounds): Point => ({ x: box.x + box.width + COLUMN_GAP, y: box.y })

/**
 * Adds a node, selects it, and connects it where that makes sense: behind what is selected, or behind `behind`. Where
 * the way led to another node already, the new node goes in between. Returns its id.
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
  const anchor = from && boxes.get(from.node)
  const rank = from ? (pathTiers(document, handbook.tiers).get(from.node) ?? 0) : 0
  const id = newNodeId(document, kind)
  const node = newNode(kind, id, { document, handbook, rank })
  const size = cardSize(node, [], handbook)
  const centre = context.canvas.centre()
  const wanted =
    at ?? (anchor ? rightOf(anchor) : { x: centre.x - size.width / 2, y: centre.y - size.height / 2 })
  const spot = at ?? freeSpot({ ...wanted, ...size }, boxes.values())

  state.edit(`Add ${KINDS[kind].title.toLowerCase()}`, draft => {
    settle(draft, boxes)
    draft.chart.nodes.push({ ...node, position: spot })
    if (!from?.way) return
    const way = from.way
    const led =
      way.is === 'answer' ? way.edge.to : way.is === 'out' ? edgesFrom(document, from.node)[0]?.to : undefined
    const between = led !== undefined && ['one', 'none-or-one'].includes(KINDS[kind].waysOut)
    // Nobody's way on is taken from them: what cannot lead on goes beside, not between.
    if (led !== undefined && !between && way.is === 'out') return
    if (refusesEdge(draft, from.node, id) !== null) return
    connect(draft, from.node, way, id)
    if (led !== undefined && between) connect(draft, id, { is: 'out', handle: 'out' }, led)
  })
  // Where there was no room in sight, the view goes along.
  context.store.getState().reveal({ nodes: [id] })
  return id
}
