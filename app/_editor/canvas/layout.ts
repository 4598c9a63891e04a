import type { ELK, ElkNode } from 'elkjs/lib/elk-api'
import type { Point } from '../document/chart-edits'
import { handbookOf } from '../document/handbook-of'
import { bandTiers } from '../document/path-tiers'
import type { EditorState } from '../document/store'
import { edgesFrom, waysOut } from '../document/ways-out'
import { BAND_PAD } from './bands'
import type { Bounds } from './boxes'
import { drawn } from './gathered'
import { spotBelow } from './in-their-order'
import { COLUMN_GAP, cardSize, ROW_GAP, ROW_HEIGHT, rowsOf, type Size } from './sizes'
import { tidied } from './tidied'

export interface LayoutNode {
  id: string
  width: number
  height: number
  /** Which band it stands in, from the top. */
  band: number
  /** The handles at its right edge, as distances from its top. */
  handles: { id: string; y: number }[]
}

/** A remark, which stays where it is seen from the card that it stands next to. */
export interface LayoutNote extends Size {
  id: string
  beside: string | null
  by: Point
}

export interface LayoutRequest {
  nodes: LayoutNode[]
  edges: { id: string; from: string; handle: string; to: string }[]
  notes: LayoutNote[]
}

/** What a layout needs to know of a chart. `boxes` gives the sizes that the browser measured, where it did. */
export function layoutRequest(
  state: Pick<EditorState, 'document' | 'policy'>,
  boxes: ReadonlyMap<string, Bounds>,
): LayoutRequest {
  const { document } = state
  const handbook = handbookOf(state)
  const tiers = bandTiers(document, handbook.tiers)
  const steps = document.chart.nodes.filter(node => node.kind !== 'note')
  // Of answers that share a row of their card, one has the line.
  const lines = new Set<string>()
  const nodes = steps.map(node => {
    const out = edgesFrom(document, node.id)
    const own = new Set(drawn(out, node.kind).map(edge => edge.id))
    for (const id of own) lines.add(id)
    const ways = waysOut(node, out, handbook.facts).filter(way => way.is !== 'answer' || own.has(way.handle))
    const { width, height } = boxes.get(node.id) ?? cardSize(node, ways, handbook)
    const rows = node.kind === 'question' ? rowsOf(ways) : []
    const handles = rows.map((way, i) => ({
      id: way.handle,
      y: height - (rows.length - i - 0.5) * ROW_HEIGHT,
    }))
    return { id: node.id, width, height, band: tiers.get(node.id) ?? 0, handles }
  })
  const ids = new Set(nodes.map(node => node.id))
  const questions = new Set(
    document.chart.nodes.filter(node => node.kind === 'question').map(node => node.id),
  )
  const edges = document.chart.edges
    .filter(edge => lines.has(edge.id) && ids.has(edge.to) && edge.from !== edge.to)
    .map(({ id, from, to }) => ({ id, from, to, handle: questions.has(from) ? id : 'out' }))
  const notes = document.chart.nodes.flatMap(node => {
    if (node.kind !== 'note') return []
    const box = boxes.get(node.id)
    const size = box ?? cardSize(node, [], handbook)
    return [{ id: node.id, width: size.width, height: size.height, ...nearest(box, nodes, boxes) }]
  })
  return { nodes, edges, notes }
}

/** The card that a note stands nearest to, and how far from its corner. */
function nearest(note: Bounds | undefined, nodes: readonly LayoutNode[], boxes: ReadonlyMap<string, Bounds>) {
  let best: { beside: string | null; by: Point } = { beside: nodes[0]?.id ?? null, by: { x: 0, y: -120 } }
  if (!note) return best
  let least = Number.POSITIVE_INFINITY
  for (const { id } of nodes) {
    const box = boxes.get(id)
    if (!box) continue
    const by = { x: note.x - box.x, y: note.y - box.y }
    const away = Math.hypot(by.x + (note.width - box.width) / 2, by.y + (note.height - box.height) / 2)
    if (away < least) {
      least = away
      best = { beside: id, by }
    }
  }
  return best
}

const OPTIONS: Record<string, string> = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.layered.spacing.nodeNodeBetweenLayers': String(COLUMN_GAP),
  'elk.spacing.nodeNode': String(ROW_GAP),
  'elk.spacing.edgeNode': '20',
  // One drawing, with columns that run through all of it: the bands are parted by height afterwards.
  'elk.separateConnectedComponents': 'false',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
}

