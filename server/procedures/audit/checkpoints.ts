import { count, desc, eq, max } from 'drizzle-orm'
import { auditCheckpoints, auditEntries, users } from '@/drizzle/schema'
import { readCheckpoint } from '../../audit/checkpoint'
import { fingerprint } from '../../signing/ed25519'
import { keysOf } from '../../signing/keys'
import { signedIn } from '../../trpc/access'

export interface CheckpointSummary {
  /** The last entry that it covers. */
  seq: number
  at: string
  /** Null: Remit itself, once a day. */
  by: string | null
  /** The fingerprint of the key that signed it. */
  key: string
}

export interface Checkpoints {
  /** The newest first, a hundred at most; and how many there are. */
  checkpoints: CheckpointSummary[]
  count: number
  /** The number of the newest entry. */
  last: number
  /** The key that signs now; null until the first checkpoint is made. */
  key: { id: string; since: string; endorsed: boolean } | null
}

export const checkpoints = signedIn.query(async ({ ctx: { database } }): Promise<Checkpoints> => {
  const found = await database
    .select({ seq: auditCheckpoints.seq, body: auditCheckpoints.body, by: users.name })
    .from(auditCheckpoints)
    .leftJoin(users, eq(users.id, auditCheckpoints.madeBy))
    .orderBy(desc(auditCheckpoints.seq))
    .limit(100)
  const [counted] = await database.select({ count: count() }).from(auditCheckpoints)
  const [newest] = await database.select({ seq: max(auditEntries.seq) }).from(auditEntries)
  const current = (await keysOf(database, 'audit')).find(({ retiredAt }) => retiredAt === null)
  return {
    checkpoints: found.map(({ seq, body, by }) => {
      const { at, keys } = readCheckpoint(body)!
      return { seq, at, by, key: fingerprint(keys.at(-1)!.publicKey) }
    }),
    count: counted!.count,
    last: newest?.seq ?? 0,
    key: current
      ? {
          id: current.id,
          since: current.createdAt.toISOString(),
          endorsed: current.endorsement !== null,
        }
      : null,
  }
})
