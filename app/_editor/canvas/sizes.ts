import type { Handbook } from '@/compiler/language/handbook'
import type { Node, NodeKind } from '@/compiler/language/kinds'
import type { Way } from '../document/ways-out'
import { viewOf } from '../kinds'

/** Distances on the canvas, in its own units: pixels at real size. The cards' style sheet uses the same. */
export const GRID = 10
export const COLUMN_GAP = 80
export const ROW_GAP = 30
export const ROW_HEIGHT = 30
export const CARD_WIDTH = 220
export const MEMO_WIDTH = 180

/** About how high cards are once they are filled in: the room that an empty one is given. */
export const FINISHED_HEIGHT = {
  start: 38,
  trigger: 76,
  question: 180,
  action: 150,
  escalate: 130,
  close: 110,
  note: 90,
} as const satisfies Record<NodeKind, number>

const lines = (text: string, perLine: number) => (text === '' ? 0 : Math.ceil(text.length / perLine))

export interface Size {
  width: number
  height: number
}

/** The ways out of a question that are rows of its card at all times. */
export const rowsOf = (ways: readonly Way[]) => ways.filter(way => way.is !== 'add' || !way.quiet)

/** About how large a card will be, for as long as the browser has not measured it. */
export function cardSize(node: Node, ways: readonly Way[], handbook: Handbook): Size {
  const view = viewOf(node)
  const { text } = view.heading(node as never, handbook)
  const details = view.details(node as never, handbook)
  switch (view.shape(node as never)) {
    case 'pill':
      return { width: 60 + 7.5 * text.length, height: 38 }
    case 'memo':
      return { width: MEMO_WIDTH, height: 40 + 18 * lines([text, ...details].join(' '), 26) }
    case 'card': {
      const rows = node.kind === 'question' ? rowsOf(ways).length * ROW_HEIGHT : 0
      const said = lines(view.say(node as never) ?? '', 32)
      const body = 18 * lines(text, 27) + 17 * details.length + 17 * said + (said ? 6 : 0)
      return { width: CARD_WIDTH, height: 42 + body + rows }
    }
  }
}
