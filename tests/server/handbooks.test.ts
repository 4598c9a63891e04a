import { describe, expect, test } from 'vitest'
import { check } from '@/compiler/compile'
import type { PolicyDocument } from '@/compiler/language/policy'
import { ask, change } from './harness/call'
import { madeHandbook, publishedHandbook, smallHandbook, takingIn } from './harness/handbooks'
import { proposed, publish } from './harness/publish'
import { made, publishedAgain } from './harness/published'
import { administrator, approver, manager, newClient, sql } from './harness/shared'
import { smallPolicy } from './harness/small-policy'

/** The front line may not refund any more: charts that have it do so are in error. */
const withoutRefunds = (name: string, version: number) => {
  const handbook = smallHandbook(name, version)
  handbook.actions.refund = { grants: { T2: {} } }
  return handbook
}

describe('a shared handbook', () => {
  test('is made, read and saved like a policy, and known as what it is', async () => {
    await madeHandbook(smallHandbook('book'))
    const { data } = await ask(manager, 'drafts.get', { policy: 'book' })
    expect(data).toMatchObject({ kind: 'handbook', revision: 1, document: smallHandbook('book') })
    const document = { ...smallHandbook('book'), title: 'Renamed' }
    expect(
      (await change(manager, 'drafts.save', { policy: 'book', revision: 1, document })).data,
    ).toMatchObject({
      revision: 2,
    })
    const all = await ask(manager, 'policies.list')
    expect(all.data.find(({ name }: { name: string }) => name === 'book')).toMatchObject({
      kind: 'handbook',
      title: 'Renamed',
      inForce: null,
    })
    const empty = await change(manager, 'policies.create', {
      name: 'empty-book',
      title: 'Empty',
      kind: 'handbook',
    })
    expect(empty.data).toEqual({ name: 'empty-book' })
    expect((await ask(manager, 'drafts.get', { policy: 'empty-book' })).data.document).toMatchObject({
      format: 'remit-handbook/1',
      title: 'Empty',
      actions: {},
    })
  })

  test('that is none is refused with places, and is saved as nothing else', async () => {
    await madeHandbook(smallHandbook('strict'))
    const { tiers: _, ...untiered } = smallHandbook('strict')
    const documents: [unknown, (string | number)[]][] = [
      [untiered, ['tiers']],
      [{ ...smallHandbook('strict'), chart: { nodes: [], edges: [] } }, ['chart']],
      [{ ...smallHandbook('strict'), name: 'another' }, ['name']],
      [smallPolicy('strict'), ['format']],
    ]
    for (const [document, path] of documents) {
      const refused = await change(manager, 'drafts.save', { policy: 'strict', revision: 1, document })
      expect(refused.status).toBe(400)
      expect(refused.error!.data.findings).toContainEqual(expect.objectContaining({ path }))
    }
    const nowhere = {
      name: 'strict-2',
      title: 'x',
      document: { format: 'remit-handbook/1', name: 'strict-2' },
    }
    expect((await change(manager, 'policies.create', nowhere)).status).toBe(400)
    expect((await ask(manager, 'drafts.get', { policy: 'strict-2' })).status).toBe(404)
  })

  test('is nothing that runtime clients see', async () => {
    await madeHandbook(smallHandbook('unseen'))
    await publishedHandbook(smallHandbook('unseen'))
    await made('taker-of-tiers', takingIn('taker-of-tiers', 'unseen'))
    const client = await newClient('T2', 'taker-of-tiers')
    const { data } = await ask(client, 'tables.list')
    expect(JSON.stringify(data)).not.toContain('unseen')
    expect((await ask(await newClient('T1'), 'tables.get', { policy: 'unseen' })).status).toBe(404)
    const bound = { name: 'Bound', tier: 'T1', policy: 'unseen' }
    expect((await change(administrator, 'clients.create', bound)).status).toBe(404)
  })
})

