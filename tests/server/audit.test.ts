import { describe, expect, test } from 'vitest'
import { canonicalJson } from '@/compiler/runtime/canonical-json'
import { sha256 } from '@/compiler/runtime/sha256'
import { ACTS, type ActName } from '@/server/audit/acts'
import { appRouter } from '@/server/router'
import { ask, type Caller, change, signIn } from './harness/call'
import { madeHandbook, publishedHandbook, smallHandbook, takingIn } from './harness/handbooks'
import { approved, proposed } from './harness/publish'
import { made, published, publishedAgain } from './harness/published'
import { administrator, approver, base, manager, newClient, sql } from './harness/shared'
import { smallPolicy } from './harness/small-policy'

/** Somebody of whom nothing is in the log but what a test has them do. */
async function somebody(email: string, role: 'administrator' | 'manager' = 'administrator') {
  const { data } = await change(administrator, 'people.create', {
    name: `${email}, once`,
    email,
    role,
    approves: true,
  })
  return {
    id: data.person.id as string,
    email,
    password: data.password as string,
    caller: await signIn(base, email, data.password),
  }
}
const entriesOf = async (id: string): Promise<{ act: string; body: string }[]> =>
  sql('select act, body from audit_entries where user_id = $1 order by seq', [id])

/** What a mutation writes when it succeeds: one entry, of this act and with this in it. */
interface Writes {
  act: ActName
  input: (n: string, caller: Caller) => unknown
  holds: (n: string) => object
}

const person = async (n: string) => {
  const { data } = await change(administrator, 'people.create', {
    name: `Somebody ${n}`,
    email: `${n}@example.com`,
    role: 'auditor',
  })
  return data.person.id
}

/** A policy whose draft the manager has proposed. */
const open = async (policy: string) => {
  await made(policy)
  const { data } = await proposed(manager, { policy })
  return { policy, number: data.number as number, hash: data.hash as string }
}

