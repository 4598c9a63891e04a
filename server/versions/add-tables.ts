import type { Artifact } from '@/compiler/runtime/artifact'
import { canonicalJson } from '@/compiler/runtime/canonical-json'
import { artifacts, versionTables } from '@/drizzle/schema'
import type { Transaction } from '../database/database'
import type { Publishable } from '../handbooks/publishable'
import type { TableSummary } from '../policies/tables-of'

/** The tables of a new version, and their artifacts where they are new, too. Handbooks have none. */
export async function addTables(
  transaction: Transaction,
  versionId: string,
  { tables }: Publishable,
): Promise<TableSummary[]> {
  for (const { artifact } of tables)
    await transaction
      .insert(artifacts)
      .values({ hash: artifact.hash, body: canonicalJson(artifact) })
      .onConflictDoNothing()
  const told = tables.map(({ tier, artifact }) => ({ tier, hash: artifact.hash, rows: countRows(artifact) }))
  if (told.length > 0)
    await transaction
      .insert(versionTables)
      .values(told.map((table, place) => ({ ...table, versionId, place })))
  return told
}

const countRows = (artifact: Artifact) => artifact.tables.reduce((sum, table) => sum + table.rows.length, 0)
