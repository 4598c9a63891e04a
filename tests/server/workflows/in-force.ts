import type pg from 'pg'
import { expect } from 'vitest'
import type { Database } from '@/server/database/database'
import { inForceAt } from '@/server/policies/in-force-at'

const CHANNELS = ['staging', 'live'] as const

interface Release {
  channel: string
  number: number
  policy: string
  /** In microseconds, as the database has it. */
  from: number
}

/**
 * At the first whole millisecond of everything that begins, and one before, exactly one version is in force on a channel
 * where any has been: the one that a plain reading of the releases names.
 */
export async function judgeInForce(database: Database, pool: pg.Pool, policy: string): Promise<void> {
  const { rows } = await pool.query(
    `select r.channel, v.number, r.policy_id as policy, (extract(epoch from r."from") * 1000000)::float8 as from
     from releases r join versions v on v.id = r.version_id join policies p on p.id = r.policy_id
     where p.name = $1 and r.called_off_at is null order by r.id`,
    [policy],
  )
  for (const channel of CHANNELS) {
    const begun: Release[] = rows.filter(row => row.channel === channel)
    const moments = begun.flatMap(({ from }) => [Math.ceil(from / 1000), Math.ceil(from / 1000) - 1])
    for (const at of moments) {
      const told = await inForceAt(database, begun[0]!.policy, channel, new Date(at))
      expect(told.version?.number, `on ${channel} at ${at}`).toBe(latest(begun, at * 1000)?.number)
    }
    // The view that clients are answered by says the same of now.
    const { rows: now } = await pool.query(
      `select f.number, (extract(epoch from statement_timestamp()) * 1000000)::float8 as at
       from policies p left join in_force f on p.id = f.policy_id and f.channel = $2 where p.name = $1`,
      [policy, channel],
    )
    expect(
      now.map(({ number }) => number),
      `exactly one on ${channel}`,
    ).toEqual([latest(begun, now[0].at)?.number ?? null])
  }
}

/** The latest that has begun by then; of two at once the one that was made last. */
const latest = (begun: Release[], at: number): Release | undefined =>
  begun
    .filter(({ from }) => from <= at)
    .reduce<Release | undefined>((best, next) => (best && best.from > next.from ? best : next), undefined)
