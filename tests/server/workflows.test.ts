import { TRPCError } from '@trpc/server'
import { eq } from 'drizzle-orm'
import { afterAll, expect, inject, test } from 'vitest'
import { users } from '@/drizzle/schema'
import { createPool, databaseOn } from '@/server/database/database'
import { Refusal } from '@/server/refusal'
import { smallPolicy } from './harness/small-policy'
import { ACTS, type ActName, callerOf, type Known, OFTEN, type Person, whoDoes } from './workflows/acts'
import { type Dice, dice } from './workflows/dice'
import { judgeInForce } from './workflows/in-force'
import { type Census, judge } from './workflows/judge'

/** How many random workflows; the full run has 10,000. */
const WORKFLOWS = Number(process.env.REMIT_WORKFLOWS ?? 16)
const SEED = Number(process.env.REMIT_SEED ?? Math.floor(Math.random() * 2 ** 31))
/** Workflows that go on at once, on policies of their own, each with several people at once. */
const WORKERS = 3

const pool = createPool(inject('databaseUrl'))
const database = databaseOn(pool)
afterAll(() => pool.end())

/** Five people: three who may approve, one manager who may not, and an administrator. */
async function somePeople(worker: number): Promise<Person[]> {
  const people = [0, 1, 2, 3, 4].map(n => ({
    name: `Person ${n} of ${worker}`,
    email: `workflows-${SEED}-${worker}-${n}@example.com`,
    role: n === 4 ? ('administrator' as const) : ('manager' as const),
    approves: n < 3,
    password: '',
  }))
  const made = await database.insert(users).values(people).returning()
  return made.map(({ id, name }) => {
    // Looked up each time, as a session is: rights hold from the next call on.
    const me = async () => {
      const [found] = await database.select().from(users).where(eq(users.id, id))
      return { ...found!, by: 'session' as const }
    }
    return { id, name, may: callerOf({ database, pool }, me) }
  })
}

const DECK = (Object.keys(OFTEN) as ActName[]).flatMap(act => Array<ActName>(OFTEN[act]).fill(act))

interface Told {
  refused: Map<string, number>
  census: Census
}

async function workflow(name: string, people: Person[], dice: Dice, told: Told): Promise<void> {
  const administrator = people[4]!
  const document = smallPolicy(name)
  await people[0]!.may.policies.create({ name, title: 'A small policy', document })
  const saved = new Map([[1, { document: JSON.stringify(document), by: people[0]!.id }]])
  const known: Known = { policy: name, people, administrator, proposals: [], versions: [], saved }
  const rights = new Map(people.map(({ id }, n) => [id, n < 3]))

  const act = async (which: ActName) => {
    try {
      await ACTS[which](known, whoDoes(which, people, dice), dice)
    } catch (error) {
      // Only what Remit refuses on purpose, in words of its own, is a refusal: anything else is a fault.
      if (!(error instanceof TRPCError) || !(error instanceof Refusal)) throw error
      const key = `${which}: ${error.message.replaceAll(/\d+/g, 'n').replaceAll(/n \w+ n, n:n UTC/g, 'then')}`
      told.refused.set(key, (told.refused.get(key) ?? 0) + 1)
    }
  }
  for (let round = dice.int(16, 28); round > 0; round--)
    await Promise.all(Array.from({ length: dice.int(1, 4) }, () => act(dice.pick(DECK))))
  // Somebody loses the right while their approvals stand, and those count no more.
  if (dice.chance(20)) {
    const loses = people[dice.int(0, 2)]!
    await administrator.may.people.setApproves({ id: loses.id, approves: false })
    const without = new Map(rights).set(loses.id, false)
    await judge(pool, known, rights, told.census)
    for (let round = 3; round > 0; round--) await act(dice.pick(['approve', 'publish', 'publish']))
    // Approvals of before were given by right; what is published from here on has to have others.
    await judgePublishedSince(known, without)
    await administrator.may.people.setApproves({ id: loses.id, approves: true })
  } else await judge(pool, known, rights, told.census)
  await judgeInForce(database, pool, name)
}

/** Of the newest version, if it came of a proposal: as many as were needed agree who have the right now. */
async function judgePublishedSince(known: Known, rights: Map<string, boolean>) {
  const { rows } = await pool.query(
    `select a.user_id, p.approvals_needed from versions v join policies p on p.id = v.policy_id
     join approvals a on a.proposal_id = v.proposal_id and a.taken_back_at is null
     where p.name = $1 and v.published_at > (select max(at) from audit_entries where act = 'person.may-not-approve')`,
    [known.policy],
  )
  if (rows.length === 0) return
  expect(rows.filter(({ user_id }) => rights.get(user_id)).length).toBeGreaterThanOrEqual(
    rows[0].approvals_needed,
  )
}

test(`four eyes, numbers without gaps, one version in force: ${WORKFLOWS} workflows, seed ${SEED}`, {
  timeout: 120_000 + WORKFLOWS * 2_000,
}, async () => {
  const told: Told = { refused: new Map(), census: {} }
  let next = 0
  const work = async (worker: number) => {
    const people = await somePeople(worker)
    for (let n = next++; n < WORKFLOWS; n = next++) {
      const name = `workflow-${SEED}-${n}`
      await workflow(name, people, dice(SEED + n), told).catch(error => {
        throw new Error(`workflow ${n} of seed ${SEED}: ${error.message}`, { cause: error })
      })
    }
  }
  await Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(worker)))
  if (process.env.REMIT_CENSUS) console.log(told.census, told.refused)
  // A law about nothing would hold as well; what is rare is looked for where there are many.
  const often = ['draft.saved', 'proposal.made', 'proposal.approved', 'version.published']
  const rare = ['version.rolled-back', 'version.released', 'policy.approvals-changed', 'approval.taken-back']
  for (const act of WORKFLOWS < 200 ? often : [...often, ...rare])
    expect(told.census[act] ?? 0, act).toBeGreaterThan(0)
  const refused = [...told.refused.keys()]
  expect(refused).toContain('approve: You edited this: somebody else has to approve it.')
  expect(refused).toContain('publish: One more approval is needed.')
  if (WORKFLOWS >= 200)
    expect(refused).toContain('approve: This is not the content that you were shown. Look at it again.')
})
