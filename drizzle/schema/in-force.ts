import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { pgView } from 'drizzle-orm/pg-core'
import { releases } from './releases'
import { versions } from './versions'

/**
 * The version of each policy that is in force on each channel now. Every query that needs it reads this view, so that
 * what "in force" means is written once. Now is when the statement began, not the transaction, which may have waited for
 * its turn since.
 */
export const inForce = pgView('in_force').as(query =>
  query
    .selectDistinctOn([releases.policyId, releases.channel], {
      policyId: releases.policyId,
      channel: releases.channel,
      since: releases.from,
      versionId: releases.versionId,
      number: versions.number,
      publishedAt: versions.publishedAt,
      publishedBy: versions.publishedBy,
    })
    .from(releases)
    .innerJoin(versions, eq(versions.id, releases.versionId))
    .where(and(isNull(releases.calledOffAt), sql`${releases.from} <= statement_timestamp()`))
    .orderBy(releases.policyId, releases.channel, desc(releases.from), desc(releases.id)),
)
