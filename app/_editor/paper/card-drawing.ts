import type { Icon } from '@tabler/icons-react'
import type { Handbook } from '@/compiler/language/handbook'
import type { Node } from '@/compiler/language/kinds'
import type { CardRow } from '../canvas/card-rows'
import { CARD_WIDTH, MEMO_WIDTH } from '../canvas/sizes'
import { viewOf } from '../kinds'
import type { Measure, Type } from './measure'
import { clamp, wrap } from './wrap'

/** What words are painted in: the names of the palette's colours. */
export type Ink = 'ink' | 'soft' | 'faint' | 'err'

export interface Words extends Type {
  x: number
  /** Of its baseline, from the top of the card. */
  y: number
  text: string
  ink: Ink
}

/** An answer's row: where it begins, how high it is, and whether an answer is missing there. */
export interface DrawnRow {
  handle: string
  edge?: string
  missing: boolean
  top: number
  height: number
}

/** A card as lines of text and rules, from its upper left corner. It follows the canvas's style sheet. */
export interface CardDrawing {
  shape: 'card' | 'pill' | 'memo'
  width: number
  height: number
  icon: { icon: Icon; x: number; y: number } | null
  words: Words[]
  rows: DrawnRow[]
}

const ICON = 15
const BORDER = 1
const SIDE = 12
const TRIGGER_WIDTH = 190

const WORD = { size: 11 } as const
const HEADING = { size: 13.5, weight: 600 } as const
const MEMO_HEADING = { size: 12.5, weight: 600 } as const
const SMALL = { size: 12 } as const
const ANSWER = { size: 12.5 } as const
const PILL = { size: 13, weight: 600 } as const

/** Where a line of text stands in its line box: Inter's ascent and descent are 0.969 and 0.241 of its size. */
const baseline = (top: number, height: number, size: number) => top + height / 2 + 0.364 * size

interface CardOf {
  node: Node
  rows: readonly CardRow[]
  handbook: Handbook
}

function pill({ node, handbook }: CardOf, measure: Measure): CardDrawing {
  const view = viewOf(node)
  const { text } = view.heading(node as never, handbook)
  const x = BORDER + 13 + ICON + 7
  const [line = ''] = clamp(wrap(text, 184, PILL, measure), 1, 184, PILL, measure)
  return {
    shape: 'pill',
    width: Math.ceil(x + measure(line, PILL) + 15 + BORDER),
    height: 38,
    icon: { icon: view.cardIcon(node as never, handbook), x: BORDER + 13, y: 11.5 },
    words: [{ ...PILL, x, y: baseline(9, 20, PILL.size), text: line, ink: 'ink' }],
    rows: [],
  }
}

/** A card's words from top to bottom, and the rows of its answers. */
export function drawCard(card: CardOf, measure: Measure): CardDrawing {
  const { node, rows, handbook } = card
  const view = viewOf(node)
  const shape = view.shape(node as never)
  if (shape === 'pill') return pill(card, measure)
  const memo = shape === 'memo'
  const width = memo ? MEMO_WIDTH : node.kind === 'trigger' ? TRIGGER_WIDTH : CARD_WIDTH
  const room = width - 2 * (BORDER + SIDE)
  const left = BORDER + SIDE
  const words: Words[] = []
  let top = BORDER
  const put = (lines: string[], type: Type, height: number, ink: Ink, x = left) => {
    for (const text of lines) {
      words.push({ ...type, x, y: baseline(top, height, type.size), text, ink })
      top += height
    }
  }

  top += 9
  const icon = { icon: view.cardIcon(node as never, handbook), x: left, y: top + 0.5 }
  const aside = room - ICON - 8
  const kind = view.word(node as never, handbook)
  put(clamp(wrap(kind, aside, WORD, measure), 1, aside, WORD, measure), WORD, 16, 'faint', left + ICON + 8)

  const heading = view.heading(node as never, handbook)
  if (heading.text) {
    const type: Type = { ...(memo ? MEMO_HEADING : HEADING), ...(heading.empty && { weight: 500 }) }
    top += 3
    put(wrap(heading.text, room, type, measure), type, type.size * 1.3, heading.empty ? 'faint' : 'ink')
  }
  for (const detail of view.details(node as never, handbook)) {
    top += 2
    const lines = wrap(detail, room, SMALL, measure)
    put(memo ? clamp(lines, 8, room, SMALL, measure) : lines, SMALL, 16.8, 'soft')
  }
  const said = view.say(node as never)
  if (said) {
    top += 3
    put(clamp(wrap(`“${said}”`, room, SMALL, measure), 4, room, SMALL, measure), SMALL, 16.8, 'soft')
  }
  top += 10

  const drawn: DrawnRow[] = []
  const shown = rows.filter(({ is }) => is === 'answer' || is === 'missing')
  shown.forEach(({ handle, is, words: answer, edge }, i) => {
    if (i === 0) top += BORDER
    const begins = top
    const lines = wrap(answer, width - 2 * BORDER - 26, ANSWER, measure)
    const last = i === shown.length - 1
    const height = Math.max(30, 10 + 19 * lines.length + (last ? 0 : BORDER))
    top += (height - (last ? 0 : BORDER) - 19 * lines.length) / 2
    put(lines, ANSWER, 19, is === 'missing' ? 'err' : 'ink')
    drawn.push({ handle, edge, missing: is === 'missing', top: begins, height })
    top = begins + height
  })
  return { shape, width, height: Math.round(top + BORDER), icon, words, rows: drawn }
}
