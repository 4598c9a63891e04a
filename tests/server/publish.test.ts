import { describe, expect, test } from 'vitest'
import { ask, change } from './harness/call'
import { made, published } from './harness/published'
import { administrator, manager, newClient, ownerSql, sql } from './harness/shared'
import { smallPolicy } from './harness/small-policy'

const revisionOf = async (policy: string): Promise<number> =>
  (await ask(manager, 'drafts.get', { policy })).data.revision

const save = (policy: string, revision: number, words: string) =>
  change(manager, 'drafts.save', { policy, revision, document: smallPolicy(policy, words) })

describe('publishing', () => {
  test('makes the next version, with a table for each tier, and puts it in force', async () => {
    await made('first')
    const one = await change(manager, 'versions.publish', {
      policy: 'first',
      revision: 1,
      note: ' To begin with. ',
    })
    const tables = ['T1', 'T2'].map(tier => ({
      tier,
      hash: expect.stringMatching(/^sha256-[0-9a-f]{64}$/),
      rows: expect.any(Number),
    }))
    expect(one.data).toEqual({ number: 1, tables })
    await save('first', 1, 'Other words.')
    expect(
      (await change(administrator, 'versions.publish', { policy: 'first', revision: 2 })).data.number,
    ).toBe(2)

    const { data: versions } = await ask(manager, 'versions.list', { policy: 'first' })
    expect(versions).toMatchObject([
      { number: 2, publishedBy: 'Administrator', note: null, inForce: true, tables },
      { number: 1, publishedBy: 'The manager', note: 'To begin with.', inForce: false, tables },
    ])
    const { data: old } = await ask(manager, 'versions.get', { policy: 'first', number: 1 })
    expect(old.document).toEqual(smallPolicy('first'))
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
    expect(listed).toMatchObject({ inForce: { number: 2, publishedBy: 'Administrator' }, changed: false })
  })

  test('is refused while there are errors, with what they are', async () => {
    const document = smallPolicy('gapped')
    document.chart.edges = document.chart.edges.filter(edge => edge.id !== 'e5')
    await made('gapped', document)
    const answer = await change(manager, 'versions.publish', { policy: 'gapped', revision: 1 })
    expect(answer.status).toBe(412)
    const gap = answer.error!.data.findings!.find(({ code }) => code === 'gap')
    expect(gap).toMatchObject({ severity: 'error', nodes: ['q-weeks'] })
    expect((await ask(manager, 'versions.list', { policy: 'gapped' })).data).toEqual([])
  })

  test('is refused where somebody saved in between', async () => {
    await published('overtaken')
    await save('overtaken', 1, 'Saved in between.')
    const answer = await change(manager, 'versions.publish', { policy: 'overtaken', revision: 1 })
    expect(answer.status).toBe(409)
    expect(answer.error!.data.conflict).toMatchObject({ revision: 2, savedBy: 'The manager' })
    expect((await ask(manager, 'versions.list', { policy: 'overtaken' })).data).toHaveLength(1)
  })

  test('is refused where nothing has changed', async () => {
    await published('same')
    const again = await change(manager, 'versions.publish', { policy: 'same', revision: 1 })
    expect([again.status, again.error!.message]).toEqual([
      412,
      'Nothing has changed since version 1, which is in force.',
    ])
    await save('same', 1, 'Something else.')
    await save('same', 2, 'I have refunded it.')
    expect((await change(manager, 'versions.publish', { policy: 'same', revision: 3 })).status).toBe(412)
  })

  test('by many at once gives every number once, and leaves no gap', async () => {
    await made('contested')
    const numbers: number[] = []
    const work = async (worker: number) => {
      for (let n = 0; n < 4; n++) {
        await save('contested', await revisionOf('contested'), `Words ${worker} ${n}.`)
        const revision = await revisionOf('contested')
        const answer = await change(manager, 'versions.publish', { policy: 'contested', revision })
        if (answer.data) numbers.push(answer.data.number)
        else expect([409, 412]).toContain(answer.status)
      }
    }
    await Promise.all([0, 1, 2, 3, 4, 5].map(work))
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
    await made('unchangeable').catch(() => {})
    await change(manager, 'versions.publish', { policy: 'unchangeable', revision: 1 })
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
