import type { Channel } from '@/drizzle/schema'
import { openDatabase, type Where } from '../database/open-database'
import { readSettings } from '../settings'
import { createClient } from './create-client'

/**
 * A new token for a runtime client of this installation, for the command line: joins the database where it runs, else
 * starts it for as long as this takes. Throws with a sentence for the person who asked.
 */
export async function issueToken(
  { tier, channel = 'live', policy }: { tier: string; channel?: Channel; policy?: string },
  settings: Where = readSettings(),
): Promise<string> {
  const { database, close } = await openDatabase(settings)
  try {
    const made = await database.transaction(transaction =>
      createClient(transaction, {
        name: 'Command line',
        tier,
        channel,
        policy: policy ?? null,
        by: null,
        through: 'command-line',
      }),
    )
    return made.token
  } finally {
    await close()
  }
}
