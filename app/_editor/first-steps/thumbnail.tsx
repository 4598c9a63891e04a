import { tierColours } from '@/app/_shell/palette'
import type { PolicyDocument } from '@/compiler/language/policy'
import { bandsOf } from '../canvas/bands'
import { around, type Bounds } from '../canvas/boxes'
import { cardSize } from '../canvas/sizes'
import { handbookOf } from '../document/handbook-of'
import { bandTiers } from '../document/path-tiers'
import { edgesFrom, waysOut } from '../document/ways-out'
import classes from './first-steps.module.css'

const MARGIN = 40

/** A chart so small that only its shape is seen: cards, lines, and the bands of its tiers. */
export function Thumbnail({ document }: { document: PolicyDocument }) {
  const handbook = handbookOf({ document, policy: null })
  const boxes = new Map<string, Bounds>(
    document.chart.nodes.map(node => [
      node.id,
      {
        x: 0,
        y: 0,
        ...node.position,
        ...cardSize(node, waysOut(node, edgesFrom(document, node.id), handbook.facts), handbook),
      },
    ]),
  )
  const all = around([...boxes.values()])
  if (!all) return null
  const tiers = bandTiers(document, handbook.tiers)
  const bands = bandsOf([...boxes].flatMap(([id, box]) => (tiers.has(id) ? [[tiers.get(id)!, box]] : [])))
  const [left, top] = [all.x - MARGIN, all.y - MARGIN]
  const [width, height] = [all.width + 2 * MARGIN, all.height + 2 * MARGIN]
  const bottom = top + height
  return (
    <svg
      className={classes.thumbnail}
      viewBox={`${left} ${top} ${width} ${height}`}
      preserveAspectRatio="xMidYMid meet"
      aria-hidden
    >
      {bands.map((band, i) => {
        const from = Math.max(band.top, top - height)
        const to = i === bands.length - 1 ? bottom + height : band.bottom
        return (
          <rect
            key={band.tier}
            x={left - width}
            y={from}
            width={3 * width}
            height={Math.max(0, to - from)}
            fill={tierColours(band.tier).soft}
          />
        )
      })}
      {document.chart.edges.map(({ id, from, to }) => {
        const [a, b] = [boxes.get(from), boxes.get(to)]
        if (!a || !b) return null
        const [x1, y1, x2, y2] = [a.x + a.width, a.y + a.height / 2, b.x, b.y + b.height / 2]
        const bend = Math.max(40, (x2 - x1) / 2)
        return (
          <path key={id} d={`M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`} data-line />
        )
      })}
      {document.chart.nodes.map(node => {
        const box = boxes.get(node.id)!
        const tier = tiers.get(node.id)
        return (
          <rect
            key={node.id}
            {...box}
            rx={node.kind === 'start' || node.kind === 'close' ? 26 : 14}
            data-kind={node.kind}
            stroke={tier === undefined ? undefined : tierColours(tier).colour}
          />
        )
      })}
    </svg>
  )
}
