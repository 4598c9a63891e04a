import { getBezierPath, Position } from '@xyflow/react'
import type { Handbook } from '@/compiler/language/handbook'
import type { Node } from '@/compiler/language/kinds'
import type { PolicyDocument } from '@/compiler/language/policy'
import { authorityWords } from '../canvas/authority-words'
import { BAND_PAD, bandsOf } from '../canvas/bands'
import { around, type Bounds } from '../canvas/boxes'
import { chartCards } from '../canvas/chart-nodes'
import { routeAround } from '../canvas/route'
import type { Point } from '../document/chart-edits'
import { bandTiers } from '../document/path-tiers'
import { nodeTitle } from '../kinds'
import { type CardDrawing, drawCard } from './card-drawing'
import type { Measure } from './measure'

export interface DrawnCard extends CardDrawing, Bounds {
  node: Node
  title: string
  /** The place in the handbook of the tier that decides here; null for a note, and where no case comes. */
  tier: number | null
}

export interface DrawnLine {
  id: string
  path: string
}

export interface DrawnBand {
  tier: number
  name: string
  about: string
  top: number
  bottom: number
}

/** A chart as it is drawn on paper: cards, lines and bands, in the canvas's own units. */
export interface ChartDrawing {
  bounds: Bounds
  cards: DrawnCard[]
  lines: DrawnLine[]
  bands: DrawnBand[]
}

/** What is left free around the cards. */
const MARGIN = 36
/** Half of a handle: lines begin at its far side. */
const HANDLE = 5.5

const EMPTY: Bounds = { x: 0, y: 0, width: 400, height: 120 }

/** Draws a chart whose cards stand at `places`; a card without a place is left out. */
export function drawChart(
  document: PolicyDocument,
  handbook: Handbook,
  places: ReadonlyMap<string, Point>,
  measure: Measure,
): ChartDrawing {
  // With its own handbook resolved, the document is a policy; findings mark nothing on paper.
  const policy = { ...document, handbook }
  const cards = [...chartCards({ document: policy, policy, findings: [] }).values()].flatMap(
    ({ node, rows, tier }): DrawnCard[] => {
      const at = places.get(node.id)
      return at
        ? [
            {
              ...drawCard({ node, rows, handbook }, measure),
              x: at.x,
              y: at.y,
              node,
              title: nodeTitle(node, handbook),
              tier,
            },
          ]
        : []
    },
  )
  const byId = new Map(cards.map(card => [card.node.id, card]))
  const inner = around(cards) ?? EMPTY
  const bounds = {
    x: inner.x - MARGIN,
    y: inner.y - MARGIN - 14,
    width: inner.width + 2 * MARGIN,
    height: inner.height + 2 * MARGIN + 14,
  }

  const tiers = bandTiers(document, handbook.tiers)
  const standing = cards.flatMap(card => {
    const tier = tiers.get(card.node.id)
    return tier === undefined ? [] : [[tier, card] as const]
  })
  const found = bandsOf(standing)
  const bands = found.map(({ tier, top, bottom }, i) => ({
    tier,
    name: [handbook.tiers[tier]?.id, handbook.tiers[tier]?.title].filter(Boolean).join(' '),
    about: authorityWords(tier, handbook),
    top: i === 0 ? bounds.y : top,
    bottom: i === found.length - 1 ? Math.max(bottom, bounds.y + bounds.height) : bottom,
  }))
  const last = bands.at(-1)
  if (last) bounds.height = Math.max(bounds.height, last.bottom - bounds.y - BAND_PAD + MARGIN)
  if (last) last.bottom = bounds.y + bounds.height

  const lines = document.chart.edges.flatMap(({ id, from, to }): DrawnLine[] => {
    const [source, target] = [byId.get(from), byId.get(to)]
    if (!source || !target) return []
    const row = source.rows.find(({ edge }) => edge === id)
    const begin = row
      ? { x: source.x + source.width + HANDLE, y: source.y + row.top + row.height / 2 }
      : { x: source.x + source.width, y: source.y + source.height / 2 }
    const end = { x: target.x, y: target.y + (target.shape === 'pill' ? target.height / 2 : 28) }
    return [
      {
        id,
        path: lineBetween(
          begin,
          end,
          cards.filter(card => card !== source && card !== target),
        ),
      },
    ]
  })
  return { bounds, cards, lines, bands }
}

const lineBetween = (from: Point, to: Point, others: readonly Bounds[]): string =>
  routeAround(from, to, others) ??
  getBezierPath({
    sourceX: from.x,
    sourceY: from.y,
    targetX: to.x,
    targetY: to.y,
    sourcePosition: Position.Right,
    targetPosition: Position.Left,
  })[0]
