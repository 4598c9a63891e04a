import { describe, expect, test } from 'vitest'
import { ask, change } from './harness/call'
import { published } from './harness/published'
import { auditor, manager, sql } from './harness/shared'

const asOf = async (policy: string, at: string | number, channel = 'live') =>
  (await ask(auditor, 'versions.asOf', { policy, channel, at: new Date(at).toISOString() })).data

/** Version 1 of a policy is in force from now on; the others are put in force at the given moments, in seconds from now. */
async function history(policy: string, plans: { channel: string; in: number; calledOff?: boolean }[]) {
  await published(policy)
  const [first] = await sql(
    `select v.id, v.policy_id, r."from" from versions v join policies p on p.id = v.policy_id
     join releases r on r.version_id = v.id where p.name = $1`,
    [policy],
  )
  for (const plan of plans) {
    const [{ id }] = await sql(
      `insert into releases (policy_id, channel, version_id, "from")
       values ($1, $2, $3, now() + make_interval(secs => $4)) returning id`,
      [first.policy_id, plan.channel, first.id, plan.in],
    )
    if (plan.calledOff) await sql('update releases set called_off_at = now() where id = $1', [id])
  }
  return first.from as Date
}

describe('what was in force at a moment', () => {
  test('is what came last before it; before the first, it is nothing', async () => {
    const from = await history('as-of', [])
    expect(await asOf('as-of', from.getTime() - 1000)).toEqual({ version: null, until: from.toISOString() })
    // Moments are told to the millisecond, and a version comes into force between two.
    const then = { version: { number: 1, since: from.toISOString() }, until: null }
    expect(await asOf('as-of', from.getTime() + 1)).toEqual(then)
    expect(await asOf('as-of', '2126-03-03T14:30:00Z')).toEqual(then)
    expect(await asOf('as-of', Date.now(), 'staging')).toEqual({ version: null, until: null })
  })

  test('includes what is planned, on its own channel, and not what was called off', async () => {
    await history('as-of-planned', [
      { channel: 'live', in: 3600 },
      { channel: 'live', in: 1800, calledOff: true },
      { channel: 'staging', in: 60 },
    ])
    const hour = 3_600_000
    const now = await asOf('as-of-planned', Date.now() + 1000)
    expect(Date.parse(now.until) - Date.now()).toBeGreaterThan(hour / 2 + 60_000)
    const later = await asOf('as-of-planned', Date.now() + 2 * hour)
    expect(later).toEqual({ version: { number: 1, since: now.until }, until: null })
    expect((await asOf('as-of-planned', Date.now() + hour, 'staging')).version.number).toBe(1)
  })

  test('is asked for with a moment, a channel and a policy that there are', async () => {
    const moment = '2026-03-03T14:30:00Z'
    const cases: [Record<string, unknown>, number][] = [
      [{ policy: 'nobodys', channel: 'live', at: moment }, 404],
      [{ policy: 'as-of', channel: 'production', at: moment }, 400],
      [{ policy: 'as-of', channel: 'live', at: 'yesterday' }, 400],
      [{ policy: 'as-of', channel: 'live', at: '2026-03-03T14:30:00' }, 400],
    ]
    for (const [input, status] of cases)
      expect((await ask(manager, 'versions.asOf', input)).status).toBe(status)
    expect((await change(manager, 'versions.asOf', cases[0]![0])).status).toBe(405)
  })
})
