import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { policies } from './policies'
import { users } from './users'

/** What is proposed: the draft's content, or how many approvals the policy needs from then on. */
export const PROPOSAL_KINDS = ['content', 'approvals'] as const
export type ProposalKind = (typeof PROPOSAL_KINDS)[number]

/** What became of a proposal: applied (published), withdrawn by its side, sent back by an approver, or another came in its place. */
export const PROPOSAL_OUTCOMES = ['applied', 'withdrawn', 'returned', 'replaced'] as const
export type ProposalOutcome = (typeof PROPOSAL_OUTCOMES)[number]

/**
 * What somebody asks others to agree to. Its content is frozen when it is made: a trigger lets nothing change but the
 * closing columns, and those once. Of each kind a policy has at most one that is open.
 */
export const proposals = pgTable(
  'proposals',
  {
    id: uuid().primaryKey().defaultRandom(),
    policyId: uuid('policy_id')
      .notNull()
      .references(() => policies.id, { onDelete: 'cascade' }),
    /** From 1 for each policy. */
    number: integer().notNull(),
    kind: text({ enum: PROPOSAL_KINDS }).notNull(),
    /** The draft's revision that was proposed; null where it is not content. */
    revision: integer(),
    /** The document, or `{ "approvalsNeeded": n }`. */
    content: json().notNull(),
    /** `{ "name", "version" }` of the shared handbook that was taken in and is resolved in it; null where there was none. */
    takesIn: json('takes_in').$type<{ name: string; version: number }>(),
    /** `sha256-…` of the content in RFC 8785 form: what approvals are bound to. */
    hash: text().notNull(),
    /** The findings when it was proposed; none of them is an error. */
    findings: json().notNull(),
    note: text(),
    proposedAt: timestamp('proposed_at', { withTimezone: true }).notNull().defaultNow(),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => users.id),
    closedAt: timestamp('closed_at', { withTimezone: true }),
    closedBy: uuid('closed_by').references(() => users.id),
    outcome: text({ enum: PROPOSAL_OUTCOMES }),
    reason: text(),
  },
  table => [
    unique('proposals_number').on(table.policyId, table.number),
    uniqueIndex('proposals_open').on(table.policyId, table.kind).where(sql`${table.outcome} is null`),
    check('proposals_kind', sql`${table.kind} in ('content', 'approvals')`),
    check(
      'proposals_outcome',
      sql`${table.outcome} in ('applied', 'withdrawn', 'returned', 'replaced') and ${table.closedAt} is not null or ${table.outcome} is null and ${table.closedAt} is null`,
    ),
  ],
)

/** Who had a hand in a proposal's content, fixed when it was made: none of them approves it. */
export const proposalEditors = pgTable(
  'proposal_editors',
  {
    proposalId: uuid('proposal_id')
      .notNull()
      .references(() => proposals.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
  },
  table => [primaryKey({ columns: [table.proposalId, table.userId] })],
)

/** Who agreed to which bytes. Rows are only ever added, and taken back at most once. */
export const approvals = pgTable(
  'approvals',
  {
    id: uuid().primaryKey().defaultRandom(),
    proposalId: uuid('proposal_id')
      .notNull()
      .references(() => proposals.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    /** The proposal's hash, as the approver's page had it. */
    hash: text().notNull(),
    note: text(),
    /** The number of the version that the approver saw it compared with; null where there was none. */
    comparedWith: integer('compared_with'),
    approvedAt: timestamp('approved_at', { withTimezone: true }).notNull().defaultNow(),
    takenBackAt: timestamp('taken_back_at', { withTimezone: true }),
  },
  table => [
    uniqueIndex('approvals_standing')
      .on(table.proposalId, table.userId)
      .where(sql`${table.takenBackAt} is null`),
    index('approvals_proposal').on(table.proposalId),
  ],
)
