import { describe, expect, test } from 'vitest'
import { ask, type Caller, change, signIn } from './harness/call'
import { approved, proposed } from './harness/publish'
import { made, published, publishedAgain } from './harness/published'
import { administrator, approver, base, manager, newClient, sql } from './harness/shared'
import { smallPolicy } from './harness/small-policy'

const save = (by: Caller, policy: string, revision: number, words: string) =>
  change(by, 'drafts.save', { policy, revision, document: smallPolicy(policy, words) })
const get = async (by: Caller, policy: string, number: number) =>
  (await ask(by, 'proposals.get', { policy, number })).data
const names = (people: { name: string }[]) => people.map(({ name }) => name)

let people = 0
/** Somebody who may edit and approve, of whom nothing else is known. */
async function somebody(name: string): Promise<Caller & { id: string }> {
  const email = `four-eyes-${++people}@example.com`
  const { data } = await change(administrator, 'people.create', {
    name,
    email,
    role: 'manager',
    approves: true,
  })
  return { ...(await signIn(base, email, data.password)), id: data.person.id }
}

describe('a proposal', () => {
  test('is refused while there are errors, with what they are', async () => {
    const document = smallPolicy('gapped')
    document.chart.edges = document.chart.edges.filter(edge => edge.id !== 'e5')
    await made('gapped', document)
    const answer = await proposed(manager, { policy: 'gapped' })
    expect([answer.status, answer.error!.message]).toEqual([412, 'There is 1 error to be mended first.'])
    const gap = answer.error!.data.findings!.find(({ code }) => code === 'gap')
    expect(gap).toMatchObject({ severity: 'error', nodes: ['q-weeks'] })
    expect((await ask(manager, 'proposals.list', { policy: 'gapped' })).data).toEqual([])
  })

  test('is refused where somebody saved in between', async () => {
    await made('overtaken')
    await save(manager, 'overtaken', 1, 'Saved in between.')
    const answer = await proposed(manager, { policy: 'overtaken', revision: 1 })
    expect(answer.status).toBe(409)
    expect(answer.error!.data.conflict).toMatchObject({ revision: 2, savedBy: 'The manager' })
  })

  test('is refused where nothing is new', async () => {
    await published('same')
    const again = await proposed(manager, { policy: 'same' })
    expect([again.status, again.error!.message]).toEqual([412, 'Nothing has changed since version 1.'])
    await save(manager, 'same', 1, 'Something else.')
    await save(manager, 'same', 2, 'I have refunded it.')
    expect((await proposed(manager, { policy: 'same' })).status).toBe(412)
    await save(manager, 'same', 3, 'Something else.')
    await proposed(manager, { policy: 'same' })
    const twice = await proposed(manager, { policy: 'same' })
    expect(twice.error!.message).toBe('Proposal 2 has exactly this content already.')
  })

  test('takes the place of the one before, and begins without approvals', async () => {
    await made('replaced')
    await proposed(manager, { policy: 'replaced' })
    await approved(approver, 'replaced', 1)
    await save(manager, 'replaced', 1, 'One byte more.')
    const { data } = await proposed(manager, { policy: 'replaced', note: 'Better.' })
    expect(data).toMatchObject({ number: 2, replaced: 1 })
    expect(await get(manager, 'replaced', 1)).toMatchObject({ outcome: 'replaced' })
    const open = await get(manager, 'replaced', 2)
    expect(open).toMatchObject({ outcome: null, standing: 0, approvals: [], note: 'Better.' })
    expect(open.mayNot.publish).toBe('One more approval is needed.')
    const late = await approved(approver, 'replaced', 1)
    expect(late.error!.message).toBe('Another proposal took the place of this one.')
  })

  test('keeps its content and its findings while the draft goes on', async () => {
    await made('kept-still')
    await proposed(manager, { policy: 'kept-still' })
    const before = await get(manager, 'kept-still', 1)
    await save(manager, 'kept-still', 1, 'Drawn afterwards.')
    expect(await get(manager, 'kept-still', 1)).toEqual(before)
    expect(before).toMatchObject({ document: smallPolicy('kept-still'), revision: 1, kind: 'content' })
  })
})

