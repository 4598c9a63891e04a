import { eq } from 'drizzle-orm'
import type { PolicyDocument } from '@/compiler/language/policy'
import { drafts, versions, versionTables } from '@/drizzle/schema'
import type { Connection } from '../database/database'

/** The tiers that a token may be for: those of a policy, or of any; of its versions, and of its draft. */
export async function knownTiers(database: Connection, policyId: string | null): Promise<string[]> {
  const compiled = database
    .selectDistinct({ tier: versionTables.tier })
    .from(versionTables)
    .innerJoin(versions, eq(versions.id, versionTables.versionId))
  const published = await (policyId ? compiled.where(eq(versions.policyId, policyId)) : compiled)
  const drawn = database.select({ document: drafts.document }).from(drafts)
  const documents = await (policyId ? drawn.where(eq(drafts.policyId, policyId)) : drawn)
  const tiers = documents.flatMap(({ document }) => {
    const { handbook } = document as PolicyDocument
    return 'tiers' in handbook ? handbook.tiers.map(({ id }) => id) : []
  })
  return [...new Set([...tiers, ...published.map(({ tier }) => tier)])]
}
