import { describe, expect, test } from 'vitest'
import { appRouter } from '@/server/router'
import { ask, type Caller, change } from './harness/call'
import { madeHandbook, publishedHandbook, smallHandbook } from './harness/handbooks'
import { approved, proposed } from './harness/publish'
import { made, published, publishedAgain } from './harness/published'
import { administrator, approver, auditor, base, manager, newClient, nobody } from './harness/shared'
import { smallPolicy } from './harness/small-policy'

/** Who calls: people by role, and runtime clients by the state of their token. */
const CALLERS = [
  'nobody',
  'auditor',
  'manager',
  'approver',
  'administrator',
  'made-up session',
  'token',
  'token of a higher tier',
  'token of another policy',
  'revoked token',
] as const
type Who = (typeof CALLERS)[number]

const OK = 200
const [UNAUTHORIZED, FORBIDDEN, NOT_FOUND, UNREADY] = [401, 403, 404, 412]

const CODES: Record<number, string> = {
  [UNAUTHORIZED]: 'UNAUTHORIZED',
  [FORBIDDEN]: 'FORBIDDEN',
  [NOT_FOUND]: 'NOT_FOUND',
  [UNREADY]: 'PRECONDITION_FAILED',
}

/** What each caller is answered; a token is no session, and a session no token. */
type Expected = Record<Who, number>
const people = (
  auditor: number,
  manager: number,
  administrator: number,
  approver: number = manager,
): Expected => ({
  nobody: UNAUTHORIZED,
  auditor,
  manager,
  approver,
  administrator,
  'made-up session': UNAUTHORIZED,
  token: UNAUTHORIZED,
  'token of a higher tier': UNAUTHORIZED,
  'token of another policy': UNAUTHORIZED,
  'revoked token': UNAUTHORIZED,
})
const everybodySignedIn = people(OK, OK, OK)
const editors = people(FORBIDDEN, OK, OK)
/** An administrator has this right no more than anybody else, unless somebody gives it. */
const approvers = people(FORBIDDEN, FORBIDDEN, FORBIDDEN, OK)
const administrators = people(FORBIDDEN, FORBIDDEN, OK)
const everybody = Object.fromEntries(CALLERS.map(who => [who, OK])) as Expected
const clients = (boundElsewhere: number): Expected => ({
  ...(Object.fromEntries(CALLERS.map(who => [who, UNAUTHORIZED])) as Expected),
  token: OK,
  'token of a higher tier': OK,
  'token of another policy': boundElsewhere,
})

/** Each call makes what it needs, so that one caller’s success is not another’s failure. */
interface Case {
  expected: Expected
  /** The input for the n-th call. */
  input?: (n: number) => unknown
}

const fresh = async (n: number, publish = false) => {
  const name = `roles-${n}`
  await (publish ? published : made)(name)
  return name
}
/** A policy whose draft is proposed, by the manager. */
const open = async (n: number) => {
  const policy = await fresh(n)
  const { data } = await proposed(manager, { policy })
  return { policy, number: data.number as number, hash: data.hash as string }
}
const agreed = async (n: number) => {
  const proposal = await open(n)
  await approved(approver, proposal.policy, proposal.number)
  return proposal
}
/** A policy with version 1 in force on live, and version 2 on neither channel. */
const ahead = async (n: number) => {
  const policy = await fresh(n, true)
  const document = smallPolicy(policy, 'Other words.')
  await change(manager, 'drafts.save', { policy, revision: 1, document })
  await publishedAgain({ policy, starts: [] })
  return policy
}
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString()
const person = async (n: number) => {
  const email = `roles-${n}@example.com`
  const { data } = await change(administrator, 'people.create', { name: 'Somebody', email, role: 'auditor' })
  return data.person.id
}

