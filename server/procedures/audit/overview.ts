import { and, asc, count, desc, eq, gt, isNull, notInArray, sql } from 'drizzle-orm'
import {
  approvals,
  auditEntries,
  auditLooks,
  type PolicyKind,
  type ProposalKind,
  policies,
  proposals,
  users,
} from '@/drizzle/schema'
import type { ActName } from '../../audit/acts'
import { newestOf } from '../../audit/read-entries'
import type { Connection } from '../../database/database'
import { type InForceNow, inForceNow } from '../../policies/in-force-now'
import { signedIn } from '../../trpc/access'
import { type AuditEntry, toAuditEntry } from './list'

/** A proposal that is open. */
export interface Waiting {
  policy: string
  title: string
  /** A policy, or a handbook. */
  of: PolicyKind
  number: number
  kind: ProposalKind
  note: string | null
  proposedAt: string
  proposedBy: string
  approvals: number
  needed: number
}

export interface Overview {
  /** When whoever asks last said that they have seen it all; null: never. */
  lookedAt: string | null
  /** What has changed since, the newest first, forty at most; and how many there are. */
  changes: AuditEntry[]
  changed: number
  /** The number of the newest entry. */
  newest: number
  waiting: Waiting[]
  inForce: InForceNow[]
}

/** Whoever comes and goes changes nothing that an auditor would have to look at. */
const COMING_AND_GOING: ActName[] = ['session.opened', 'session.closed']
const MOST = 40

/** What an auditor looks at first. */
export const overview = signedIn.query(async ({ ctx: { database, user } }): Promise<Overview> => {
  const [looked] = await database.select().from(auditLooks).where(eq(auditLooks.userId, user.id))
  const since = and(gt(auditEntries.seq, looked?.seq ?? 0), notInArray(auditEntries.act, COMING_AND_GOING))
  const [counted] = await database.select({ count: count() }).from(auditEntries).where(since)
  const [last] = await database
    .select({ seq: auditEntries.seq })
    .from(auditEntries)
    .orderBy(desc(auditEntries.seq))
    .limit(1)
  return {
    lookedAt: looked?.lookedAt.toISOString() ?? null,
    changes: (await newestOf(database, since, MOST)).map(toAuditEntry),
    changed: counted!.count,
    newest: last!.seq,
    waiting: await waiting(database),
    inForce: await inForceNow(database),
  }
})

async function waiting(database: Connection): Promise<Waiting[]> {
  const found = await database
    .select({
      policy: policies.name,
      title: policies.title,
      of: policies.kind,
      number: proposals.number,
      kind: proposals.kind,
      note: proposals.note,
      proposedAt: proposals.proposedAt,
      proposedBy: users.name,
      needed: policies.approvalsNeeded,
      approvals: sql<number>`(
        select count(*)::int from ${approvals}
        where ${approvals.proposalId} = ${proposals.id} and ${approvals.takenBackAt} is null
      )`,
    })
    .from(proposals)
    .innerJoin(policies, eq(policies.id, proposals.policyId))
    .innerJoin(users, eq(users.id, proposals.proposedBy))
    .where(isNull(proposals.outcome))
    .orderBy(asc(proposals.proposedAt))
  return found.map(each => ({ ...each, proposedAt: each.proposedAt.toISOString() }))
}
