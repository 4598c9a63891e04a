import { and, desc, eq, isNull } from 'drizzle-orm'
import { drafts, inForce, proposals, versions } from '@/drizzle/schema'
import type { PersonNamed } from '../audit/acts'
import { record } from '../audit/record'
import type { Database, Transaction } from '../database/database'
import { publishable } from '../handbooks/publishable'
import { findPolicy } from '../policies/find-policy'
import { staleDraft } from '../policies/stale-draft'
import type { DraftDocument } from '../policies/well-formed'
import { Refusal } from '../refusal'
import { nextNumber } from '../versions/next-number'
import { type AddedProposal, addProposal } from './add-proposal'
import { contentHash } from './content-hash'
import { editorsOf } from './editors'
import { lockPolicy } from './lock-policy'

export interface ProposeContent {
  policy: string
  /** The draft's revision that is proposed; any other is refused. */
  revision: number
  note: string | null
  by: PersonNamed
}

/**
 * Freezes a draft's content and asks others to agree to it; the draft may go on being drawn. Compiling may take its time,
 * and is done before anything is locked; that is sound because a revision names one document for good.
 */
export async function proposeContent(
  database: Database,
  { policy: name, revision, note, by }: ProposeContent,
): Promise<AddedProposal> {
  const found = await findPolicy(database, name)
  const seen = and(eq(drafts.policyId, found.id), eq(drafts.revision, revision))
  const [draft] = await database.select().from(drafts).where(seen)
  if (!draft) throw await staleDraft(database, found.id, revision)
  const document = draft.document as DraftDocument
  const next = await nextNumber(database, found.id)
  const { content, takesIn, findings } = await publishable(database, found.kind, document, next)
  const hash = contentHash(content)

  return database.transaction(async transaction => {
    const policy = await lockPolicy(transaction, name)
    const [still] = await transaction.select({ revision: drafts.revision }).from(drafts).where(seen)
    if (!still) throw await staleDraft(transaction, policy.id, revision)
    await refuseUnchanged(transaction, policy.id, { content, hash })
    const drew = await editorsOf(transaction, policy.id, { revision, document })
    const editors = [...new Set([by.id, ...drew.map(({ id }) => id)])]
    const added = await addProposal(transaction, {
      policyId: policy.id,
      kind: 'content',
      revision,
      content,
      takesIn,
      hash,
      findings,
      note,
      by: by.id,
      editors,
    })
    await record(transaction, {
      act: 'proposal.made',
      by,
      policy: name,
      to: added.number,
      why: note,
      details: { revision, hash, editors, replaces: added.replaced ?? undefined },
    })
    return added
  })
}

interface Proposed {
  content: DraftDocument
  hash: string
}

/** There has to be something new to agree to: neither what waits already, nor what was published last or is in force. */
async function refuseUnchanged(
  transaction: Transaction,
  policyId: string,
  { content, hash }: Proposed,
): Promise<void> {
  const [open] = await transaction
    .select({ number: proposals.number })
    .from(proposals)
    .where(
      and(
        eq(proposals.policyId, policyId),
        eq(proposals.kind, 'content'),
        eq(proposals.hash, hash),
        isNull(proposals.outcome),
      ),
    )
  if (open) throw new Refusal('not-ready', `Proposal ${open.number} has exactly this content already.`)
  const version = { number: versions.number, hash: versions.hash, document: versions.document }
  const [newest] = await transaction
    .select(version)
    .from(versions)
    .where(eq(versions.policyId, policyId))
    .orderBy(desc(versions.number))
    .limit(1)
  const [live] = await transaction
    .select(version)
    .from(inForce)
    .innerJoin(versions, eq(versions.id, inForce.versionId))
    .where(and(eq(inForce.policyId, policyId), eq(inForce.channel, 'live')))
  for (const before of [live, newest]) {
    if (!before) continue
    // A handbook says its own number, by which alone it would be something new.
    const same = 'version' in content ? contentHash({ ...content, version: before.number }) : hash
    // Versions of before hashes were kept have none.
    if ((before.hash ?? contentHash(before.document)) === same)
      throw new Refusal('not-ready', `Nothing has changed since version ${before.number}.`)
  }
}