describe('four eyes', () => {
  test('whoever saved since the last version has had a hand in it, however they saved', async () => {
    const [ann, bob, cat] = await Promise.all([somebody('Ann'), somebody('Bob'), somebody('Cat')])
    await published('hands')
    await save(ann, 'hands', 1, 'Ann.')
    await change(bob, 'drafts.save', {
      policy: 'hands',
      revision: 2,
      document: smallPolicy('hands', 'Bob.'),
      how: 'imported',
    })
    await proposed(cat, { policy: 'hands' })
    const proposal = await get(ann, 'hands', 2)
    expect(names(proposal.editors)).toEqual(['Ann', 'Bob', 'Cat'])
    expect(proposal.mayNot.approve).toBe('You edited this: somebody else has to approve it.')
    for (const editor of [ann, bob, cat]) {
      const answer = await approved(editor, 'hands', 2)
      expect([answer.status, answer.error!.message]).toEqual([412, proposal.mayNot.approve])
    }
    expect((await get(ann, 'hands', 2)).standing).toBe(0)
    expect((await approved(approver, 'hands', 2)).data).toEqual({ approvals: 1, needed: 1 })
    // The manager drew version 1 and not this one.
    expect((await get(manager, 'hands', 2)).couldApprove.map(({ id }: { id: string }) => id)).not.toContain(
      ann.id,
    )
  })

  test('approving is a right of its own, for an administrator to give and to take', async () => {
    await made('a-right')
    const dan = await somebody('Dan')
    await proposed(manager, { policy: 'a-right' })
    await approved(dan, 'a-right', 1)
    expect(await get(manager, 'a-right', 1)).toMatchObject({ standing: 1 })
    await change(administrator, 'people.setApproves', { id: dan.id, approves: false })
    expect(await get(manager, 'a-right', 1)).toMatchObject({ standing: 0, approvals: [{ counts: false }] })
    const { hash } = await get(manager, 'a-right', 1)
    const early = await change(manager, 'proposals.publish', {
      policy: 'a-right',
      number: 1,
      hash,
      starts: [],
    })
    expect(early.error!.message).toBe('One more approval is needed.')
    expect((await approved(dan, 'a-right', 1)).status).toBe(403)
    await change(administrator, 'people.setApproves', { id: dan.id, approves: true })
    expect(await get(manager, 'a-right', 1)).toMatchObject({ standing: 1 })
    await change(administrator, 'people.setRole', { id: dan.id, role: 'auditor' })
    expect(await get(manager, 'a-right', 1)).toMatchObject({ standing: 0 })
    const auditor = await change(administrator, 'people.setApproves', { id: dan.id, approves: true })
    expect(auditor.error!.message).toBe('Auditors change nothing, and so do not approve either.')
    await change(administrator, 'people.remove', { id: dan.id })
  })

  test('an approval by somebody who is no longer there counts no more', async () => {
    await made('approver-gone')
    const gil = await somebody('Gil')
    const { data } = await proposed(manager, { policy: 'approver-gone' })
    expect((await approved(gil, 'approver-gone', 1)).data).toEqual({ approvals: 1, needed: 1 })
    await change(administrator, 'people.remove', { id: gil.id })
    expect(await get(manager, 'approver-gone', 1)).toMatchObject({
      standing: 0,
      approvals: [{ by: { name: 'Gil' }, counts: false }],
    })
    const asked = { policy: 'approver-gone', number: 1, hash: data.hash, starts: [] }
    const refused = await change(manager, 'proposals.publish', asked)
    expect([refused.status, refused.error!.message]).toEqual([412, 'One more approval is needed.'])
  })

  test('is bound to the content, and to what it was compared with', async () => {
    await published('bound-to-content')
    await save(manager, 'bound-to-content', 1, 'Two.')
    await proposed(manager, { policy: 'bound-to-content' })
    const { hash } = await get(approver, 'bound-to-content', 2)
    const ask = { policy: 'bound-to-content', number: 2, comparedWith: 1 }
    const other = await change(approver, 'proposals.approve', { ...ask, hash: `sha256-${'0'.repeat(64)}` })
    expect(other.status).toBe(409)
    const stale = await change(approver, 'proposals.approve', { ...ask, hash, comparedWith: null })
    expect([stale.status, stale.error!.message]).toEqual([
      409,
      'Version 1 is in force by now: what this proposal changes is not what you were shown. Look at it again.',
    ])
    expect((await change(approver, 'proposals.approve', { ...ask, hash })).status).toBe(200)
    expect((await change(approver, 'proposals.approve', { ...ask, hash })).error!.message).toBe(
      'You have approved this.',
    )
  })

  test('is taken back, for as long as nothing came of it', async () => {
    await made('taken-back')
    await proposed(manager, { policy: 'taken-back' })
    await approved(approver, 'taken-back', 1)
    const back = { policy: 'taken-back', number: 1 }
    expect((await change(approver, 'proposals.takeBack', back)).status).toBe(200)
    expect(await get(manager, 'taken-back', 1)).toMatchObject({
      standing: 0,
      approvals: [{ by: { name: 'The approver' }, takenBackAt: expect.any(String), counts: false }],
    })
    expect((await change(approver, 'proposals.takeBack', back)).status).toBe(412)
    await approved(approver, 'taken-back', 1)
    const { hash } = await get(manager, 'taken-back', 1)
    await change(manager, 'proposals.publish', { ...back, hash, starts: [] })
    expect((await change(approver, 'proposals.takeBack', back)).status).toBe(412)
  })

  test('whoever does not agree sends it back, with a reason', async () => {
    await made('sent-back')
    await proposed(manager, { policy: 'sent-back' })
    const input = { policy: 'sent-back', number: 1, reason: ' The words are too harsh. ' }
    expect((await change(approver, 'proposals.sendBack', { ...input, reason: ' ' })).status).toBe(400)
    expect((await change(approver, 'proposals.sendBack', input)).status).toBe(200)
    expect(await get(manager, 'sent-back', 1)).toMatchObject({
      outcome: 'returned',
      closedBy: 'The approver',
      reason: 'The words are too harsh.',
    })
    expect((await proposed(manager, { policy: 'sent-back' })).data.number).toBe(2)
    const own = await somebody('Own')
    await save(own, 'sent-back', 1, 'Softer.')
    await proposed(own, { policy: 'sent-back' })
    const refused = await change(own, 'proposals.sendBack', { ...input, number: 3 })
    expect(refused.error!.message).toBe('You had a hand in this: withdraw it instead.')
    expect((await change(manager, 'proposals.withdraw', { policy: 'sent-back', number: 3 })).status).toBe(200)
    expect((await approved(approver, 'sent-back', 3)).error!.message).toBe('This proposal was withdrawn.')
  })
})

