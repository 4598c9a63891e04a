import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Role, users } from '@/drizzle/schema'
import { personAdded } from '../audit/named'
import { record } from '../audit/record'
import { hashPassword, randomPassword } from '../auth/password'
import { randomToken } from '../auth/token'
import type { Database, Transaction } from '../database/database'
import { log } from '../log'
import { createPolicy } from '../policies/create-policy'
import { wellFormed } from '../policies/well-formed'
import { Refusal } from '../refusal'
import { root } from '../root'
import { insertClient } from '../tokens/create-client'
import { publishSample } from '../versions/publish-sample'
import { type Kept, keep } from './kept-file'

/**
 * The first people: what one of them draws and proposes, the other approves, so that one person can try both on one
 * machine.
 */
export const FIRST_PEOPLE = {
  'first-sign-in': {
    name: 'Administrator',
    email: 'admin@remit.local',
    role: 'administrator',
    approves: false,
  },
  'first-approver': { name: 'Approver', email: 'approver@remit.local', role: 'manager', approves: true },
} as const satisfies Partial<Record<Kept, { name: string; email: string; role: Role; approves: boolean }>>
export type FirstPerson = keyof typeof FIRST_PEOPLE
/** The tier of the demonstration's token: the front line of the samples. */
const FRONT_LINE = 'T1'

/**
 * On the first start of a database: two people, the sample policies, and a token to try them with. All of it or
 * nothing. The secrets are written down before they hold, so that no moment of death leaves one that nobody knows.
 */
export async function seed(database: Database, dataDirectory: string): Promise<void> {
  const [anybody] = await database.select({ id: users.id }).from(users).limit(1)
  if (anybody) return
  mkdirSync(dataDirectory, { recursive: true })
  const people = await Promise.all(
    Object.entries(FIRST_PEOPLE).map(async ([file, person]) => {
      const password = randomPassword()
      keep(dataDirectory, file as FirstPerson, password)
      return { ...person, password: await hashPassword(password) }
    }),
  )
  const token = randomToken()
  keep(dataDirectory, 'demonstration-token', token)

  await database.transaction(async transaction => {
    for (const person of people) {
      const [made] = await transaction.insert(users).values(person).returning()
      const details = { person: personAdded(made!) }
      await record(transaction, { act: 'person.added', by: null, details })
    }
    for (const document of readSamples()) {
      await createPolicy(transaction, document, null)
      await publish(transaction, document.name)
    }
    await insertClient(transaction, {
      name: 'Demonstration',
      tier: FRONT_LINE,
      channel: 'live',
      policy: null,
      policyId: null,
      token,
      by: null,
    })
  })
}

/** The policies of `server/seed`, by file name. */
function readSamples() {
  const folder = join(root, 'server', 'seed')
  return readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .sort()
    .map(file => {
      const document = JSON.parse(readFileSync(join(folder, file), 'utf8'))
      return wellFormed(document, document.name)
    })
}

/** A sample that cannot be published stays a draft: that is a mistake of ours, and no reason not to start. */
async function publish(transaction: Transaction, policy: string): Promise<void> {
  try {
    await publishSample(transaction, policy, 'A sample of what Remit does.')
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const findings = error.details.findings?.map(({ message }) => message)
    log.error({ policy, findings }, 'a sample cannot be published')
  }
}
