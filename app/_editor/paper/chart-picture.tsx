import { memo } from 'react'
import { type Colour, PALETTE } from '@/app/_shell/palette'
import type { Light } from '../document/showing'
import type { ChartDrawing, DrawnCard } from './chart-drawing'
import { FONT } from './measure'

/** A colour of the palette: as the page has it, or, in a file that has no page, as the light theme has it. */
export type Paint = (colour: Colour) => string
export const asOnPage: Paint = colour => `var(--${colour})`
export const asInFile: Paint = colour => PALETTE.light[colour]

const tierColour = (tier: number | null, soft = false): Colour =>
  tier === null ? 'soft' : (`tier-${(tier % 6) + 1}${soft ? '-soft' : ''}` as Colour)

interface ChartPictureProps {
  drawing: ChartDrawing
  paint: Paint
  /** What stands out while all else steps back. */
  lit?: Pick<Light, 'nodes' | 'edges'>
  /** Cards that can be picked: which of them are, and which one Tab comes to. */
  picking?: { picked: readonly string[]; stop: string | undefined }
  /** Only this part of the drawing, in its own units. */
  part?: { x: number; y: number; width: number; height: number }
}

/** The drawing of a chart, as the inside of an `svg` element: text is text, and nothing depends on a style sheet. */
export function ChartPicture({
  drawing: { bounds, bands, lines, cards },
  paint,
  lit,
  picking,
  part,
}: ChartPictureProps) {
  const left = (part ?? bounds).x
  return (
    <>
      {bands.map(({ tier, top, bottom }) => (
        <g key={tier}>
          <rect
            x={bounds.x}
            y={top}
            width={bounds.width}
            height={Math.max(0, bottom - top)}
            fill={paint(tierColour(tier, true))}
          />
          <line
            x1={bounds.x}
            x2={bounds.x + bounds.width}
            y1={bottom}
            y2={bottom}
            stroke={paint('line-strong')}
            strokeDasharray="4 3"
          />
        </g>
      ))}
      <g fontFamily={FONT} style={{ fontFeatureSettings: '"cv05", "ss03"' }}>
        {bands.map(({ tier, name, about, top }) => (
          <text key={tier} x={left + 14} y={top + 19} fontSize={11}>
            <tspan fontWeight={600} fill={paint(tierColour(tier))}>
              {name}
            </tspan>
            <tspan dx={8} fill={paint('faint')}>
              {about}
            </tspan>
          </text>
        ))}
        <g fill="none">
          {lines.map(({ id, path }) => {
            const on = lit?.edges.has(id)
            return (
              <path
                key={id}
                data-id={id}
                data-path={on ? 'passed' : undefined}
                d={path}
                stroke={paint(on ? 'accent' : 'soft')}
                strokeWidth={on ? 2.6 : 1.4}
                opacity={lit && !on ? 0.25 : on ? 1 : 0.8}
              />
            )
          })}
        </g>
        {cards.map(card => (
          <Card
            key={card.node.id}
            card={card}
            paint={paint}
            lit={lit ? lit.nodes.has(card.node.id) : null}
            picking={picking}
          />
        ))}
      </g>
    </>
  )
}

/** The corners of a card; a slip of paper has one that is folded. */
function outline({ shape, x, y, width, height }: DrawnCard): string {
  const [a, b, c, d] =
    shape === 'pill' ? Array(4).fill(height / 2) : shape === 'memo' ? [3, 3, 3, 14] : [11, 11, 11, 11]
  return `M${x + a},${y} h${width - a - b} a${b},${b} 0 0 1 ${b},${b} v${height - b - c} a${c},${c} 0 0 1 -${c},${c} h-${width - c - d} a${d},${d} 0 0 1 -${d},-${d} v-${height - d - a} a${a},${a} 0 0 1 ${a},-${a} z`
}

interface CardProps extends Pick<ChartPictureProps, 'paint' | 'picking'> {
  card: DrawnCard
  lit: boolean | null
}

function Card({ card, paint, lit, picking }: CardProps) {
  const { node, shape, tier } = card
  const picked = picking?.picked.includes(node.id)
  const button = picking && {
    role: 'button',
    tabIndex: node.id === picking.stop ? 0 : -1,
    'aria-pressed': picked,
    'aria-label': `${card.title}: mark the rows that go through it`,
  }
  return (
    <g
      data-node={node.id}
      data-path={lit ? 'passed' : undefined}
      opacity={lit === false ? 0.38 : 1}
      {...button}
    >
      <path
        d={outline(card)}
        fill={paint(shape === 'memo' ? 'warn-soft' : 'panel')}
        stroke={
          lit || picked
            ? paint('accent')
            : node.kind === 'trigger'
              ? paint(tierColour(tier))
              : paint('line-strong')
        }
        strokeWidth={picked ? 2.4 : lit ? 1.8 : 1}
        strokeDasharray={node.kind === 'trigger' ? '4 3' : undefined}
      />
      <Inside card={card} paint={paint} />
    </g>
  )
}

/** What stands in a card stays, whatever the card is lit like: a question may have thousands of answers. */
const Inside = memo(function Inside({ card, paint }: Pick<CardProps, 'card' | 'paint'>) {
  const { node, x, y, width, icon, words, rows, tier } = card
  const Icon = icon?.icon
  const closed = node.kind === 'close' && paint(node.result === 'resolved' ? 'ok' : 'err')
  return (
    <>
      {Icon && icon && (
        <Icon
          x={x + icon.x}
          y={y + icon.y}
          size={15}
          stroke={1.7}
          color={closed || paint(tierColour(tier))}
          aria-hidden
        />
      )}
      {rows.map((row, i) => (
        <g key={row.handle} data-edge={row.edge}>
          {row.missing && (
            <rect
              x={x + 1}
              y={y + row.top}
              width={width - 2}
              height={row.height - 1}
              fill={paint('err-soft')}
            />
          )}
          <line
            x1={x + 0.5}
            x2={x + width - 0.5}
            y1={y + row.top - 0.5}
            y2={y + row.top - 0.5}
            stroke={paint('line')}
            strokeWidth={i === 0 ? 1 : 0.8}
          />
          <circle
            cx={x + width}
            cy={y + row.top + row.height / 2}
            r={4.7}
            fill={paint('panel')}
            stroke={paint(row.missing ? 'err' : 'soft')}
            strokeWidth={1.6}
            strokeDasharray={row.missing ? '2.5 2' : undefined}
          />
        </g>
      ))}
      {words.map(({ x: dx, y: dy, text, size, weight, ink }) => (
        <text
          key={`${dy} ${text}`}
          x={x + dx}
          y={y + dy}
          fontSize={size}
          fontWeight={weight}
          fill={paint(ink)}
        >
          {text}
        </text>
      ))}
    </>
  )
})
