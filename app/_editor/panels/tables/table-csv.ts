import type { Handbook } from '@/compiler/language/handbook'
import type { Artifact } from '@/compiler/runtime/artifact'
import { allColumns } from './columns'
import { gridOf, toCsv } from './grid-text'
import { wordTables } from './table-rows'
import { EVERYTHING, showTables } from './view'

/** All tables of an artifact as one CSV of words, whatever of them is on the screen. */
export function tableCsv(
  artifact: Artifact,
  { actions, tiers }: Pick<Handbook, 'actions' | 'tiers'>,
): string {
  const names = { facts: artifact.facts, actions, tiers }
  const tables = wordTables(artifact, names)
  return toCsv(gridOf(showTables(tables, EVERYTHING, []), allColumns(tables, names)))
}