describe('publishing', () => {
  test('a handbook counts its versions, and has no tables; one with errors is refused with places', async () => {
    await madeHandbook({ ...smallHandbook('counted'), version: 41 })
    const answer = await publish(
      { proposer: manager, approver },
      { policy: 'counted', revision: 1, starts: [] },
    )
    expect(answer.data).toEqual({ number: 1, tables: [], starts: [] })
    const first = await ask(manager, 'handbooks.get', { handbook: 'counted', version: 1 })
    expect(first.data).toEqual(smallHandbook('counted', 1))
    expect((await ask(manager, 'handbooks.get', { handbook: 'counted', version: 2 })).status).toBe(404)

    const wrong = smallHandbook('counted')
    wrong.facts.weeks!.allowedValues = '[0..'
    await change(manager, 'drafts.save', { policy: 'counted', revision: 1, document: wrong })
    const refused = await proposed(manager, { policy: 'counted', revision: 2 })
    expect(refused.status).toBe(412)
    expect(refused.error!.data.findings).toEqual([
      expect.objectContaining({ code: 'bad-test', path: ['facts', 'weeks', 'allowedValues'] }),
    ])
  })

  test('a policy publishes it whole, with what it takes in; and nothing that becomes of the handbook changes it', async () => {
    await madeHandbook(smallHandbook('whole-book'))
    await publishedHandbook(smallHandbook('whole-book'))
    await made('whole', takingIn('whole', 'whole-book'))
    await made('own', { ...smallPolicy('whole'), name: 'own' })
    await publishedAgain({ policy: 'whole' })
    await publishedAgain({ policy: 'own' })
    const [version] = await sql(
      `select document, takes_in from versions v join policies p on p.id = v.policy_id where p.name = 'whole'`,
    )
    expect(version).toMatchObject({ takes_in: { name: 'whole-book', version: 1 } })
    // As the command line resolves it, and as if the handbook were its own.
    const resolved = check(takingIn('whole', 'whole-book'), { handbook: smallHandbook('whole-book') }).policy
    expect(version.document).toEqual(resolved)
    expect(version.document).toEqual(smallPolicy('whole'))
    const changed = async () =>
      (await ask(manager, 'policies.list')).data.find(({ name }: { name: string }) => name === 'whole')
        .changed
    expect(await changed()).toBe(false)
    const client = await newClient('T1')
    const table = async (policy: string) => (await ask(client, 'tables.get', { policy })).data
    const before = await table('whole')
    expect(before.tables).toEqual((await table('own')).tables)

    await publishedHandbook(withoutRefunds('whole-book', 2))
    const document = { ...takingIn('whole', 'whole-book'), title: 'Other' }
    await change(manager, 'drafts.save', { policy: 'whole', revision: 1, document })
    expect(await changed()).toBe(true)
    expect(await table('whole')).toEqual(before)
    expect((await ask(manager, 'versions.get', { policy: 'whole', number: 1 })).data.document).toEqual(
      resolved,
    )
  })

  test('what it takes in has to be published, and to leave it without errors', async () => {
    await madeHandbook(smallHandbook('not-yet'))
    await made('early', takingIn('early', 'not-yet'))
    const early = await proposed(manager, { policy: 'early', revision: 1 })
    expect(early.status).toBe(412)
    expect(early.error!.data.findings).toMatchObject([{ code: 'unknown-reference' }])
    await publishedHandbook(withoutRefunds('not-yet', 1))
    const refused = await proposed(manager, { policy: 'early', revision: 1 })
    expect(refused.error!.data.findings).toMatchObject([{ code: 'no-authority' }])
  })
})

