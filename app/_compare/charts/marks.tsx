import type { ChartDrawing, DrawnCard } from '@/app/_editor/paper/chart-drawing'
import type { Paint } from '@/app/_editor/paper/chart-picture'
import { FONT } from '@/app/_editor/paper/measure'
import type { Colour } from '@/app/_shell/palette'
import type { ChartTold, StepMark } from '@/compiler/compare/told/chart'

/** How each kind of difference looks: never by its colour alone. */
export const MARKS = {
  added: { sign: '+', word: 'Added', colour: 'new', dash: undefined, width: 2.2 },
  removed: { sign: '−', word: 'Removed', colour: 'old', dash: '9 5', width: 2.2 },
  changed: { sign: '≠', word: 'Changed', colour: 'warn', dash: undefined, width: 3.4 },
  reworded: { sign: '“', word: 'Reworded', colour: 'accent', dash: '2 4', width: 2.2 },
  moved: { sign: '↔', word: 'Moved', colour: 'faint', dash: '1 6', width: 1.6 },
} as const satisfies Record<
  StepMark,
  { sign: string; word: string; colour: Colour; dash: string | undefined; width: number }
>

interface DifferenceMarksProps {
  drawing: ChartDrawing
  which: 'old' | 'next'
  chart: ChartTold
  paint: Paint
  /** The step of the difference that is looked at. */
  current?: string | null
  /** A case is played: what differs steps back. */
  quiet?: boolean
}

const OUT = 5

/** What differs, drawn over one of two charts: a frame in the manner of its kind, and the kind in a word. */
export function DifferenceMarks({ drawing, which, chart, paint, current, quiet }: DifferenceMarksProps) {
  const cards = new Map(drawing.cards.map(card => [card.node.id, card]))
  const lines = new Map(drawing.lines.map(line => [line.id, line]))
  const marked = chart.steps.flatMap(step => {
    const card = cards.get(step.id)
    return card ? [{ ...step, card }] : []
  })
  const rows = new Map(
    drawing.cards.flatMap(card =>
      card.rows.flatMap(row => (row.edge === undefined ? [] : [[row.edge, { card, row }] as const])),
    ),
  )
  // The way that is played is seen on the lines.
  const differing = quiet
    ? []
    : chart.lines.flatMap(line => {
        const id = line[which]
        return id === undefined ? [] : [{ id, is: line.is }]
      })
  const looked = current == null ? undefined : cards.get(current)
  return (
    <g fontFamily={FONT} opacity={quiet ? 0.45 : 1}>
      <g fill="none">
        {differing.map(({ id, is }) => {
          const line = lines.get(id)
          const { colour, dash, width } = MARKS[is]
          return (
            line && (
              <path
                key={id}
                d={line.path}
                stroke={paint(colour)}
                strokeWidth={width}
                strokeDasharray={dash}
                strokeLinecap={dash ? undefined : 'round'}
              />
            )
          )
        })}
      </g>
      {differing.map(({ id, is }) => {
        const at = rows.get(id)
        return (
          at && (
            <rect
              key={id}
              x={at.card.x + 1}
              y={at.card.y + at.row.top}
              width={3}
              height={at.row.height - 1}
              fill={paint(MARKS[is].colour)}
            />
          )
        )
      })}
      {marked.map(({ id, is, card }) => (
        <StepFrame key={id} card={card} is={is} paint={paint} />
      ))}
      {looked && (
        <rect
          x={looked.x - OUT - 5}
          y={looked.y - OUT - 5}
          width={looked.width + 2 * (OUT + 5)}
          height={looked.height + 2 * (OUT + 5)}
          rx={18}
          fill="none"
          stroke={paint('ink')}
          strokeWidth={1.6}
        />
      )}
    </g>
  )
}

function StepFrame({ card, is, paint }: { card: DrawnCard; is: StepMark; paint: Paint }) {
  const { sign, word, colour, dash, width } = MARKS[is]
  const tag = `${sign} ${word}`
  const tagWidth = tag.length * 5.9 + 12
  const radius = card.shape === 'pill' ? card.height / 2 + OUT : 14
  return (
    <>
      <rect
        x={card.x - OUT}
        y={card.y - OUT}
        width={card.width + 2 * OUT}
        height={card.height + 2 * OUT}
        rx={radius}
        fill="none"
        stroke={paint(colour)}
        strokeWidth={width}
        strokeDasharray={dash}
        strokeLinecap="round"
      />
      <rect
        x={card.x + 10}
        y={card.y - OUT - 9}
        width={tagWidth}
        height={17}
        rx={8.5}
        fill={paint('panel')}
        stroke={paint(colour)}
        strokeWidth={1}
      />
      <text
        x={card.x + 10 + tagWidth / 2}
        y={card.y - OUT + 3.5}
        textAnchor="middle"
        fontSize={10.5}
        fontWeight={600}
        fill={paint(colour)}
      >
        {tag}
      </text>
    </>
  )
}
