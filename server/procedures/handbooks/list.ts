import { asc, desc, eq, isNotNull } from 'drizzle-orm'
import { drafts, policies, users, versions } from '@/drizzle/schema'
import { readReference, referenceText } from '../../handbooks/taken-in'
import { signedIn } from '../../trpc/access'

export interface HandbookSummary {
  name: string
  title: string
  /** Its published versions, the newest first. */
  versions: { number: number; publishedAt: string; publishedBy: string | null }[]
  /** The policies whose drafts take it in, by title. */
  takers: { name: string; title: string; version: number }[]
}

/** Every handbook that policies can share, by title. */
export const list = signedIn.query(async ({ ctx }): Promise<HandbookSummary[]> => {
  const found = await ctx.database
    .select({ id: policies.id, name: policies.name, title: policies.title })
    .from(policies)
    .where(eq(policies.kind, 'handbook'))
    .orderBy(asc(policies.title), asc(policies.name))
  const published = await ctx.database
    .select({
      policyId: versions.policyId,
      number: versions.number,
      publishedAt: versions.publishedAt,
      publishedBy: users.name,
    })
    .from(versions)
    .innerJoin(policies, eq(policies.id, versions.policyId))
    .leftJoin(users, eq(users.id, versions.publishedBy))
    .where(eq(policies.kind, 'handbook'))
    .orderBy(desc(versions.number))
  const taking = await ctx.database
    .select({ name: policies.name, title: policies.title, reference: referenceText })
    .from(policies)
    .innerJoin(drafts, eq(drafts.policyId, policies.id))
    .where(isNotNull(referenceText))
    .orderBy(asc(policies.title), asc(policies.name))
  return found.map(({ id, name, title }) => ({
    name,
    title,
    versions: published
      .filter(({ policyId }) => policyId === id)
      .map(({ number, publishedAt, publishedBy }) => ({
        number,
        publishedAt: publishedAt.toISOString(),
        publishedBy,
      })),
    takers: taking.flatMap(({ reference, ...policy }) => {
      const taken = readReference(reference)
      return taken?.name === name ? [{ ...policy, version: taken.version }] : []
    }),
  }))
})
