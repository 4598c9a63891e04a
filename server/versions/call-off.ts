import { and, eq, sql } from 'drizzle-orm'
import { releases, versions } from '@/drizzle/schema'
import type { PersonNamed } from '../audit/acts'
import { record } from '../audit/record'
import type { Database } from '../database/database'
import { lockPolicy } from '../proposals/lock-policy'
import { Refusal } from '../refusal'

export interface CallOff {
  policy: string
  /** The release's id. */
  id: number
  by: PersonNamed
}

/** Calls off what is still to come in force; what was in force stays written down. */
export const callOff = (database: Database, { policy: name, id, by }: CallOff): Promise<void> =>
  database.transaction(async transaction => {
    const policy = await lockPolicy(transaction, name)
    const [release] = await transaction
      .select({
        channel: releases.channel,
        from: releases.from,
        number: versions.number,
        open: sql<boolean>`${releases.calledOffAt} is null`,
        ahead: sql<boolean>`${releases.from} > clock_timestamp()`,
      })
      .from(releases)
      .innerJoin(versions, eq(versions.id, releases.versionId))
      .where(and(eq(releases.policyId, policy.id), eq(releases.id, id)))
    if (!release) throw new Refusal('not-found', 'Nothing of that kind is to come in force.')
    const { channel, from, number, open, ahead } = release
    if (!open) throw new Refusal('not-ready', 'It was called off already.')
    const called = ahead
      ? await transaction
          .update(releases)
          .set({ calledOffAt: sql`clock_timestamp()`, calledOffBy: by.id })
          .where(and(eq(releases.id, id), sql`${releases.from} > clock_timestamp()`))
          .returning({ id: releases.id })
      : []
    if (called.length === 0)
      throw new Refusal(
        'not-ready',
        `Version ${number} is in force on ${channel} by now. To go back, roll back.`,
      )
    await record(transaction, {
      act: 'release.called-off',
      by,
      policy: name,
      to: number,
      details: { channel, from: from.toISOString() },
    })
  })
