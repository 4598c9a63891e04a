import { type JsonValue, toPoint } from '@/compiler/runtime/values'
import { COLUMNS, type Column, type Pass } from '../decision-tree'

/** Facts as the peers are given them: dates, times and date-times as numbers, so that none of them has to read a text. */
export type NumberFacts = Record<string, JsonValue>

export const asNumbers = (facts: Record<string, JsonValue>): NumberFacts =>
  Object.fromEntries(COLUMNS.map(({ name, fact }) => [name, toPoint(fact.type, facts[name]) as JsonValue]))

/** A pass of a boolean column as the value that it is; null for any other column. */
export const truthOf = ({ fact }: Column, pass: Pass): boolean | null =>
  fact.type === 'boolean' && pass.of === 'range' ? pass.low === 1 : null

/** How a peer is asked; resolves to the row. */
export interface Peer {
  name: string
  /** The version and the form it is used in, for the report. */
  about: string
  /** Synchronous peers answer at once. */
  row: (facts: NumberFacts) => number | Promise<number>
}
