import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '@/compiler/runtime/canonical-json'
import { randomToken } from '@/server/auth/token'
import { ask, change } from './harness/call'
import { made, published, publishedAgain } from './harness/published'
import { administrator, base, manager, newClient, nobody, sql } from './harness/shared'
import { smallPolicy } from './harness/small-policy'

const withEtag = (caller: { base: string; token?: string }, etag: string) => ({
  ...caller,
  headers: { 'if-none-match': etag },
})

describe('tables.get', () => {
  test('gives the table in force, under its hash', async () => {
    await published('fetched')
    const client = await newClient('T1')
    const answer = await ask(client, 'tables.get', { policy: 'fetched' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('private, no-cache')
    expect(answer.headers.get('vary')).toContain('authorization')
    const { hash, ...rest } = answer.data
    expect(answer.headers.get('etag')).toBe(`"${hash}"`)
    // The hash is of exactly what was sent, so that a client can verify what it was given.
    expect(hash).toBe(`sha256-${createHash('sha256').update(canonicalJson(rest)).digest('hex')}`)
    expect(answer.text).toBe(`{"result":{"data":${canonicalJson(answer.data)}}}`)
  })

  test('says 304 to whoever has it, until another is in force', async () => {
    await published('unchanged')
    const client = await newClient('T1')
    const etag = (await ask(client, 'tables.get', { policy: 'unchanged' })).headers.get('etag')!
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await ask(withEtag(client, tag), 'tables.get', { policy: 'unchanged' })
      expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag])
    }
    await change(manager, 'drafts.save', {
      policy: 'unchanged',
      revision: 1,
      document: smallPolicy('unchanged', 'New words.'),
    })
    expect((await ask(withEtag(client, etag), 'tables.get', { policy: 'unchanged' })).status).toBe(304)
    await publishedAgain({ policy: 'unchanged' })
    const changed = await ask(withEtag(client, etag), 'tables.get', { policy: 'unchanged' })
    expect(changed.status).toBe(200)
    expect(changed.headers.get('etag')).not.toBe(etag)

    const byHash = await ask(client, 'tables.get', { policy: 'unchanged', hash: etag.slice(1, -1) })
    expect(byHash.headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
    expect(`"${byHash.data.hash}"`).toBe(etag)
  })

  test('a change above the client’s tier does not reach it', async () => {
    const document = smallPolicy('discreet')
    await published('discreet', document)
    const [low, high] = [await newClient('T1'), await newClient('T2')]
    const before = await Promise.all(
      [low, high].map(client => ask(client, 'tables.get', { policy: 'discreet' })),
    )
    const words = JSON.parse(
      JSON.stringify(document).replace('We have refunded all of it.', 'All of it is on its way.'),
    )
    await change(manager, 'drafts.save', { policy: 'discreet', revision: 1, document: words })
    await publishedAgain({ policy: 'discreet' })
    const after = await Promise.all(
      [low, high].map(client => ask(client, 'tables.get', { policy: 'discreet' })),
    )
    expect(after[0]!.text).toBe(before[0]!.text)
    expect(after[0]!.headers.get('etag')).toBe(before[0]!.headers.get('etag'))
    expect(after[1]!.text).not.toBe(before[1]!.text)
    expect(before[0]!.text).not.toMatch(/regular|big-refund|all of it|remit_/)
  })

  test('in a batch, and asked for by HEAD, it is the same', async () => {
    await published('batched')
    const client = await newClient('T1')
    const alone = await ask(client, 'tables.get', { policy: 'batched' })
    const input = encodeURIComponent(JSON.stringify({ 0: { policy: 'batched' } }))
    const headers = { authorization: `Bearer ${client.token}` }
    const batch = await fetch(`${base}/api/trpc/tables.get,tables.list?batch=1&input=${input}`, { headers })
    const [table, list] = (await batch.json()) as { result: { data: unknown } }[]
    expect(table!.result.data).toEqual(alone.data)
    expect(list!.result.data).toContainEqual({ policy: 'batched', tier: 'T1', hash: alone.data.hash })
    expect(batch.headers.get('etag')).toBeNull()
    const single = encodeURIComponent(JSON.stringify({ policy: 'batched' }))
    const head = await fetch(`${base}/api/trpc/tables.get?input=${single}`, { method: 'HEAD', headers })
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([
      200,
      alone.headers.get('etag'),
      '',
    ])
  })
})

