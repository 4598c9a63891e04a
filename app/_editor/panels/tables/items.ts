import type { RowWords } from './table-rows'
import type { ShownTable } from './view'

/** What a table shows, from top to bottom: its rows, and the titles of its groups. */
export type Item = { is: 'group'; title: string; count: number } | { is: 'row'; words: RowWords; at: number }

export function itemsOf({ groups, rows }: ShownTable, closed: ReadonlySet<string>): Item[] {
  const places = new Map(rows.map((row, at) => [row, at]))
  return groups.flatMap(({ title, rows: inIt }): Item[] => [
    ...(title === null ? [] : [{ is: 'group' as const, title, count: inIt.length }]),
    ...(title !== null && closed.has(title)
      ? []
      : inIt.map(words => ({ is: 'row' as const, words, at: places.get(words)! }))),
  ])
}
