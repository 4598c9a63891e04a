import { asc, inArray } from 'drizzle-orm'
import { versionTables } from '@/drizzle/schema'
import type { Connection } from '../database/database'

/** A tier's table in a version. */
export interface TableSummary {
  tier: string
  hash: string
  rows: number
}

/** The tables of some versions by the version's id, each in the order of its handbook's tiers. */
export async function tablesOf(
  database: Connection,
  versionIds: string[],
): Promise<Map<string, TableSummary[]>> {
  const tables = new Map<string, TableSummary[]>(versionIds.map(id => [id, []]))
  if (versionIds.length === 0) return tables
  const found = await database
    .select()
    .from(versionTables)
    .where(inArray(versionTables.versionId, versionIds))
    .orderBy(asc(versionTables.place))
  for (const { versionId, tier, hash, rows } of found) tables.get(versionId)!.push({ tier, hash, rows })
  return tables
}

export async function tablesOfOne(database: Connection, versionId: string): Promise<TableSummary[]> {
  return (await tablesOf(database, [versionId])).get(versionId)!
}