describe('a token', () => {
  test('that is missing, made up, mistyped, or only signed in, is refused', async () => {
    await published('guarded')
    const { token } = await newClient('T1')
    const callers = [
      nobody,
      { base, token: randomToken() },
      { base, token: `${token!.slice(0, -1)}${token!.endsWith('a') ? 'b' : 'a'}` },
      { base, token: '' },
      { base, headers: { authorization: `Basic ${token}` } },
      manager,
    ]
    const answers = await Promise.all(callers.map(caller => ask(caller, 'tables.get', { policy: 'guarded' })))
    for (const answer of answers) {
      expect([answer.status, answer.error!.data.code]).toEqual([401, 'UNAUTHORIZED'])
      expect(answer.headers.get('www-authenticate')).toBe('Bearer')
      expect(answer.headers.get('etag')).toBeNull()
      expect(answer.text).toBe(answers[0]!.text)
    }
  })

  test('that is revoked is refused from the next request on', async () => {
    await published('revoked')
    const client = await newClient('T1')
    const fetched = await ask(client, 'tables.get', { policy: 'revoked' })
    await change(administrator, 'clients.revoke', { id: client.id })
    const etag = fetched.headers.get('etag')!
    for (const path of ['tables.get', 'decisions.decide'])
      expect(
        (
          await ask(withEtag(client, etag), path, {
            policy: 'revoked',
            facts: path === 'tables.get' ? undefined : {},
          })
        ).status,
      ).toBe(401)
    expect((await ask(client, 'tables.list')).status).toBe(401)
    const { data } = await ask(administrator, 'clients.list')
    const row = data.find(({ id }: { id: string }) => id === client.id)
    expect(row).toMatchObject({
      revokedAt: expect.any(String),
      lastUsedAt: expect.any(String),
      createdBy: 'Administrator',
    })
  })

  test('is kept as a hash only', async () => {
    const { token } = await newClient('T1')
    const dump = JSON.stringify(await sql('select * from clients'))
    expect(dump).not.toContain(token!.slice(6, 40))
    expect(dump).toContain(createHash('sha256').update(token!).digest('hex'))
  })

  test('of a lower tier learns nothing about a higher one, not even that it exists', async () => {
    await published('tiers')
    const [low, high] = [await newClient('T1'), await newClient('T2')]
    const { data: secret } = await ask(high, 'tables.get', { policy: 'tiers' })
    const [real, made] = await Promise.all(
      ['T2', 'T7'].map(tier => ask(low, 'tables.get', { policy: 'tiers', tier })),
    )
    expect([real!.status, real!.error!.message]).toEqual([
      403,
      'This token is for tier T1, and for no other.',
    ])
    expect(real!.text).toBe(made!.text)
    // By its hash it is not there, and nor is it for whoever claims to have it already.
    const etag = `"${secret.hash}"`
    const byHash = await ask(withEtag(low, etag), 'tables.get', { policy: 'tiers', hash: secret.hash })
    const other = `sha256-${'0'.repeat(64)}`
    const nothing = await ask(withEtag(low, `"${other}"`), 'tables.get', { policy: 'tiers', hash: other })
    expect(byHash.status).toBe(404)
    expect(byHash.text).toBe(nothing.text)
    expect((await ask(low, 'tables.get', { policy: 'tiers', tier: 'T1' })).status).toBe(200)
  })

  test('for one policy is for no other, whether that exists or not', async () => {
    await published('bound')
    await published('not-bound')
    const client = await newClient('T1', 'bound')
    expect((await ask(client, 'tables.get', { policy: 'bound' })).status).toBe(200)
    const [real, made] = await Promise.all(
      ['not-bound', 'nowhere'].map(policy => ask(client, 'tables.get', { policy })),
    )
    expect(real!.error!.message).toBe('This token is for the policy "bound", and for no other.')
    expect(real!.status).toBe(403)
    expect(real!.text).toBe(made!.text)
    const { data } = await ask(client, 'tables.list')
    expect(data.map(({ policy }: { policy: string }) => policy)).toEqual(['bound'])
  })

  test('a policy without that tier, a draft, and nothing at all look the same', async () => {
    const document = smallPolicy('two-tiers')
    await published('two-tiers', document)
    await made('only-drawn')
    await published('three-tiers', {
      ...smallPolicy('three-tiers'),
      handbook: { ...document.handbook, tiers: [{ id: 'T1' }, { id: 'T2' }, { id: 'T3' }] } as never,
    })
    const client = await newClient('T3')
    const names = ['two-tiers', 'only-drawn', 'nothing-at-all']
    const answers = await Promise.all(names.map(policy => ask(client, 'tables.get', { policy })))
    for (const [n, answer] of answers.entries()) {
      expect(answer.status).toBe(404)
      expect(answer.text.replace(names[n]!, '')).toBe(answers[0]!.text.replace(names[0]!, ''))
    }
    const listed = (await ask(client, 'tables.list')).data.map(({ policy }: { policy: string }) => policy)
    expect(listed).toContain('three-tiers')
    for (const name of names) expect(listed).not.toContain(name)
  })
})

test('what is asked for has to be of the right form', async () => {
  const client = await newClient('T1')
  const wrong = await ask(client, 'tables.get', { policy: 'No Name', extra: 1 })
  expect(wrong.status).toBe(400)
  expect(wrong.error!.data).toMatchObject({
    code: 'BAD_REQUEST',
    path: 'tables.get',
    findings: expect.any(Array),
  })
  expect((await ask(client, 'tables.get')).status).toBe(400)
  const broken = await fetch(`${base}/api/trpc/tables.get?input=%7B`, {
    headers: { authorization: `Bearer ${client.token}` },
  })
  expect(broken.status).toBe(400)
})

test('a client is made for a tier that there is', async () => {
  await made('has-two')
  const input = { name: 'A client', tier: 'T9', policy: 'has-two' }
  const answer = await change(administrator, 'clients.create', input)
  expect([answer.status, answer.error!.message]).toEqual([
    404,
    'The policy "has-two" does not have a tier "T9"; there is T1, T2.',
  ])
})