const PROCEDURES: Record<string, Case> = {
  // A wrong password is all that signing in can be refused for.
  'auth.signOut': { expected: everybody },
  'auth.me': { expected: everybody },
  'auth.signIn': {
    expected: Object.fromEntries(CALLERS.map(who => [who, UNAUTHORIZED])) as Expected,
    input: n => ({ email: `stranger-${n}@example.com`, password: 'wrong' }),
  },
  // With a wrong current password, so that the shared people keep theirs.
  'auth.changePassword': {
    expected: people(FORBIDDEN, FORBIDDEN, FORBIDDEN),
    input: () => ({ current: 'wrong', next: 'long enough to pass' }),
  },
  'audit.list': { expected: everybodySignedIn, input: () => ({}) },
  'audit.choices': { expected: everybodySignedIn },
  'audit.checkpoints': { expected: everybodySignedIn },
  // It changes nothing of what is recorded.
  'audit.checkpoint': { expected: everybodySignedIn },
  'audit.overview': { expected: everybodySignedIn },
  'audit.look': { expected: everybodySignedIn, input: () => ({ seq: 1 }) },
  'audit.rotateKey': { expected: administrators },
  'people.list': { expected: administrators },
  'people.create': {
    expected: administrators,
    input: n => ({ name: 'New', email: `new-${n}@example.com`, role: 'auditor' }),
  },
  'people.setRole': {
    expected: administrators,
    input: async n => ({ id: await person(n), role: 'manager' }),
  },
  'people.setApproves': {
    expected: administrators,
    input: async n => ({ id: await person(n), approves: false }),
  },
  'people.remove': { expected: administrators, input: async n => ({ id: await person(n) }) },
  'people.resetPassword': { expected: administrators, input: async n => ({ id: await person(n) }) },
  'policies.list': { expected: everybodySignedIn },
  'policies.create': { expected: editors, input: n => ({ name: `roles-new-${n}`, title: 'New' }) },
  'policies.remove': { expected: editors, input: async n => ({ policy: await fresh(n) }) },
  'handbooks.list': { expected: everybodySignedIn },
  'handbooks.get': { expected: everybodySignedIn, input: () => ({ handbook: 'roles-handbook', version: 1 }) },
  'handbooks.takers': { expected: everybodySignedIn, input: () => ({ handbook: 'roles-handbook' }) },
  'handbooks.move': {
    expected: editors,
    input: () => ({
      handbook: 'roles-handbook',
      version: 1,
      policies: [{ policy: 'roles', revision: 1 }],
    }),
  },
  'policies.setApprovalsNeeded': {
    expected: editors,
    input: async n => ({ policy: await fresh(n), needed: 2 }),
  },
  'proposals.outlook': { expected: everybodySignedIn, input: () => ({ policy: 'roles' }) },
  'proposals.make': { expected: editors, input: async n => ({ policy: await fresh(n), revision: 1 }) },
  'proposals.list': { expected: everybodySignedIn, input: () => ({ policy: 'roles' }) },
  'proposals.get': { expected: everybodySignedIn, input: () => ({ policy: 'roles', number: 1 }) },
  'proposals.approve': {
    expected: approvers,
    input: async n => ({ ...(await open(n)), comparedWith: null }),
  },
  // Nobody has another's approval to take back.
  'proposals.takeBack': {
    expected: people(FORBIDDEN, UNREADY, UNREADY, OK),
    input: async n => {
      const { policy, number } = await agreed(n)
      return { policy, number }
    },
  },
  'proposals.sendBack': {
    expected: approvers,
    input: async n => {
      const { policy, number } = await open(n)
      return { policy, number, reason: 'Not like this.' }
    },
  },
  'proposals.withdraw': {
    expected: editors,
    input: async n => {
      const { policy, number } = await open(n)
      return { policy, number }
    },
  },
  'proposals.publish': { expected: editors, input: async n => ({ ...(await agreed(n)), starts: [] }) },
  'releases.list': { expected: everybodySignedIn, input: () => ({ policy: 'roles' }) },
  'releases.release': {
    expected: editors,
    input: async n => ({ policy: await ahead(n), number: 2, channel: 'live', from: null }),
  },
  'releases.callOff': {
    expected: editors,
    input: async n => {
      const policy = await ahead(n)
      await change(manager, 'releases.release', { policy, number: 2, channel: 'live', from: tomorrow() })
      const { data } = await ask(manager, 'releases.list', { policy })
      return { policy, id: data.live.scheduled[0].id }
    },
  },
  'drafts.get': { expected: everybodySignedIn, input: () => ({ policy: 'roles' }) },
  'drafts.save': {
    expected: editors,
    input: async n => ({ policy: await fresh(n), revision: 1, document: smallPolicy(`roles-${n}`) }),
  },
  'drafts.here': {
    expected: everybodySignedIn,
    input: () => ({ policy: 'roles', tab: '6f1f9b86-3c0a-4c0e-9a53-0d6f3f5f7a10', at: ['start'] }),
  },
  'versions.list': { expected: everybodySignedIn, input: () => ({ policy: 'roles' }) },
  'versions.get': { expected: everybodySignedIn, input: () => ({ policy: 'roles', number: 1 }) },
  'versions.asOf': {
    expected: everybodySignedIn,
    input: () => ({ policy: 'roles', channel: 'live', at: '2026-03-03T14:30:00Z' }),
  },
  'versions.table': {
    expected: everybodySignedIn,
    input: () => ({ policy: 'roles', number: 1, tier: 'T2' }),
  },
  'versions.rollBack': {
    expected: editors,
    input: async n => {
      const policy = await ahead(n)
      await change(manager, 'releases.release', { policy, number: 2, channel: 'live', from: null })
      return { policy, number: 1, channel: 'live', reason: 'It was better before.' }
    },
  },
  'clients.list': { expected: administrators },
  'clients.create': { expected: administrators, input: () => ({ name: 'New', tier: 'T1' }) },
  'clients.revoke': { expected: administrators, input: async () => ({ id: (await newClient('T1')).id }) },
  'tokens.list': { expected: everybodySignedIn },
  'tokens.create': { expected: everybodySignedIn, input: () => ({ name: 'Mine', days: 1 }) },
  'tokens.revoke': {
    expected: people(NOT_FOUND, NOT_FOUND, NOT_FOUND),
    input: () => ({ id: '6f1f9b86-3c0a-4c0e-9a53-0d6f3f5f7a10' }),
  },
  'tables.get': { expected: clients(FORBIDDEN), input: () => ({ policy: 'roles' }) },
  'tables.list': { expected: clients(OK) },
  'decisions.decide': {
    expected: clients(FORBIDDEN),
    input: () => ({ policy: 'roles', facts: { late: true } }),
  },
}

