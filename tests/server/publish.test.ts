import { describe, expect, test } from 'vitest'
import { ask, change } from './harness/call'
import { approved, proposed } from './harness/publish'
import { made, published, publishedAgain } from './harness/published'
import { approver, manager, newClient, ownerSql, sql } from './harness/shared'
import { smallPolicy } from './harness/small-policy'

const HASH = /^sha256-[0-9a-f]{64}$/
const save = (policy: string, revision: number, words: string) =>
  change(manager, 'drafts.save', { policy, revision, document: smallPolicy(policy, words) })

describe('publishing', () => {
  test('makes the next version, with a table for each tier, and puts it in force', async () => {
    await made('first')
    const { data: proposal } = await proposed(manager, { policy: 'first', note: ' To begin with. ' })
    expect(proposal).toEqual({ number: 1, hash: expect.stringMatching(HASH), replaced: null })
    await approved(approver, 'first', 1)
    const live = [{ channel: 'live', from: null }]
    const { hash } = proposal
    const one = await change(manager, 'proposals.publish', { policy: 'first', number: 1, hash, starts: live })
    const tables = ['T1', 'T2'].map(tier => ({
      tier,
      hash: expect.stringMatching(HASH),
      rows: expect.any(Number),
    }))
    expect(one.data).toEqual({
      number: 1,
      tables,
      starts: [{ channel: 'live', from: expect.stringMatching(/Z$/) }],
    })
    await save('first', 1, 'Other words.')
    expect(await publishedAgain({ policy: 'first' })).toBe(2)

    const { data: versions } = await ask(manager, 'versions.list', { policy: 'first' })
    expect(versions).toMatchObject([
      {
        number: 2,
        publishedBy: 'The manager',
        note: null,
        inForce: true,
        approvedBy: ['The approver'],
        tables,
      },
      { number: 1, note: 'To begin with.', inForce: false, retired: true, proposal: 1, hash, tables },
    ])
    const { data: old } = await ask(manager, 'versions.get', { policy: 'first', number: 1 })
    expect(old.document).toEqual(smallPolicy('first'))
    expect(old.approvals).toMatchObject([{ by: { name: 'The approver' }, comparedWith: null, counts: true }])
    const { data: table } = await ask(manager, 'versions.table', { policy: 'first', number: 1, tier: 'T1' })
    expect(table).toMatchObject({
      format: 'remit-table/1',
      policy: 'first',
      tier: 'T1',
      hash: one.data.tables[0].hash,
    })
    const listed = (await ask(manager, 'policies.list')).data.find(
      (p: { name: string }) => p.name === 'first',
    )
    expect(listed).toMatchObject({
      inForce: { number: 2, publishedBy: 'The manager' },
      staging: null,
      changed: false,
      waiting: [],
    })
  })

  test('takes what was approved, not what was drawn since', async () => {
    await made('frozen')
    const { data } = await proposed(manager, { policy: 'frozen' })
    await save('frozen', 1, 'Drawn afterwards.')
    await approved(approver, 'frozen', data.number)
    await change(manager, 'proposals.publish', { policy: 'frozen', ...data, replaced: undefined, starts: [] })
    const { data: version } = await ask(manager, 'versions.get', { policy: 'frozen', number: 1 })
    expect(version.document).toEqual(smallPolicy('frozen'))
    // What was drawn afterwards is proposed next, and its hands are counted from there.
    const { data: outlook } = await ask(manager, 'proposals.outlook', { policy: 'frozen' })
    expect(outlook.editors.map(({ name }: { name: string }) => name)).toEqual(['The manager'])
  })

  test('is refused without approval, and when it is for another content', async () => {
    await made('unapproved')
    const { data } = await proposed(manager, { policy: 'unapproved' })
    const asked = { policy: 'unapproved', number: data.number, hash: data.hash, starts: [] }
    const early = await change(manager, 'proposals.publish', asked)
    expect([early.status, early.error!.message]).toEqual([412, 'One more approval is needed.'])
    await approved(approver, 'unapproved', data.number)
    const other = await change(manager, 'proposals.publish', { ...asked, hash: `sha256-${'0'.repeat(64)}` })
    expect(other.status).toBe(409)
    expect((await change(manager, 'proposals.publish', asked)).data.number).toBe(1)
    const again = await change(manager, 'proposals.publish', asked)
    expect([again.status, again.error!.message]).toEqual([412, 'This proposal was carried out already.'])
  })

  test('by many at once gives every number once, and leaves no gap', async () => {
    await made('contested')
    const numbers: number[] = []
    const work = async (worker: number) => {
      for (let n = 0; n < 4; n++) {
        const { data: draft } = await ask(manager, 'drafts.get', { policy: 'contested' })
        await save('contested', draft.revision, `Words ${worker} ${n}.`)
        const made = await proposed(manager, { policy: 'contested' })
        if (!made.data) {
          expect([409, 412]).toContain(made.status)
          continue
        }
        const { number, hash } = made.data
        const agreed = await approved(approver, 'contested', number)
        if (!agreed.data) expect([409, 412]).toContain(agreed.status)
        const starts = [{ channel: 'live', from: null }]
        const answer = await change(manager, 'proposals.publish', {
          policy: 'contested',
          number,
          hash,
          starts,
        })
        if (answer.data) numbers.push(answer.data.number)
        else expect([409, 412]).toContain(answer.status)
      }
    }
    await Promise.all([0, 1, 2, 3, 4, 5].map(work))
    expect(numbers.length).toBeGreaterThan(0)
    const { data } = await ask(manager, 'versions.list', { policy: 'contested' })
    const listed = data.map(({ number }: { number: number }) => number)
    expect(listed).toEqual(Array.from({ length: numbers.length }, (_, n) => numbers.length - n))
    expect(numbers.sort((a, b) => b - a)).toEqual(listed)
    expect(data.filter((version: { inForce: boolean }) => version.inForce)).toHaveLength(1)
  })

  test('keeps the policy for good', async () => {
    await published('kept')
    const answer = await change(manager, 'policies.remove', { policy: 'kept' })
    expect([answer.status, answer.error!.message]).toEqual([
      412,
      '"kept" was published, and what was published is kept.',
    ])
  })
})

