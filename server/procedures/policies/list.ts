import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import {
  type Channel,
  drafts,
  inForce,
  type PolicyKind,
  policies,
  proposals,
  users,
  versions,
} from '@/drizzle/schema'
import type { Connection } from '../../database/database'
import { type ProposalRow, standing } from '../../proposals/find-proposal'
import { signedInOrToken } from '../../trpc/access'

export interface InForceSummary {
  number: number
  since: string
  publishedAt: string
  publishedBy: string | null
}

/** A proposal that is open. */
export interface WaitingSummary {
  number: number
  kind: ProposalRow['kind']
  proposedBy: string
  /** How many approvals stand, and how many are needed. */
  standing: number
  needed: number
}

export interface PolicySummary {
  name: string
  title: string
  kind: PolicyKind
  draft: { revision: number; savedAt: string; savedBy: string | null }
  /** The version in force on the channel live. */
  inForce: InForceSummary | null
  /** The version in force on the channel staging. */
  staging: InForceSummary | null
  /** Whether the draft differs from the live version; true where there is none. */
  changed: boolean
  /** What is proposed and not decided yet. */
  waiting: WaitingSummary[]
}

const publisher = alias(users, 'publisher')

/** Every policy and every shared handbook, by title. */
export const list = signedInOrToken.query(async ({ ctx }): Promise<PolicySummary[]> => {
  const found = await ctx.database
    .select({
      id: policies.id,
      name: policies.name,
      title: policies.title,
      kind: policies.kind,
      revision: drafts.revision,
      savedAt: drafts.savedAt,
      savedBy: users.name,
      // What takes in a handbook is published with it resolved: of that the time tells.
      changed: sql<boolean>`case when ${versions.takesIn} is null
        then ${versions.document}::text is distinct from ${drafts.document}::text
        else ${drafts.savedAt} > ${versions.publishedAt} end`,
    })
    .from(policies)
    .innerJoin(drafts, eq(drafts.policyId, policies.id))
    .leftJoin(users, eq(users.id, drafts.savedBy))
    .leftJoin(inForce, and(eq(inForce.policyId, policies.id), eq(inForce.channel, 'live')))
    .leftJoin(versions, eq(versions.id, inForce.versionId))
    .orderBy(asc(policies.title), asc(policies.name))
  const current = await everythingInForce(ctx.database)
  const open = await everythingOpen(ctx.database)
  return found.map(({ id, name, title, kind, revision, savedAt, savedBy, changed }) => ({
    name,
    title,
    kind,
    draft: { revision, savedAt: savedAt.toISOString(), savedBy },
    inForce: current.get(`${id} live`) ?? null,
    staging: current.get(`${id} staging`) ?? null,
    changed,
    waiting: open.get(id) ?? [],
  }))
})

/** By the policy's id and the channel. */
async function everythingInForce(database: Connection): Promise<Map<`${string} ${Channel}`, InForceSummary>> {
  const found = await database
    .select({
      policyId: inForce.policyId,
      channel: inForce.channel,
      number: inForce.number,
      since: inForce.since,
      publishedAt: inForce.publishedAt,
      publishedBy: publisher.name,
    })
    .from(inForce)
    .leftJoin(publisher, eq(publisher.id, inForce.publishedBy))
  return new Map(
    found.map(({ policyId, channel, number, since, publishedAt, publishedBy }) => [
      `${policyId} ${channel}`,
      { number, since: since.toISOString(), publishedAt: publishedAt.toISOString(), publishedBy },
    ]),
  )
}

/** By the policy's id. */
async function everythingOpen(database: Connection): Promise<Map<string, WaitingSummary[]>> {
  const found = await database
    .select({
      policyId: proposals.policyId,
      number: proposals.number,
      kind: proposals.kind,
      proposedBy: users.name,
      standing: standing(proposals.id),
      needed: policies.approvalsNeeded,
    })
    .from(proposals)
    .innerJoin(policies, eq(policies.id, proposals.policyId))
    .innerJoin(users, eq(users.id, proposals.proposedBy))
    .where(isNull(proposals.outcome))
    .orderBy(asc(proposals.number))
  const open = new Map<string, WaitingSummary[]>()
  for (const { policyId, ...proposal } of found) open.set(policyId, [...(open.get(policyId) ?? []), proposal])
  return open
}