const WRITES: Record<string, Writes> = {
  'audit.rotateKey': {
    act: 'key.made',
    input: () => change(administrator, 'audit.checkpoint').then(() => undefined),
    holds: () => ({ to: expect.stringMatching(/^sha256-/), details: { purpose: 'audit', endorsed: true } }),
  },
  'people.create': {
    act: 'person.added',
    input: n => ({ name: 'New', email: `new-${n}@example.com`, role: 'auditor' }),
    holds: n => ({ details: { person: { name: 'New', email: `new-${n}@example.com`, role: 'auditor' } } }),
  },
  'people.setRole': {
    act: 'person.role-changed',
    input: async n => ({ id: await person(n), role: 'manager' }),
    holds: n => ({ from: 'auditor', to: 'manager', details: { person: { name: `Somebody ${n}` } } }),
  },
  'people.remove': {
    act: 'person.removed',
    input: async n => ({ id: await person(n) }),
    holds: n => ({ details: { person: { name: `Somebody ${n}` } } }),
  },
  'people.resetPassword': {
    act: 'person.password-reset',
    input: async n => ({ id: await person(n) }),
    holds: n => ({ details: { person: { name: `Somebody ${n}` } } }),
  },
  'policies.create': {
    act: 'policy.created',
    input: n => ({ name: n, title: 'New' }),
    holds: n => ({ policy: n, to: 1 }),
  },
  'policies.remove': {
    act: 'policy.removed',
    input: async n => {
      await made(n)
      return { policy: n }
    },
    holds: n => ({ policy: n }),
  },
  'drafts.save': {
    act: 'draft.saved',
    input: async n => {
      await made(n)
      return { policy: n, revision: 1, document: smallPolicy(n) }
    },
    holds: n => ({ policy: n, from: 1, to: 2 }),
  },
  'handbooks.move': {
    act: 'draft.moved',
    input: async n => {
      const handbook = `${n}-book`
      await madeHandbook(smallHandbook(handbook))
      for (const version of [1, 2])
        await publishedHandbook({ ...smallHandbook(handbook, version), title: `Edition ${version}` })
      await made(n, takingIn(n, handbook))
      return { handbook, version: 2, policies: [{ policy: n, revision: 1 }] }
    },
    holds: n => ({ policy: n, from: 1, to: 2, details: { handbook: `${n}-book`, from: 1, to: 2 } }),
  },
  'people.setApproves': {
    act: 'person.may-approve',
    input: async n => {
      const id = await person(n)
      await change(administrator, 'people.setRole', { id, role: 'manager' })
      return { id, approves: true }
    },
    holds: n => ({ details: { person: { name: `Somebody ${n}` } } }),
  },
  'policies.setApprovalsNeeded': {
    act: 'policy.approvals-changed',
    input: async n => {
      await made(n)
      return { policy: n, needed: 3, note: 'It matters more now.' }
    },
    holds: n => ({ policy: n, from: 1, to: 3, why: 'It matters more now.' }),
  },
  'proposals.make': {
    act: 'proposal.made',
    input: async n => {
      await made(n)
      return { policy: n, revision: 1, note: 'Half \ud800 and none.' }
    },
    holds: n => ({ policy: n, to: 1, why: 'Half \ufffd and none.', details: { revision: 1 } }),
  },
  'proposals.approve': {
    act: 'proposal.approved',
    input: async n => ({ ...(await open(n)), comparedWith: null, note: 'I agree.' }),
    holds: n => ({
      policy: n,
      to: 1,
      why: 'I agree.',
      details: { comparedWith: null, approvals: 1, needed: 1 },
    }),
  },
  'proposals.takeBack': {
    act: 'approval.taken-back',
    input: async (n, caller) => {
      const { policy, number } = await open(n)
      await approved(caller, policy, number)
      return { policy, number }
    },
    holds: n => ({ policy: n, to: 1 }),
  },
  'proposals.sendBack': {
    act: 'proposal.sent-back',
    input: async n => {
      const { policy, number } = await open(n)
      return { policy, number, reason: 'Not like this.' }
    },
    holds: n => ({ policy: n, to: 1, why: 'Not like this.' }),
  },
  'proposals.withdraw': {
    act: 'proposal.withdrawn',
    input: async n => {
      const { policy, number } = await open(n)
      return { policy, number }
    },
    holds: n => ({ policy: n, to: 1 }),
  },
  'proposals.publish': {
    act: 'version.published',
    input: async n => {
      const proposal = await open(n)
      await approved(approver, n, 1)
      return { ...proposal, starts: [{ channel: 'staging', from: null }] }
    },
    holds: n => ({ policy: n, to: 1, details: { proposal: 1, starts: [{ channel: 'staging' }] } }),
  },
  'releases.release': {
    act: 'version.released',
    input: async n => {
      await published(n)
      return { policy: n, number: 1, channel: 'staging', from: null }
    },
    holds: n => ({ policy: n, to: 1, details: { channel: 'staging' } }),
  },
  'releases.callOff': {
    act: 'release.called-off',
    input: async n => {
      await published(n)
      const from = new Date(Date.now() + 86_400_000).toISOString()
      await change(manager, 'releases.release', { policy: n, number: 1, channel: 'staging', from })
      const { data } = await ask(manager, 'releases.list', { policy: n })
      return { policy: n, id: data.staging.scheduled[0].id }
    },
    holds: n => ({ policy: n, to: 1, details: { channel: 'staging' } }),
  },
  'versions.rollBack': {
    act: 'version.rolled-back',
    input: async n => {
      await published(n)
      await change(manager, 'drafts.save', { policy: n, revision: 1, document: smallPolicy(n, 'Other.') })
      await publishedAgain({ policy: n })
      return { policy: n, number: 1, channel: 'live', reason: 'It was better before.' }
    },
    holds: n => ({
      policy: n,
      from: 2,
      to: 3,
      why: 'It was better before.',
      details: { channel: 'live', republishes: 1 },
    }),
  },
  'tokens.create': {
    act: 'token.made',
    input: () => ({ name: 'A laptop', days: 30 }),
    holds: () => ({ details: { token: { name: 'A laptop' }, days: 30 } }),
  },
  'clients.create': {
    act: 'client.added',
    input: () => ({ name: 'A desk', tier: 'T1' }),
    holds: () => ({ details: { client: { name: 'A desk', tier: 'T1', channel: 'live' } } }),
  },
  'clients.revoke': {
    act: 'client.revoked',
    input: async () => ({ id: (await newClient('T1')).id }),
    holds: () => ({ details: { client: { name: 'A T1 client' } } }),
  },
}

