import { eq } from 'drizzle-orm'
import { CHANNELS, type Channel, drafts } from '@/drizzle/schema'
import { record } from '../audit/record'
import type { Transaction } from '../database/database'
import { publishable } from '../handbooks/publishable'
import type { DraftDocument } from '../policies/well-formed'
import { contentHash } from '../proposals/content-hash'
import { lockPolicy } from '../proposals/lock-policy'
import { addTables } from './add-tables'
import { addVersion } from './add-version'
import { addRelease } from './release'

/** Publishes the draft of a policy that came with Remit, and that nobody has touched, as its first version. */
export async function publishSample(transaction: Transaction, name: string, note: string): Promise<void> {
  const policy = await lockPolicy(transaction, name)
  const [draft] = await transaction.select().from(drafts).where(eq(drafts.policyId, policy.id))
  const made = await publishable(transaction, policy.kind, draft!.document as DraftDocument, 1)
  const hash = contentHash(made.content)
  const version = await addVersion(transaction, { policyId: policy.id, document: made.content, hash, note })
  await addTables(transaction, version.id, made)
  const placed = { policyId: policy.id, version, from: null, reason: null, by: null }
  const starts: { channel: Channel; from: string }[] = []
  for (const channel of CHANNELS)
    starts.push({ channel, from: await addRelease(transaction, { ...placed, channel }) })
  await record(transaction, {
    act: 'version.published',
    by: null,
    policy: name,
    to: version.number,
    why: note,
    details: { hash, starts },
  })
}
