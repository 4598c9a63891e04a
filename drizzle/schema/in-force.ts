import { desc } from 'drizzle-orm'
import { pgView } from 'drizzle-orm/pg-core'
import { versions } from './versions'

/**
 * The version of each policy that clients decide by: the one published last. Every query that needs it reads this
 * view, so that what "in force" means is written once.
 */
export const inForce = pgView('in_force').as(query =>
  query
    .selectDistinctOn([versions.policyId], {
      policyId: versions.policyId,
      versionId: versions.id,
      number: versions.number,
      publishedAt: versions.publishedAt,
      publishedBy: versions.publishedBy,
    })
    .from(versions)
    .orderBy(versions.policyId, desc(versions.number)),
)