/** Mutations that are looked at by themselves, below, since they are about the caller's own session. */
const OWN = ['auth.signIn', 'auth.signOut', 'auth.changePassword', 'tokens.revoke']
/**
 * Who has a page open is forgotten within seconds; how far somebody has looked is their own; and a checkpoint is a record
 * itself, which says only what the log's end is.
 */
const NONE = ['drafts.here', 'audit.look', 'audit.checkpoint']

const mutations = Object.entries(
  appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>,
)
  .filter(([, { _def }]) => _def.type === 'mutation')
  .map(([path]) => path)

test('every mutation is said to write an entry, or not to', () => {
  expect([...Object.keys(WRITES), ...OWN, ...NONE].sort()).toEqual(mutations.sort())
})

test.each(Object.entries(WRITES))('%s writes one entry', async (path, { act, input, holds }) => {
  const n = `log-${path.toLowerCase().replace('.', '-')}`
  const { id, caller } = await somebody(`${n}-by@example.com`)
  const given = await input(n, caller)
  const before = await entriesOf(id)
  const answer = await change(caller, path, given)
  expect(answer.status, answer.text).toBe(200)
  const written = (await entriesOf(id)).slice(before.length)
  expect(written.map(entry => entry.act)).toEqual([act])
  expect(JSON.parse(written[0]!.body)).toMatchObject({
    act,
    by: { id, name: `${n}-by@example.com, once` },
    ...holds(n),
  })
})

describe('of one’s own session', () => {
  test('signing in, changing the password and signing out write an entry each', async () => {
    const { id, email, password, caller } = await somebody('own-session@example.com')
    await change(caller, 'auth.changePassword', { current: password, next: 'something of my own' })
    const again = await signIn(base, email, 'something of my own')
    await change(again, 'auth.signOut')
    await change(again, 'auth.signOut') // the second time nothing is ended
    const acts = (await entriesOf(id)).map(({ act }) => act)
    expect(acts).toEqual(['session.opened', 'password.changed', 'session.opened', 'session.closed'])
  })
})

test('of a personal token, what is done by it says so', async () => {
  const { id, caller } = await somebody('by-token@example.com', 'manager')
  const { data } = await change(caller, 'tokens.create', { name: 'Git', days: 1 })
  await change({ base, token: data.token }, 'policies.create', { name: 'log-by-token', title: 'Pushed' })
  const [{ id: token }] = (await ask(caller, 'tokens.list')).data
  await change(caller, 'tokens.revoke', { id: token })
  const entries = (await entriesOf(id)).map(({ body }) => JSON.parse(body))
  expect(entries.map(({ act, through }) => [act, through])).toEqual([
    ['session.opened', undefined],
    ['token.made', undefined],
    ['policy.created', 'command-line'],
    ['token.revoked', undefined],
  ])
})