const port = (node: string, handle: string) => `${node} ${handle}`

function graphOf({ nodes, edges }: LayoutRequest, placed?: ReadonlyMap<string, Point>): ElkNode {
  // With places given, the columns stay as they are and only the heights are worked out again.
  const keepColumns: Record<string, string> = placed ? { 'elk.layered.layering.strategy': 'INTERACTIVE' } : {}
  return {
    id: 'chart',
    layoutOptions: { ...OPTIONS, ...keepColumns },
    children: nodes.map(({ id, width, height, handles }) => ({
      id,
      width,
      height,
      ...placed?.get(id),
      layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
      ports: [
        {
          id: port(id, 'in'),
          x: 0,
          y: Math.min(28, height / 2),
          width: 0,
          height: 0,
          layoutOptions: { 'elk.port.side': 'WEST' },
        },
        ...(handles.length > 0 ? handles : [{ id: 'out', y: height / 2 }]).map(handle => ({
          id: port(id, handle.id),
          x: width,
          y: handle.y,
          width: 0,
          height: 0,
          layoutOptions: { 'elk.port.side': 'EAST' },
        })),
      ],
    })),
    edges: edges.map(({ id, from, handle, to }) => ({
      id,
      sources: [port(from, handle)],
      targets: [port(to, 'in')],
    })),
  }
}

const placesOf = ({ children = [] }: ElkNode): Map<string, Point> =>
  new Map(children.map(({ id, x = 0, y = 0 }) => [id, { x, y }]))

/**
 * Places a chart's cards: left to right in the order of the walk, and from top to bottom in bands, one for each tier.
 * The columns run through all bands; within a band the cards stand as close as they may.
 */
export async function layoutChart(
  elk: Pick<ELK, 'layout'>,
  request: LayoutRequest,
): Promise<Map<string, Point>> {
  const whole = placesOf(await elk.layout(graphOf(request)))
  const bands = [...new Set(request.nodes.map(node => node.band))].sort((a, b) => a - b)
  const places = new Map<string, Point>()
  let top = 0
  for (const band of bands) {
    const nodes = request.nodes.filter(node => node.band === band)
    const ids = new Set(nodes.map(node => node.id))
    const edges = request.edges.filter(edge => ids.has(edge.from) && ids.has(edge.to))
    const part = { nodes, edges, notes: [] }
    const heights = bands.length === 1 ? whole : placesOf(await elk.layout(graphOf(part, whole)))
    const heightOf = (id: string) => heights.get(id)?.y ?? 0
    const first = Math.min(...nodes.map(node => heightOf(node.id)))
    for (const { id } of nodes) places.set(id, { x: whole.get(id)?.x ?? 0, y: top + heightOf(id) - first })
    top = Math.max(...nodes.map(node => places.get(node.id)!.y + node.height)) + 2 * BAND_PAD
  }
  // Columns and heights come from two layouts; where these do not agree, the lower card gives way.
  return pinNotes(tidied(request, new Map(), places), request)
}

/**
 * The chart in order, with as many cards as can be where they are: see {@link tidied}. Notes stay beside their cards.
 *
 * @param at where the cards stand now, for those that have a place
 * @param fresh what {@link layoutChart} makes of the whole chart
 */
export const tidyChart = (
  request: LayoutRequest,
  at: ReadonlyMap<string, Point>,
  fresh: ReadonlyMap<string, Point>,
): Map<string, Point> => pinNotes(tidied(request, at, fresh), request)

/** Notes go where they were beside their cards, or below, where something else stands there now. */
function pinNotes(places: Map<string, Point>, { nodes, notes }: LayoutRequest): Map<string, Point> {
  const taken: Bounds[] = nodes.map(node => ({ ...node, ...(places.get(node.id) ?? { x: 0, y: 0 }) }))
  for (const { id, beside, by, width, height } of notes) {
    const card = (beside !== null && places.get(beside)) || { x: 0, y: 0 }
    const wanted = { x: card.x + by.x, y: card.y + by.y, width, height }
    const at = { x: wanted.x, y: spotBelow(wanted, taken, 0) }
    places.set(id, at)
    taken.push({ ...at, width, height })
  }
  return places
}
