import { asc, eq } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { check } from '@/compiler/compile'
import type { Handbook } from '@/compiler/language/handbook'
import { inForce, policies, versions } from '@/drizzle/schema'
import type { Connection } from '../database/database'

/** Whether a guardrail holds on every case that may come up; null where the compiler could not decide it. */
export interface GuardrailHeld {
  id: string
  holds: boolean | null
  /** What the compiler found, where it does not hold. */
  says: string | null
}

export interface InForceNow {
  name: string
  title: string
  number: number
  /** From when on it is in force. */
  since: string
  /** Who may do what, with what it takes in resolved; null where it cannot be read any more. */
  handbook: Handbook | null
  guardrails: GuardrailHeld[]
}

type Read = Pick<InForceNow, 'handbook' | 'guardrails'>

// A version never changes, and neither does what is found about it while this process runs.
const known = new LRUCache<string, Read>({ max: 500 })

/** What is in force on the live channel, each policy with its handbook and what was proved of its guardrails. */
export async function inForceNow(database: Connection): Promise<InForceNow[]> {
  const found = await database
    .select({
      id: inForce.versionId,
      name: policies.name,
      title: policies.title,
      number: inForce.number,
      since: inForce.since,
    })
    .from(inForce)
    .innerJoin(policies, eq(policies.id, inForce.policyId))
    .where(eq(inForce.channel, 'live'))
    .orderBy(asc(policies.title), asc(policies.name))
  const read: InForceNow[] = []
  // One after the other: each is checked by itself, and of what is known already only the names are read.
  for (const { id, since, ...each } of found)
    read.push({
      ...each,
      since: since.toISOString(),
      ...(known.get(id) ?? (await readVersion(database, id))),
    })
  return read
}

async function readVersion(database: Connection, id: string): Promise<Read> {
  const [version] = await database
    .select({ document: versions.document })
    .from(versions)
    .where(eq(versions.id, id))
  const read = examined(version!.document)
  known.set(id, read)
  return read
}

function examined(document: unknown): Read {
  const { policy, findings } = check(document)
  if (!policy) return { handbook: null, guardrails: [] }
  // What is not sound, or takes too long, is not looked at to the end.
  const decided = findings.every(({ code, severity }) => severity === 'warning' || code === 'guardrail')
  const guardrails = (policy.handbook.guardrails ?? []).map(({ id }, at): GuardrailHeld => {
    const broken = findings.find(({ code, path }) => code === 'guardrail' && Number(path?.[2]) === at)
    return { id, holds: broken ? false : decided ? true : null, says: broken?.message ?? null }
  })
  return { handbook: policy.handbook, guardrails }
}
