import { eq } from 'drizzle-orm'
import { drafts, versions, versionTables } from '@/drizzle/schema'
import type { Connection } from '../database/database'
import { takenIn } from '../handbooks/taken-in'
import type { DraftDocument } from '../policies/well-formed'

/**
 * The tiers that a token may be for: those of a policy, or of any; of its versions, and of its draft, also where they
 * come from a handbook that it takes in.
 */
export async function knownTiers(database: Connection, policyId: string | null): Promise<string[]> {
  const compiled = database
    .selectDistinct({ tier: versionTables.tier })
    .from(versionTables)
    .innerJoin(versions, eq(versions.id, versionTables.versionId))
  const published = await (policyId ? compiled.where(eq(versions.policyId, policyId)) : compiled)
  const drawn = database.select({ document: drafts.document }).from(drafts)
  const documents = await (policyId ? drawn.where(eq(drafts.policyId, policyId)) : drawn)
  const tiers: string[] = []
  for (const { document } of documents) {
    const own = await tiersOf(database, document as DraftDocument)
    tiers.push(...own.map(({ id }) => id))
  }
  return [...new Set([...tiers, ...published.map(({ tier }) => tier)])]
}

async function tiersOf(database: Connection, document: DraftDocument) {
  if ('tiers' in document) return document.tiers
  if ('tiers' in document.handbook) return document.handbook.tiers
  return (await takenIn(database, document))?.tiers ?? []
}
