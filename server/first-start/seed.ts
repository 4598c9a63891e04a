import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { users } from '@/drizzle/schema'
import type { PersonNamed } from '../audit/acts'
import { personAdded } from '../audit/named'
import { record } from '../audit/record'
import { hashPassword, randomPassword } from '../auth/password'
import { randomToken } from '../auth/token'
import type { Database } from '../database/database'
import { log } from '../log'
import { createPolicy } from '../policies/create-policy'
import { publish } from '../policies/publish'
import { wellFormed } from '../policies/well-formed'
import { Refusal } from '../refusal'
import { root } from '../root'
import { insertClient } from '../tokens/create-client'
import { keep } from './kept-file'

export const FIRST_EMAIL = 'admin@remit.local'
/** The tier of the demonstration's token: the front line of the samples. */
const FRONT_LINE = 'T1'

/**
 * On the first start of a database: an administrator, the sample policies, and a token to try them with. All of it or
 * nothing. The secrets are written down before they hold, so that no moment of death leaves one that nobody knows.
 */
export async function seed(database: Database, dataDirectory: string): Promise<void> {
  const [anybody] = await database.select({ id: users.id }).from(users).limit(1)
  if (anybody) return
  mkdirSync(dataDirectory, { recursive: true })
  const password = randomPassword()
  const token = randomToken()
  keep(dataDirectory, 'first-sign-in', password)
  keep(dataDirectory, 'demonstration-token', token)
  const hashed = await hashPassword(password)

  await database.transaction(async transaction => {
    const [administrator] = await transaction
      .insert(users)
      .values({ name: 'Administrator', email: FIRST_EMAIL, role: 'administrator', password: hashed })
      .returning()
    const person = personAdded(administrator!)
    await record(transaction, { act: 'person.added', by: null, details: { person } })
    for (const document of readSamples()) {
      await createPolicy(transaction, document, administrator!)
      await publishSample(transaction, document.name, administrator!)
    }
    await insertClient(transaction, {
      name: 'Demonstration',
      tier: FRONT_LINE,
      policy: null,
      policyId: null,
      token,
      by: administrator!,
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
async function publishSample(
  database: Parameters<typeof publish>[0],
  policy: string,
  by: PersonNamed,
): Promise<void> {
  try {
    await publish(database, { policy, revision: 1, note: 'A sample of what Remit does.', by })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const findings = error.details.findings?.map(({ message }) => message)
    log.error({ policy, findings }, 'a sample cannot be published')
  }
}
