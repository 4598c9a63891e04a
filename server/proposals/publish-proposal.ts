import { eq, sql } from 'drizzle-orm'
import { type Channel, proposals } from '@/drizzle/schema'
import { record } from '../audit/record'
import type { Database } from '../database/database'
import { publishable } from '../handbooks/publishable'
import { findPolicy } from '../policies/find-policy'
import type { TableSummary } from '../policies/tables-of'
import type { DraftDocument } from '../policies/well-formed'
import { Refusal } from '../refusal'
import { addTables } from '../versions/add-tables'
import { addVersion } from '../versions/add-version'
import { nextNumber } from '../versions/next-number'
import { addRelease, refuseHandbook, type Start } from '../versions/release'
import { contentHash } from './content-hash'
import { findProposal } from './find-proposal'
import { lockPolicy } from './lock-policy'
import type { Asking } from './refusals'
import { refuseUnless } from './situation'

export interface PublishProposal {
  policy: string
  number: number
  /** Of the content that is meant to be published. */
  hash: string
  /** Where it comes in force; each channel once at most. */
  starts: Start[]
  by: Asking & { name: string }
}

export interface Published {
  number: number
  tables: TableSummary[]
  starts: { channel: Channel; from: string }[]
}

/**
 * Makes an approved proposal the policy's next version: whole, or not at all. Compiling may take its time, and is done
 * before anything is locked; that is sound because a proposal's content never changes. Everything else is asked under
 * the lock.
 */
export async function publishProposal(
  database: Database,
  { policy: name, number, hash, starts, by }: PublishProposal,
): Promise<Published> {
  const found = await findPolicy(database, name)
  const frozen = await findProposal(database, found, number)
  await refuseUnless('publish', database, { policy: found, proposal: frozen, who: by })
  if (starts.length > 0) refuseHandbook(found)
  // Whole in itself: what it took in was resolved when it was proposed.
  const next = await nextNumber(database, found.id)
  const made = await publishable(database, found.kind, frozen.content as DraftDocument, next)

  return database.transaction(async transaction => {
    const policy = await lockPolicy(transaction, name)
    const proposal = await findProposal(transaction, policy, number)
    await refuseUnless('publish', transaction, { policy, proposal, who: by })
    if (proposal.hash !== hash || contentHash(made.content) !== hash)
      throw new Refusal('conflict', 'This is not the content that was approved. Nothing was published.')
    const version = await addVersion(transaction, {
      policyId: policy.id,
      document: made.content,
      takesIn: proposal.takesIn,
      hash,
      proposalId: proposal.id,
      note: proposal.note,
      publishedBy: by.id,
    })
    const tables = await addTables(transaction, version.id, made)
    const begun: Published['starts'] = []
    for (const { channel, from } of starts) {
      const placed = { policyId: policy.id, channel, version, from, reason: null, by: by.id }
      begun.push({ channel, from: await addRelease(transaction, placed) })
    }
    await transaction
      .update(proposals)
      .set({ outcome: 'applied', closedAt: sql`clock_timestamp()`, closedBy: by.id })
      .where(eq(proposals.id, proposal.id))
    await record(transaction, {
      act: 'version.published',
      by: { id: by.id, name: by.name },
      policy: name,
      to: version.number,
      why: proposal.note,
      details: { proposal: number, hash, starts: begun },
    })
    return { number: version.number, tables, starts: begun }
  })
}