const setUp = (async () => {
  await published('roles')
  await published('roles-other')
  await madeHandbook(smallHandbook('roles-handbook'))
  await publishedHandbook(smallHandbook('roles-handbook'))
  const revoked = await newClient('T1')
  await change(administrator, 'clients.revoke', { id: revoked.id })
  const callers: Record<Who, Caller> = {
    nobody,
    auditor,
    manager,
    approver,
    administrator,
    'made-up session': { base, cookie: `remit=${'A'.repeat(43)}` },
    token: await newClient('T1'),
    'token of a higher tier': await newClient('T2'),
    'token of another policy': await newClient('T1', 'roles-other'),
    'revoked token': revoked,
  }
  return callers
})()

test('every procedure is listed here, and nothing else', () => {
  expect(Object.keys(PROCEDURES).sort()).toEqual(Object.keys(appRouter._def.procedures).sort())
})

let calls = 0

describe.each(Object.entries(PROCEDURES))('%s', (path, { expected, input }) => {
  // Signing out ends the session, which the others need.
  const who = CALLERS.filter(
    who => path !== 'auth.signOut' || !['auditor', 'manager', 'approver', 'administrator'].includes(who),
  )
  test.each(who)('as %s', async who => {
    const caller = (await setUp)[who]
    const given = await input?.(++calls)
    const type = (appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>)[path]!
      ._def.type
    const answer = await (type === 'query' ? ask : change)(caller, path, given)
    expect(answer.status, answer.text).toBe(expected[who])
    if (expected[who] !== OK) {
      expect(answer.data).toBeUndefined()
      expect(answer.error!.data.code).toBe(CODES[expected[who]])
      expect(answer.error!.message).toMatch(/^[A-Z].*\.$/s)
    }
  })
})
