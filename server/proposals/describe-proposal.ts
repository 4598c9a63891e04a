import { and, desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Finding } from '@/compiler/language/finding'
import type { SharedHandbook } from '@/compiler/language/handbook'
import type { PolicyDocument } from '@/compiler/language/policy'
import { inForce, proposals, users, versions } from '@/drizzle/schema'
import type { PersonNamed } from '../audit/acts'
import type { Connection } from '../database/database'
import type { PolicyRow } from '../policies/find-policy'
import { type Timeline, timelineOf } from '../versions/timeline'
import { type Approval, approvalsOf } from './approvals-of'
import { approvers, editorsOfProposal } from './editors'
import { findProposal, type ProposalRow } from './find-proposal'
import { type Asking, type ProposalAct, REFUSALS } from './refusals'
import { situationOf } from './situation'

interface ProposalDetails {
  policy: { name: string; title: string }
  number: number
  hash: string
  note: string | null
  proposedAt: string
  proposedBy: PersonNamed
  /** What became of it; null for as long as it is open. */
  outcome: ProposalRow['outcome']
  closedAt: string | null
  closedBy: string | null
  reason: string | null
  /** Everybody who had a hand in it, by name. */
  editors: PersonNamed[]
  approvals: Approval[]
  /** How many approvals stand, and how many are needed. */
  standing: number
  needed: number
  /** Who could still approve it, by name. */
  couldApprove: PersonNamed[]
  /** Why whoever asks may not do something with it, as a sentence; null where they may. */
  mayNot: Record<ProposalAct, string | null>
}

interface ContentDetails extends ProposalDetails {
  kind: 'content'
  revision: number
  /** The findings when it was proposed. */
  findings: Finding[]
  /** The number of the live version in force now. */
  inForce: number | null
  /** With which version it is compared: the live one, and once it is decided, the one that was approved against. */
  comparedWith: number | null
  /** The number that it has, or would have. */
  version: number
  /** What of it is or comes in force, once it is published. */
  timeline: Timeline
}

/** Of a policy, with its handbook resolved; or of a handbook under the number that it gets. */
export type ContentProposal = ContentDetails &
  ({ of: 'policy'; document: PolicyDocument } | { of: 'handbook'; document: SharedHandbook })

export interface ApprovalsProposal extends ProposalDetails {
  kind: 'approvals'
  approvalsNeeded: number
}

export type Proposal = ContentProposal | ApprovalsProposal

const proposer = alias(users, 'proposer')
const closer = alias(users, 'closer')

/** A proposal with everything that its page says, for whoever asks. */
export async function describeProposal(
  database: Connection,
  policy: PolicyRow,
  number: number,
  who: Asking,
): Promise<Proposal> {
  const proposal = await findProposal(database, policy, number)
  const [people] = await database
    .select({ proposedBy: { id: proposer.id, name: proposer.name }, closedBy: closer.name })
    .from(proposals)
    .innerJoin(proposer, eq(proposer.id, proposals.proposedBy))
    .leftJoin(closer, eq(closer.id, proposals.closedBy))
    .where(eq(proposals.id, proposal.id))
  const situation = await situationOf(database, policy, proposal)
  const given = await approvalsOf(database, proposal.id)
  const mayNot = Object.fromEntries(
    Object.entries(REFUSALS).map(([act, rule]) => [act, rule(situation, who)]),
  ) as Record<ProposalAct, string | null>
  const left = [...situation.editors, ...situation.approvedBy]
  const details: ProposalDetails = {
    policy: { name: policy.name, title: policy.title },
    number,
    hash: proposal.hash,
    note: proposal.note,
    proposedAt: proposal.proposedAt.toISOString(),
    proposedBy: people!.proposedBy,
    outcome: proposal.outcome,
    closedAt: proposal.closedAt?.toISOString() ?? null,
    closedBy: people!.closedBy,
    reason: proposal.reason,
    editors: await editorsOfProposal(database, proposal.id),
    approvals: given,
    standing: situation.approvals,
    needed: situation.needed,
    couldApprove: (await approvers(database)).filter(({ id }) => !left.includes(id)),
    mayNot,
  }
  if (proposal.kind === 'approvals') {
    const { approvalsNeeded } = proposal.content as { approvalsNeeded: number }
    return { ...details, kind: 'approvals', approvalsNeeded }
  }
  const published = await publishedAs(database, policy, proposal)
  const approvedAgainst = given.findLast(({ takenBackAt }) => takenBackAt === null) ?? given.at(-1)
  const content: ContentDetails = {
    ...details,
    kind: 'content',
    revision: proposal.revision!,
    findings: proposal.findings as Finding[],
    ...published,
    comparedWith: proposal.outcome === null ? published.inForce : (approvedAgainst?.comparedWith ?? null),
  }
  // As `publishable` made it.
  return policy.kind === 'handbook'
    ? { ...content, of: 'handbook', document: proposal.content as SharedHandbook }
    : { ...content, of: 'policy', document: proposal.content as PolicyDocument }
}

async function publishedAs(database: Connection, policy: PolicyRow, proposal: ProposalRow) {
  const [live] = await database
    .select({ number: inForce.number })
    .from(inForce)
    .where(and(eq(inForce.policyId, policy.id), eq(inForce.channel, 'live')))
  const [own] = await database
    .select({ number: versions.number })
    .from(versions)
    .where(eq(versions.proposalId, proposal.id))
  const [last] = await database
    .select({ number: versions.number })
    .from(versions)
    .where(eq(versions.policyId, policy.id))
    .orderBy(desc(versions.number))
    .limit(1)
  return {
    inForce: live?.number ?? null,
    version: own?.number ?? (last?.number ?? 0) + 1,
    timeline: await timelineOf(
      database,
      policy.id,
      own ? sql`${versions.number} = ${own.number}` : sql`false`,
    ),
  }
}
