import { desc, gt, sql } from 'drizzle-orm'
import { canonicalJson } from '@/compiler/runtime/canonical-json'
import { auditCheckpoints, auditEntries } from '@/drizzle/schema'
import type { Database, Transaction } from '../database/database'
import { signed } from '../signing/ed25519'
import type { InstallationSecret } from '../signing/installation-secret'
import { currentKey } from '../signing/keys'

/** Signs what the end of the log is now. Returns its number; where nothing was added since the last one, that one's. */
export const makeCheckpoint = (
  database: Database,
  secret: InstallationSecret,
  by: string | null,
): Promise<number> => database.transaction(transaction => checkpointIn(transaction, secret, by))

/** Makes one where there are entries that none covers, and none was made within a day; of several processes, one. */
export const makeDailyCheckpoint = (database: Database, secret: InstallationSecret): Promise<number | null> =>
  database.transaction(async transaction => {
    // Whoever comes second waits here for the first, and then finds its checkpoint.
    await currentKey(transaction, 'audit', secret)
    const [recent] = await transaction
      .select({ seq: auditCheckpoints.seq })
      .from(auditCheckpoints)
      .where(gt(auditCheckpoints.madeAt, sql<Date>`now() - interval '1 day'`))
      .limit(1)
    return recent ? null : checkpointIn(transaction, secret, null)
  })

async function checkpointIn(
  transaction: Transaction,
  secret: InstallationSecret,
  by: string | null,
): Promise<number> {
  const { privateKey, keys } = await currentKey(transaction, 'audit', secret)
  const [last] = await transaction
    .select({ seq: auditEntries.seq, hash: auditEntries.hash })
    .from(auditEntries)
    .orderBy(desc(auditEntries.seq))
    .limit(1)
  const { seq, hash } = last!
  const at = new Date()
  const statement = { format: 'remit-checkpoint/1' as const, seq, hash, at: at.toISOString(), keys }
  const body = canonicalJson({ ...statement, signature: signed(statement, privateKey) })
  await transaction
    .insert(auditCheckpoints)
    .values({ seq, body, madeAt: at, madeBy: by })
    .onConflictDoNothing()
  return seq
}
