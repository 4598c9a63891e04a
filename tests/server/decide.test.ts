import { beforeAll, describe, expect, test } from 'vitest'
import { ask, type Caller, change, post } from './harness/call'
import { published, publishedAgain } from './harness/published'
import { manager, newClient } from './harness/shared'
import { smallPolicy } from './harness/small-policy'

const policy = 'decided'
let low: Caller
let high: Caller

beforeAll(async () => {
  await published(policy)
  low = await newClient('T1')
  high = await newClient('T2')
})

const decide = async (caller: Caller, facts: Record<string, unknown>) =>
  (await ask(caller, 'decisions.decide', { policy, facts })).data

describe('decisions.decide', () => {
  test('decides by the table of the client’s tier', async () => {
    expect(await decide(low, { late: true })).toMatchObject({
      kind: 'decision',
      steps: [{ action: 'refund', say: 'I have refunded it.', tier: 'T1' }],
      end: { kind: 'close', result: 'resolved' },
    })
    expect(await decide(low, { late: false, weeks: 1 })).toMatchObject({
      end: { kind: 'close', result: 'declined', options: [{ say: 'I can have it collected.' }] },
    })
    expect(await decide(low, { late: false, weeks: 2 })).toMatchObject({
      steps: [],
      end: { kind: 'escalate', to: 'T2', mode: 'consult' },
    })
    expect(await decide(high, { late: false, weeks: 2, regular: true })).toMatchObject({
      steps: [{ action: 'big-refund', tier: 'T2' }],
      end: { kind: 'close', result: 'resolved' },
    })
  })

  test('asks for what it needs', async () => {
    expect(await decide(low, {})).toMatchObject({
      kind: 'ask',
      fact: 'late',
      question: 'q-late',
      source: 'record',
    })
    expect(await decide(high, { late: false, weeks: 9 })).toMatchObject({
      kind: 'ask',
      fact: 'regular',
      source: 'agent',
      ask: 'Is this a regular customer?',
    })
  })

  test('never guesses at a fact outside its domain, or of another type', async () => {
    for (const weeks of [-1, 53, 1.5, '2', true, [2], {}, null])
      expect(await decide(low, { late: false, weeks }), JSON.stringify(weeks)).toMatchObject({
        kind: 'invalid',
        problems: [{ fact: 'weeks', says: expect.any(String) }],
      })
  })

  test('passes over facts that its tier does not see like facts that do not exist', async () => {
    const seen = await decide(low, { late: true, regular: 'of no type', 'no-such-fact': 1, __proto__x: 1 })
    expect(seen).toMatchObject({ kind: 'decision', ignored: ['__proto__x', 'no-such-fact', 'regular'] })
    const answer = await post(
      low,
      'decisions.decide',
      `{"policy":"${policy}","facts":{"late":true,"__proto__":{"a":1}}}`,
    )
    expect(answer.data).toMatchObject({ kind: 'decision' })
  })

  test('is the same by GET, by POST, and in a batch', async () => {
    const input = { policy, facts: { late: false } }
    const byGet = await ask(low, 'decisions.decide', input)
    const byPost = await change(low, 'decisions.decide', input)
    expect(byPost.text).toBe(byGet.text)
    expect(byGet.headers.get('cache-control')).toBe('no-store')
    const batch = await ask(
      { ...low },
      `decisions.decide?batch=1&input=${encodeURIComponent(JSON.stringify({ 0: input }))}`,
    )
    expect(JSON.parse(batch.text)[0]).toEqual(JSON.parse(byGet.text))
  })

  test('follows what is in force from the next request on', async () => {
    const document = smallPolicy(policy, 'It is refunded, and here is a voucher.')
    const before = (await ask(manager, 'drafts.get', { policy })).data.revision
    await change(manager, 'drafts.save', { policy, revision: before, document })
    await publishedAgain({ policy })
    expect(await decide(low, { late: true })).toMatchObject({
      steps: [{ say: 'It is refunded, and here is a voucher.' }],
    })
  })

  test('refuses what it cannot read, with the place', async () => {
    for (const facts of [undefined, null, [], 'late', 1]) {
      const answer = await change(low, 'decisions.decide', { policy, facts })
      expect(answer.status).toBe(400)
      expect(answer.error!.data.findings).toMatchObject([
        { path: ['facts'], message: expect.stringContaining('facts') },
      ])
    }
    expect((await post(low, 'decisions.decide', 'late')).error!.message).toBe(
      'The request is not valid JSON.',
    )
    const large = await change(low, 'decisions.decide', { policy, facts: { late: 'x'.repeat(2 ** 20) } })
    expect([large.status, large.error!.message]).toEqual([
      413,
      'The request is too large: at most 1 MB are read.',
    ])
    expect((await ask({ base: low.base }, 'decisions.decide', { policy, facts: {} })).status).toBe(401)
  })
})