describe('what was published', () => {
  const statements = [
    `update versions set note = 'another'`,
    'delete from versions',
    'truncate versions cascade',
    `update version_tables set hash = hash`,
    'delete from version_tables',
    'truncate version_tables',
    `update artifacts set body = '{}'`,
    'delete from artifacts',
    'truncate artifacts cascade',
    `update versions set note = 'another' where false`,
    `insert into artifacts select hash, '{}' from artifacts on conflict (hash) do update set body = '{}'`,
    `delete from policies where name = 'unchangeable'`,
    `with gone as (delete from version_tables returning 1) select * from gone`,
  ]
  test.each(statements)('cannot be changed by hand: %s', async statement => {
    await published('unchangeable').catch(() => {})
    const everything = () =>
      sql(
        `select (select count(*) from versions) v, (select md5(string_agg(body, '' order by hash)) from artifacts) a`,
      )
    const before = await everything()
    // Not even as the owner of the tables; the application's role has not the right to begin with.
    await expect(ownerSql(statement)).rejects.toThrow(
      /is refused: what was published never changes|violates foreign key/,
    )
    await expect(sql(statement)).rejects.toThrow(/permission denied|violates foreign key/)
    expect(await everything()).toEqual(before)
  })

  test('is the same bytes to managers and to clients', async () => {
    await published('same-bytes')
    const client = await newClient('T1', 'same-bytes')
    const byManager = await ask(manager, 'versions.table', { policy: 'same-bytes', number: 1, tier: 'T1' })
    expect((await ask(client, 'tables.get', { policy: 'same-bytes' })).data).toEqual(byManager.data)
  })
})

test('a version or a tier that does not exist is said to be missing', async () => {
  await published('sparse')
  const version = await ask(manager, 'versions.get', { policy: 'sparse', number: 2 })
  expect([version.status, version.error!.message]).toEqual([
    404,
    'There is no version 2 of a policy named "sparse".',
  ])
  const tier = await ask(manager, 'versions.table', { policy: 'sparse', number: 1, tier: 'T9' })
  expect([tier.status, tier.error!.message]).toEqual([404, 'Version 1 has no tier "T9".'])
  const policy = await ask(manager, 'versions.list', { policy: 'nowhere' })
  expect([policy.status, policy.error!.message]).toEqual([404, 'There is no policy named "nowhere".'])
})
