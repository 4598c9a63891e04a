import type { Point } from '../../runtime/values'

/** Where in the text, in UTF-16 units. */
export interface Span {
  start: number
  end: number
}

/** One literal, comparison or interval. A literal may be `null`; a bound may not: null has no order. */
export type TestItem = { at: Span } & (
  | { is: 'value'; value: Point | null }
  | { is: 'compare'; op: '<' | '<=' | '>' | '>='; value: Point }
  | { is: 'interval'; low: Point; lowOpen: boolean; high: Point; highOpen: boolean }
)

/** A unary test as it is written: `-`, or items of which one has to hold, or none of them under `not`. */
export type Test = { is: 'any' } | { is: 'list'; not: boolean; items: TestItem[] }

export interface TestProblem {
  message: string
  position: Span
}
