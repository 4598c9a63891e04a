import { and, eq, sql } from 'drizzle-orm'
import { type Channel, inForce, versionTables } from '@/drizzle/schema'
import type { PersonNamed } from '../audit/acts'
import { record } from '../audit/record'
import type { Database } from '../database/database'
import { contentHash } from '../proposals/content-hash'
import { lockPolicy } from '../proposals/lock-policy'
import { Refusal } from '../refusal'
import { addVersion } from './add-version'
import { insertRelease, refuseHandbook } from './release'
import { versionOf } from './version-of'

export interface RollBack {
  policy: string
  /** The version to go back to. */
  number: number
  channel: Channel
  reason: string
  by: PersonNamed
}

/**
 * Publishes an older version again, as the next one, and puts it in force at once: the same document and the same tables,
 * byte for byte, without compiling. Its content was agreed to when it was published, so nobody has to agree again.
 */
export const rollBack = (
  database: Database,
  { policy: name, number, channel, reason, by }: RollBack,
): Promise<{ number: number }> =>
  database.transaction(async transaction => {
    const policy = await lockPolicy(transaction, name)
    refuseHandbook(policy)
    const older = await versionOf(transaction, policy, number)
    const [current] = await transaction
      .select({ number: inForce.number })
      .from(inForce)
      .where(and(eq(inForce.policyId, policy.id), eq(inForce.channel, channel)))
    if (!current) throw new Refusal('not-ready', `Nothing is in force on ${channel} yet.`)
    if (current.number === number)
      throw new Refusal('not-ready', `Version ${number} is what is in force on ${channel}.`)
    if (current.number < number)
      throw new Refusal(
        'not-ready',
        `Version ${number} is newer than version ${current.number}, which is in force on ${channel}: put it in force instead.`,
      )
    const added = await addVersion(transaction, {
      policyId: policy.id,
      document: older.document,
      takesIn: older.takesIn,
      hash: older.hash ?? contentHash(older.document),
      republishes: number,
      note: reason,
      publishedBy: by.id,
    })
    await transaction.execute(sql`
      insert into ${versionTables} (version_id, tier, place, hash, rows)
      select ${added.id}, tier, place, hash, rows from ${versionTables} where version_id = ${older.id}`)
    const placed = { policyId: policy.id, channel, version: added, from: null, reason, by: by.id }
    await insertRelease(transaction, placed)
    await record(transaction, {
      act: 'version.rolled-back',
      by,
      policy: name,
      from: current.number,
      to: added.number,
      why: reason,
      details: { channel, republishes: number },
    })
    return { number: added.number }
  })
