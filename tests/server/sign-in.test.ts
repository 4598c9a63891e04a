import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ask, change, cookieOf, post, signIn } from './harness/call'
import { administrator, base, manager, nobody, ownerSql, sql } from './harness/shared'
import { startServer } from './harness/start-server'
import { temporaryDirectory } from './harness/temporary-directory'

const newPerson = async (email: string, role = 'manager') => {
  const { data } = await change(administrator, 'people.create', { name: 'Somebody', email, role })
  return { email, password: data.password as string, id: data.person.id as string }
}

describe('signing in', () => {
  test('opens a session that only the browser knows', async () => {
    const { email, password } = await newPerson('session@example.com')
    const answer = await change(nobody, 'auth.signIn', { email: ' Session@Example.com ', password })
    expect(answer.data).toMatchObject({ name: 'Somebody', email, role: 'manager' })
    const cookie = answer.headers.get('set-cookie')!
    expect(cookie).toMatch(/^remit=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/)
    const secret = cookieOf(answer).slice('remit='.length)
    const kept = JSON.stringify([await sql('select * from sessions'), await sql('select * from users')])
    expect(kept).not.toContain(secret)
    expect(kept).not.toContain(password)
    expect((await ask({ base, cookie: cookieOf(answer) }, 'auth.me')).data).toMatchObject({ email })
  })

  test('does not say whether it was the e-mail address or the password', async () => {
    const { email } = await newPerson('known@example.com')
    const wrong = await change(nobody, 'auth.signIn', { email, password: 'not this one' })
    const unknown = await change(nobody, 'auth.signIn', {
      email: 'unknown@example.com',
      password: 'not this one',
    })
    expect(wrong.status).toBe(401)
    expect(wrong.text).toBe(unknown.text)
    expect(wrong.headers.get('set-cookie')).toBeNull()
  })

  test('is slowed after some failures, for this person and not for others', async () => {
    const { email, password } = await newPerson('slow@example.com')
    const guess = () => change(nobody, 'auth.signIn', { email, password: 'guess' })
    for (let failure = 0; failure < 5; failure++) expect((await guess()).status).toBe(401)
    // The first wait is a second, which a busy machine may let pass between two guesses; then it doubles.
    let slowed = await guess()
    for (let more = 0; more < 8 && slowed.status === 401; more++) slowed = await guess()
    expect((await change(nobody, 'auth.signIn', { email, password })).status).toBe(429)
    expect(slowed.status).toBe(429)
    expect(slowed.error!.message).toMatch(/^Too many failed attempts. Wait \d+ seconds?, then try again.$/)
    expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await ask(manager, 'auth.me')).status).toBe(200)
  })

  test('with a password whose accents are composed in another way', async () => {
    const { email, password } = await newPerson('accents@example.com')
    const caller = await signIn(base, email, password)
    await change(caller, 'auth.changePassword', { current: password, next: 'caf\u00e9 caf\u00e9 caf\u00e9' })
    await signIn(base, email, 'cafe\u0301 cafe\u0301 cafe\u0301')
  })
})

