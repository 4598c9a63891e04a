import { describe, expect, test } from 'vitest'
import { appRouter } from '@/server/router'
import { ask, type Caller, change, signIn } from './harness/call'
import { made } from './harness/published'
import { administrator, auditor, base, manager, newClient, ownerSql, sql } from './harness/shared'
import { smallPolicy } from './harness/small-policy'

const tokenOf = async (caller: Caller, days = 30): Promise<Caller & { id: string }> => {
  const { data } = await change(caller, 'tokens.create', { name: 'Git', days })
  const [{ id }] = (await ask(caller, 'tokens.list')).data.slice(-1)
  return { base, token: data.token, id }
}

const procedures = Object.entries(
  appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>,
)

/** What takes no sign-in at all, and what takes a runtime client's token; neither looks at who one is. */
const NOBODYS = ['auth.me', 'auth.signIn', 'auth.signOut', 'tables.get', 'tables.list', 'decisions.decide']
const PULLING_AND_PUSHING = ['drafts.get', 'drafts.save', 'policies.create', 'policies.list', 'versions.get']

describe('a personal token', () => {
  test('pulls and pushes, and does nothing else, whoever it belongs to', async () => {
    const mine = await tokenOf(administrator)
    const reached: string[] = []
    for (const [path, { _def }] of procedures) {
      if (NOBODYS.includes(path)) continue
      const answer = await (_def.type === 'query' ? ask : change)(mine, path, {})
      if (answer.status !== 403) reached.push(path)
      else expect(answer.error?.message, path).toContain('sign in for this')
    }
    expect(reached.sort()).toEqual(PULLING_AND_PUSHING)
  })

  test('is its owner: what is pushed is saved in their name, and an auditor changes nothing', async () => {
    await made('by-token')
    const saved = await change(await tokenOf(manager), 'drafts.save', {
      policy: 'by-token',
      revision: 1,
      document: smallPolicy('by-token', 'Pushed words.'),
    })
    expect(saved.data).toMatchObject({ revision: 2 })
    const [row] = await sql(
      `select s.how, u.name from draft_saves s join users u on u.id = s.saved_by
       join policies p on p.id = s.policy_id where p.name = 'by-token' and s.revision = 2`,
    )
    expect(row).toEqual({ how: 'pushed', name: 'The manager' })
    const audit = await tokenOf(auditor)
    expect((await ask(audit, 'drafts.get', { policy: 'by-token' })).status).toBe(200)
    const input = { policy: 'by-token', revision: 2, document: smallPolicy('by-token') }
    expect((await change(audit, 'drafts.save', input)).status).toBe(403)
  })

  test('is not kept, ends when it is revoked or runs out, and is nobody else’s to revoke', async () => {
    const mine = await tokenOf(manager)
    const list = (caller: Caller) => ask(caller, 'policies.list')
    expect((await list(mine)).status).toBe(200)
    expect(JSON.stringify(await sql('select * from personal_tokens'))).not.toContain(mine.token!.slice(7, 50))
    expect((await change(administrator, 'tokens.revoke', { id: mine.id })).status).toBe(404)
    expect((await list(mine)).status).toBe(200)
    expect((await change(manager, 'tokens.revoke', { id: mine.id })).status).toBe(200)
    expect((await list(mine)).status).toBe(401)
    expect((await change(manager, 'tokens.revoke', { id: mine.id })).status).toBe(404)

    const old = await tokenOf(manager, 1)
    expect((await list(old)).status).toBe(200)
    await ownerSql(`update personal_tokens set expires_at = now() - interval '1 second' where id = $1`, [
      old.id,
    ])
    expect((await list(old)).status).toBe(401)
    expect((await ask(manager, 'tokens.list')).data.map(({ id }: { id: string }) => id)).not.toContain(old.id)
  })

  test('ends with its owner’s leaving, and says when it was last used', async () => {
    const { data } = await change(administrator, 'people.create', {
      name: 'Leaves',
      email: 'leaves-with-token@example.com',
      role: 'manager',
    })
    const person = await signIn(base, 'leaves-with-token@example.com', data.password)
    const mine = await tokenOf(person)
    expect((await ask(person, 'tokens.list')).data).toMatchObject([{ name: 'Git', lastUsedAt: null }])
    await ask(mine, 'policies.list')
    expect((await ask(person, 'tokens.list')).data[0].lastUsedAt).toMatch(/^2/)
    await change(administrator, 'people.remove', { id: data.person.id })
    expect((await ask(mine, 'policies.list')).status).toBe(401)
  })

  test('and a runtime client’s are not taken for each other', async () => {
    const client = await newClient('T1')
    expect((await ask(client, 'policies.list')).status).toBe(401)
    expect((await ask(await tokenOf(manager), 'tables.list')).status).toBe(401)
  })
})