describe('nothing is written', () => {
  test('of what is refused', async () => {
    await published('log-refused')
    const { id, caller } = await somebody('refused@example.com', 'manager')
    const before = await entriesOf(id)
    const document = smallPolicy('log-refused')
    const refused: [string, unknown, number][] = [
      ['drafts.save', { policy: 'log-refused', revision: 7, document }, 409],
      ['policies.create', { name: 'log-refused', title: 'Again' }, 409],
      ['policies.remove', { policy: 'log-refused' }, 412],
      ['proposals.make', { policy: 'log-refused', revision: 1 }, 412],
      ['versions.rollBack', { policy: 'log-refused', number: 1, channel: 'live', reason: 'No.' }, 412],
      ['people.remove', { id }, 403],
      ['auth.changePassword', { current: 'wrong', next: 'something of my own' }, 403],
    ]
    for (const [path, input, status] of refused)
      expect((await change(caller, path, input)).status, path).toBe(status)
    expect(await entriesOf(id)).toEqual(before)
  })

  test('of what changes nothing', async () => {
    const { id, caller } = await somebody('idle@example.com')
    const client = await newClient('T1')
    const whom = await person('log-idle')
    await change(caller, 'clients.revoke', { id: client.id })
    const before = await entriesOf(id)
    await change(caller, 'clients.revoke', { id: client.id })
    await change(caller, 'people.setRole', { id: whom, role: 'auditor' })
    expect(await entriesOf(id)).toEqual(before)
  })

  test('that is a secret', async () => {
    const { email, password, caller } = await somebody('secretive@example.com')
    const { data: client } = await change(caller, 'clients.create', { name: 'Secret', tier: 'T1' })
    const { data: other } = await change(caller, 'people.create', {
      name: 'Other',
      email: 'other-secretive@example.com',
      role: 'auditor',
    })
    const [{ log }] = await sql(`select string_agg(body, ' ') as log from audit_entries`)
    expect(log).toContain(email)
    for (const secret of [password, other.password, client.token, caller.cookie!.split('=')[1]!])
      expect(log).not.toContain(secret)
    expect(log).not.toMatch(/scrypt\$|remit_|(?<!sha256-)[0-9a-f]{64}/)
  })
})

describe('the chain', () => {
  const chain = (): Promise<{ seq: number; body: string; hash: string; at: Date }[]> =>
    sql('select seq::int, body, hash, at from audit_entries order by seq')

  test('is whole after many at once wrote into it', async () => {
    const people = await Promise.all([0, 1, 2].map(n => somebody(`many-${n}@example.com`)))
    const whom = await person('log-many')
    const busy = async ({ caller }: { caller: Caller }, worker: number) => {
      for (let n = 0; n < 6; n++) {
        await change(caller, 'policies.create', { name: `log-many-${worker}-${n}`, title: 'One of many' })
        // Of those who change somebody, and of those who write meanwhile, nobody waits for the other for ever.
        const role = (n + worker) % 2 ? 'manager' : 'auditor'
        expect((await change(caller, 'people.setRole', { id: whom, role })).status).toBe(200)
        const { data } = await change(caller, 'clients.create', { name: 'One of many', tier: 'T1' })
        expect((await change(caller, 'clients.revoke', { id: data.client.id })).status).toBe(200)
      }
    }
    await Promise.all(people.map(busy))
    const entries = await chain()
    let previous: string | null = null
    for (const [i, { seq, body, hash, at }] of entries.entries()) {
      expect(seq).toBe(i + 1)
      const read = JSON.parse(body)
      expect(canonicalJson(read)).toBe(body)
      expect([read.seq, read.previous, read.at]).toEqual([seq, previous, at.toISOString()])
      expect(hash).toBe(`sha256-${sha256(body)}`)
      if (i > 0) expect(at.getTime()).toBeGreaterThanOrEqual(entries[i - 1]!.at.getTime())
      previous = hash
    }
  })

  test('begins with what was there, and the first start is in it', async () => {
    const entries = (await chain()).map(({ body }) => JSON.parse(body))
    expect(entries[0]).toMatchObject({ act: 'log.begun', by: null, details: { people: 0, policies: [] } })
    expect(entries[1]).toMatchObject({ act: 'person.added', by: null })
    expect(entries.slice(2, 8).map(({ act, policy }) => [act, policy])).toContainEqual([
      'version.published',
      'shipping-promises',
    ])
  })

  test('has a word for every act in it', async () => {
    const acts = (await sql('select distinct act from audit_entries')).map(({ act }) => act)
    for (const act of acts) expect(Object.keys(ACTS)).toContain(act)
  })
})