describe('how many have to approve', () => {
  test('rises at once, and falls only as many as were needed agree', async () => {
    await made('raised')
    const [eve, fay] = await Promise.all([somebody('Eve'), somebody('Fay')])
    const set = (needed: number, by = manager) =>
      change(by, 'policies.setApprovalsNeeded', { policy: 'raised', needed, note: 'Because.' })
    await proposed(manager, { policy: 'raised' })
    await approved(approver, 'raised', 1)
    expect((await set(2)).data).toEqual({ proposal: null })
    expect((await set(2)).error!.message).toBe('It is 2 already.')
    const { hash } = await get(manager, 'raised', 1)
    const asked = { policy: 'raised', number: 1, hash, starts: [] }
    expect((await change(manager, 'proposals.publish', asked)).status).toBe(412)
    // Whoever asks for fewer does not count, and one of two is not enough.
    expect((await set(1, eve)).data).toEqual({ proposal: 2 })
    expect((await approved(eve, 'raised', 2)).error!.message).toBe(
      'You proposed this: somebody else has to approve it.',
    )
    await approved(approver, 'raised', 2)
    expect(await get(manager, 'raised', 2)).toMatchObject({
      kind: 'approvals',
      approvalsNeeded: 1,
      outcome: null,
      standing: 1,
      needed: 2,
    })
    expect((await change(manager, 'proposals.publish', asked)).status).toBe(412)
    await approved(fay, 'raised', 2)
    expect(await get(manager, 'raised', 2)).toMatchObject({ outcome: 'applied', needed: 1 })
    expect((await change(manager, 'proposals.publish', asked)).status).toBe(200)
  })
})