describe('a session ends', () => {
  test('by signing out, also for whoever kept the cookie', async () => {
    const { email, password } = await newPerson('out@example.com')
    const caller = await signIn(base, email, password)
    const answer = await change(caller, 'auth.signOut')
    expect(answer.headers.get('set-cookie')).toMatch(/^remit=; .*Max-Age=0/)
    expect((await ask(caller, 'auth.me')).data).toBeNull()
    expect((await ask(caller, 'policies.list')).status).toBe(401)
  })

  test('by its age', async () => {
    const { email, password, id } = await newPerson('aged@example.com')
    const caller = await signIn(base, email, password)
    await ownerSql(`update sessions set expires_at = now() - interval '1 second' where user_id = $1`, [id])
    expect((await ask(caller, 'auth.me')).data).toBeNull()
  })

  test('everywhere else, when the password is changed', async () => {
    const { email, password } = await newPerson('changer@example.com')
    const [one, other] = [await signIn(base, email, password), await signIn(base, email, password)]
    const wrong = await change(one, 'auth.changePassword', { current: 'not it', next: 'a longer password' })
    expect(wrong.status).toBe(403)
    const short = await change(one, 'auth.changePassword', { current: password, next: 'short' })
    expect(short.error!.data.findings).toMatchObject([
      { path: ['next'], message: expect.stringContaining('12') },
    ])
    const answer = await change(one, 'auth.changePassword', { current: password, next: 'a longer password' })
    expect((await ask(other, 'auth.me')).data).toBeNull()
    expect((await ask({ base, cookie: cookieOf(answer) }, 'auth.me')).data).toMatchObject({ email })
    expect((await change(nobody, 'auth.signIn', { email, password })).status).toBe(401)
    await signIn(base, email, 'a longer password')
  })

  test('when somebody is removed; what they did keeps their name', async () => {
    const { email, password, id } = await newPerson('leaver@example.com')
    const caller = await signIn(base, email, password)
    await change(caller, 'policies.create', { name: 'left-behind', title: 'Left behind' })
    expect((await change(administrator, 'people.remove', { id })).status).toBe(200)
    expect((await ask(caller, 'auth.me')).data).toBeNull()
    expect((await change(nobody, 'auth.signIn', { email, password })).status).toBe(401)
    expect((await ask(manager, 'drafts.get', { policy: 'left-behind' })).data.savedBy).toBe('Somebody')
    await newPerson(email) // the address is free again
  })

  test('and a new role holds from the next request', async () => {
    const { email, password, id } = await newPerson('promoted@example.com', 'auditor')
    const caller = await signIn(base, email, password)
    expect((await ask(caller, 'people.list')).status).toBe(403)
    await change(administrator, 'people.setRole', { id, role: 'administrator' })
    expect((await ask(caller, 'people.list')).status).toBe(200)
    await change(administrator, 'people.setRole', { id, role: 'auditor' })
    expect((await ask(caller, 'people.list')).status).toBe(403)
  })
})

describe('another site', () => {
  const cases = [
    ['by its origin', { origin: 'https://elsewhere.example' }],
    ['by an origin that is none', { origin: 'null' }],
    ['by what the browser says of the site', { 'sec-fetch-site': 'cross-site' }],
    ['on the same domain', { 'sec-fetch-site': 'same-site' }],
  ] as const
  test.each(cases)(
    'cannot change anything in the name of whoever is signed in: told %s',
    async (_how, headers) => {
      const answer = await change({ ...manager, headers }, 'policies.create', {
        name: 'forged',
        title: 'Forged',
      })
      expect(answer.status).toBe(403)
      expect((await ask(manager, 'drafts.get', { policy: 'forged' })).status).toBe(404)
    },
  )

  test('while our own pages can', async () => {
    const headers = { origin: base, 'sec-fetch-site': 'same-origin' }
    expect(
      (await change({ ...manager, headers }, 'policies.create', { name: 'from-our-own-pages', title: 'Own' }))
        .status,
    ).toBe(200)
  })
})

test('nothing is changed by GET', async () => {
  const answer = await ask(manager, 'policies.create', { name: 'by-get', title: 'By GET' })
  expect(answer.status).toBe(405)
  expect((await ask(manager, 'drafts.get', { policy: 'by-get' })).status).toBe(404)
})

test('a body that is no JSON, or of another type, is refused', async () => {
  const broken = await post(manager, 'policies.create', '{"name":')
  expect([broken.status, broken.error!.message]).toEqual([400, 'The request is not valid JSON.'])
  const form = await post({ ...manager, headers: { 'content-type': 'text/plain' } }, 'policies.create', '{}')
  expect(form.status).toBe(415)
})

test('a body that is too large is refused, however it is sent', async () => {
  const large = JSON.stringify({ name: 'large', title: 'x'.repeat(17 * 2 ** 20) })
  const answer = await post(manager, 'policies.create', large)
  expect([answer.status, answer.error!.message]).toEqual([
    413,
    'The request is too large: at most 16 MB are read.',
  ])
})

test('the last administrator stays', async () => {
  // On a server of its own: others have more than one.
  const directory = temporaryDirectory()
  const server = await startServer(directory)
  onTestFinished(async () => {
    await server.end()
    rmSync(directory, { recursive: true })
  })
  const password = readFileSync(join(directory, 'first-sign-in.txt'), 'utf8').trim()
  const only = await signIn(server.base, 'admin@remit.local', password)
  const { data: me } = await ask(only, 'auth.me')
  const demoted = await change(only, 'people.setRole', { id: me.id, role: 'auditor' })
  expect([demoted.status, demoted.error!.message]).toEqual([
    412,
    'This is the only administrator. Make somebody else one first.',
  ])
  expect((await change(only, 'people.remove', { id: me.id })).status).toBe(412)
  expect((await ask(only, 'people.list')).status).toBe(200)
})