describe('a policy that takes one in', () => {
  test('is given the version that it names, resolved as the command line does', async () => {
    await madeHandbook(smallHandbook('shared'))
    await publishedHandbook(smallHandbook('shared'))
    await publishedHandbook(withoutRefunds('shared', 2))
    await made('taker', takingIn('taker', 'shared'))
    const { data } = await ask(manager, 'drafts.get', { policy: 'taker' })
    expect(data.handbook).toEqual(smallHandbook('shared'))
    expect(check(data.document, { handbook: data.handbook }).policy!.handbook.facts).toEqual(
      smallHandbook('shared').facts,
    )
    await made('behind', takingIn('behind', 'shared', 9))
    expect((await ask(manager, 'drafts.get', { policy: 'behind' })).data.handbook).toBeNull()
  })

  test('is listed with the handbook, whatever strings it has and in whatever order', async () => {
    await madeHandbook(smallHandbook('listed'))
    await publishedHandbook(smallHandbook('listed'))
    const odd: PolicyDocument = {
      ...takingIn('odd', 'listed'),
      title: 'nul \u0000, lone \ud800, "from":{"name":"other","version":3}',
      handbook: { facts: {}, from: { version: 1, name: 'listed' } },
    }
    const answer = await change(manager, 'policies.create', { name: 'odd', title: 'Odd', document: odd })
    expect(answer.status).toBe(200)
    await change(manager, 'drafts.save', { policy: 'odd', revision: 1, document: odd })
    const { data } = await ask(manager, 'handbooks.list')
    expect(data.find(({ name }: { name: string }) => name === 'listed')).toMatchObject({
      versions: [{ number: 1 }],
      takers: [{ name: 'odd', version: 1 }],
    })
    const takers = await ask(manager, 'handbooks.takers', { handbook: 'listed' })
    expect(takers.data).toEqual([
      expect.objectContaining({ name: 'odd', revision: 2, version: 1, handbook: smallHandbook('listed') }),
    ])
  })

  test('whoever edited it has had a hand in what takes it in', async () => {
    await madeHandbook(smallHandbook('handed'))
    await publishedHandbook(smallHandbook('handed'))
    const document = takingIn('takes-handed', 'handed')
    await change(administrator, 'policies.create', { name: 'takes-handed', title: 'Takes it in', document })
    await proposed(administrator, { policy: 'takes-handed' })
    // The manager drew the handbook, and nothing of the policy.
    const { data } = await ask(manager, 'proposals.get', { policy: 'takes-handed', number: 1 })
    const hands = data.editors.map(({ name }: { name: string }) => name)
    expect(hands.sort()).toEqual([data.proposedBy.name, 'The manager'].sort())
    expect(data.mayNot.approve).toBe('You edited this: somebody else has to approve it.')
  })

  test('moves to another version, or is told why not; one does not keep the others', async () => {
    await madeHandbook(smallHandbook('moving'))
    await publishedHandbook(smallHandbook('moving'))
    const second = smallHandbook('moving', 2)
    second.actions.refund!.title = 'Refund'
    await publishedHandbook(second)
    await publishedHandbook(withoutRefunds('moving', 3))
    for (const name of ['move-a', 'move-b']) await made(name, takingIn(name, 'moving'))
    await made('move-own')
    const move = (version: number, policies: [string, number][]) =>
      change(manager, 'handbooks.move', {
        handbook: 'moving',
        version,
        policies: policies.map(([policy, revision]) => ({ policy, revision })),
      })
    const { data } = await move(2, [
      ['move-own', 1],
      ['move-a', 1],
      ['move-b', 5],
      ['nowhere', 1],
    ])
    expect(data).toEqual([
      { policy: 'move-own', is: 'not-moved', because: 'It does not take this handbook in.', errors: [] },
      { policy: 'move-a', is: 'moved', revision: 2 },
      { policy: 'move-b', is: 'not-moved', because: expect.stringContaining('revision 1'), errors: [] },
      { policy: 'nowhere', is: 'not-moved', because: expect.stringContaining('no policy'), errors: [] },
    ])
    const now = await ask(manager, 'drafts.get', { policy: 'move-a' })
    expect(now.data).toMatchObject({ revision: 2, savedBy: 'The manager', handbook: second })
    expect(now.data.document).toEqual(takingIn('move-a', 'moving', 2))

    // What would have errors is not moved, and says which.
    const wrong = await move(3, [['move-a', 2]])
    expect(wrong.data[0]).toMatchObject({
      is: 'not-moved',
      because: 'It would have 1 error.',
      errors: [{ code: 'no-authority' }],
    })
    expect((await ask(manager, 'drafts.get', { policy: 'move-a' })).data.revision).toBe(2)
    expect((await move(4, [['move-a', 2]])).status).toBe(404)
  })
})