describe('the channels', () => {
  const start = (channel: 'staging' | 'live', from: string | null = null) => ({ channel, from })
  const inMs = (ms: number) => new Date(Date.now() + ms).toISOString()
  const at = async (policy: string) => (await ask(manager, 'releases.list', { policy })).data
  /** Version `number` of a policy, on these channels. */
  const version = async (policy: string, words: string, starts: ReturnType<typeof start>[]) => {
    const { data } = await ask(manager, 'drafts.get', { policy })
    await save(manager, policy, data.revision, words)
    return publishedAgain({ policy, starts })
  }
  const release = (policy: string, number: number, { channel, from }: ReturnType<typeof start>) =>
    change(manager, 'releases.release', { policy, number, channel, from })

  test('each have their own version in force, and a client reads one of them', async () => {
    await published('two-channels')
    await version('two-channels', 'Tried out.', [start('staging')])
    const live = await newClient('T1', 'two-channels')
    const staging = await newClient('T1', 'two-channels', 'staging')
    const says = async (client: Caller) =>
      (await ask(client, 'decisions.decide', { policy: 'two-channels', facts: { late: true } })).data.steps[0]
        .say
    expect([await says(live), await says(staging)]).toEqual(['I have refunded it.', 'Tried out.'])
    expect((await ask(staging, 'tables.list')).data[0].hash).not.toBe(
      (await ask(live, 'tables.list')).data[0].hash,
    )
    await release('two-channels', 2, start('live'))
    expect(await says(live)).toBe('Tried out.')
    expect(await at('two-channels')).toMatchObject({
      staging: { inForce: { number: 2 }, scheduled: [] },
      live: { inForce: { number: 2, madeBy: 'The manager' }, scheduled: [] },
    })
  })

  test('a version comes in force at its moment, and not before', async () => {
    await published('scheduled')
    const from = inMs(1500)
    expect(await version('scheduled', 'Later.', [start('live', from)])).toBe(2)
    const client = await newClient('T1', 'scheduled')
    const hash = async () => (await ask(client, 'tables.list')).data[0].hash
    const before = await hash()
    expect((await at('scheduled')).live).toMatchObject({
      inForce: { number: 1 },
      scheduled: [{ number: 2, from }],
    })
    const { data: later } = await ask(manager, 'versions.table', {
      policy: 'scheduled',
      number: 2,
      tier: 'T1',
    })
    // What is still to come is not there yet, not even by its hash.
    expect((await ask(client, 'tables.get', { policy: 'scheduled', hash: later.hash })).status).toBe(404)
    await expect.poll(hash, { timeout: 10_000 }).toBe(later.hash)
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(from))
    expect(before).not.toBe(later.hash)
  })

  test('what is to come can be called off; what is in force cannot', async () => {
    await published('called-off')
    await version('called-off', 'Later.', [start('live', inMs(3_600_000))])
    const [{ id }] = (await at('called-off')).live.scheduled
    const late = { policy: 'called-off', id }
    expect((await change(manager, 'releases.callOff', late)).status).toBe(200)
    expect((await at('called-off')).live).toMatchObject({ inForce: { number: 1 }, scheduled: [] })
    expect((await change(manager, 'releases.callOff', late)).error!.message).toBe(
      'It was called off already.',
    )
    expect((await change(manager, 'releases.callOff', { policy: 'bound-to-content', id })).status).toBe(404)
    const [begun] = await sql(
      `select r.id from releases r join policies p on p.id = r.policy_id
       where p.name = 'called-off' and r.called_off_at is null`,
    )
    const refused = await change(manager, 'releases.callOff', { policy: 'called-off', id: Number(begun.id) })
    expect([refused.status, refused.error!.message]).toEqual([
      412,
      'Version 1 is in force on live by now. To go back, roll back.',
    ])
  })

  test('only grow newer: going back asks why', async () => {
    await published('in-order')
    await version('in-order', 'Two.', [start('live')])
    const back = await release('in-order', 1, start('live'))
    expect([back.status, back.error!.message]).toEqual([
      412,
      'Version 2, which is newer, is in force on live. To go back to an older one, roll back.',
    ])
    expect((await release('in-order', 2, start('live'))).error!.message).toBe(
      'Version 2 is in force on live already.',
    )
    expect((await release('in-order', 2, start('staging', inMs(-1000)))).error!.message).toMatch(
      /has passed\. Choose a later moment, or now\.$/,
    )
    await version('in-order', 'Three.', [start('live', inMs(3_600_000))])
    await version('in-order', 'Four.', [])
    expect((await release('in-order', 4, start('live'))).error!.message).toMatch(
      /^Version 3 would take its place on live on .* UTC\. Call that off first\.$/,
    )
    expect((await release('in-order', 2, start('live', inMs(7_200_000)))).error!.message).toMatch(
      /^Version 3, which is newer, comes in force on .* UTC on live\. Call that off first\.$/,
    )
    expect((await release('in-order', 4, start('live', inMs(7_200_000)))).status).toBe(200)
  })

  test('what was to come still comes after going back: the moment counts, not which was made last', async () => {
    await published('still-to-come')
    await version('still-to-come', 'Two.', [start('live')])
    await version('still-to-come', 'Three.', [])
    await release('still-to-come', 3, start('live', inMs(3000)))
    const back = { policy: 'still-to-come', number: 1, channel: 'live', reason: 'Two was wrong.' }
    expect((await change(manager, 'versions.rollBack', back)).data).toEqual({ number: 4 })
    expect((await at('still-to-come')).live).toMatchObject({
      inForce: { number: 4 },
      scheduled: [{ number: 3 }],
    })
    const number = async () => (await at('still-to-come')).live.inForce.number
    await expect.poll(number, { timeout: 10_000 }).toBe(3)
  })

  test('are rolled back in one step: the old version, byte for byte, as a new one', async () => {
    await published('rolled-back')
    // As if it came from a compiler of then: a table that today's would not make of this document.
    await sql(
      `insert into version_tables (version_id, tier, place, hash, rows)
       select v.id, 'T0', 9, t.hash, t.rows from versions v join policies p on p.id = v.policy_id
       join version_tables t on t.version_id = v.id and t.place = 0 where p.name = 'rolled-back'`,
    )
    await version('rolled-back', 'Worse.', [start('live')])
    const input = { policy: 'rolled-back', number: 1, channel: 'live', reason: 'Customers complained.' }
    expect((await change(manager, 'versions.rollBack', { ...input, reason: ' ' })).status).toBe(400)
    expect((await change(manager, 'versions.rollBack', { ...input, number: 2 })).error!.message).toBe(
      'Version 2 is what is in force on live.',
    )
    expect(
      (await change(manager, 'versions.rollBack', { ...input, channel: 'staging' })).error!.message,
    ).toBe('Nothing is in force on staging yet.')
    expect((await change(manager, 'versions.rollBack', input)).data).toEqual({ number: 3 })
    const { data: versions } = await ask(manager, 'versions.list', { policy: 'rolled-back' })
    expect(versions).toMatchObject([
      { number: 3, republishes: 1, channels: ['live'], note: 'Customers complained.', proposal: null },
      { number: 2, retired: true, rolledBack: true },
      { number: 1, retired: true, rolledBack: false },
    ])
    expect(versions[0].hash).toBe(versions[2].hash)
    expect(versions[0].tables).toEqual(versions[2].tables)
    // The draft is as it was, and is still about what came after version 1.
    expect((await ask(manager, 'drafts.get', { policy: 'rolled-back' })).data).toMatchObject({
      inForce: 3,
      document: smallPolicy('rolled-back', 'Worse.'),
    })
  })
})
