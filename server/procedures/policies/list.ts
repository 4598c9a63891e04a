import { and, asc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { drafts, inForce, type PolicyKind, policies, users, versions } from '@/drizzle/schema'
import { signedInOrToken } from '../../trpc/access'

export interface PolicySummary {
  name: string
  title: string
  kind: PolicyKind
  draft: { revision: number; savedAt: string; savedBy: string | null }
  inForce: { number: number; publishedAt: string; publishedBy: string | null } | null
  /** Whether the draft differs from the version in force; true where there is none. */
  changed: boolean
}

const saver = alias(users, 'saver')
const publisher = alias(users, 'publisher')

/** Every policy and every shared handbook, by title. */
export const list = signedInOrToken.query(async ({ ctx }): Promise<PolicySummary[]> => {
  const found = await ctx.database
    .select({
      name: policies.name,
      title: policies.title,
      kind: policies.kind,
      revision: drafts.revision,
      savedAt: drafts.savedAt,
      savedBy: saver.name,
      number: inForce.number,
      publishedAt: inForce.publishedAt,
      publishedBy: publisher.name,
      // What takes in a handbook is published with it resolved: of that the time tells.
      changed: sql<boolean>`case when ${versions.takesIn} is null
        then ${versions.document}::text is distinct from ${drafts.document}::text
        else ${drafts.savedAt} > ${versions.publishedAt} end`,
    })
    .from(policies)
    .innerJoin(drafts, eq(drafts.policyId, policies.id))
    .leftJoin(saver, eq(saver.id, drafts.savedBy))
    .leftJoin(inForce, and(eq(inForce.policyId, policies.id), eq(inForce.channel, 'live')))
    .leftJoin(versions, eq(versions.id, inForce.versionId))
    .leftJoin(publisher, eq(publisher.id, inForce.publishedBy))
    .orderBy(asc(policies.title), asc(policies.name))
  return found.map(
    ({ name, title, kind, revision, savedAt, savedBy, number, publishedAt, publishedBy, changed }) => ({
      name,
      title,
      kind,
      draft: { revision, savedAt: savedAt.toISOString(), savedBy },
      inForce: number === null ? null : { number, publishedAt: publishedAt!.toISOString(), publishedBy },
      changed,
    }),
  )
})
