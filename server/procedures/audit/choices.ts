import { asc, eq, isNotNull } from 'drizzle-orm'
import { auditEntries, policies, users } from '@/drizzle/schema'
import { ACTS, type ActName } from '../../audit/acts'
import { signedIn } from '../../trpc/access'

/** What the log can be filtered by: what is in it. */
export interface AuditChoices {
  people: { id: string; name: string }[]
  acts: { act: ActName; label: string }[]
  policies: { name: string; title: string }[]
}

export const choices = signedIn.query(async ({ ctx: { database } }): Promise<AuditChoices> => {
  const people = await database
    .selectDistinct({ id: users.id, name: users.name })
    .from(auditEntries)
    .innerJoin(users, eq(users.id, auditEntries.userId))
    .orderBy(asc(users.name), asc(users.id))
  const acts = await database.selectDistinct({ act: auditEntries.act }).from(auditEntries)
  const about = await database
    .selectDistinct({ name: auditEntries.policy, title: policies.title })
    .from(auditEntries)
    .leftJoin(policies, eq(policies.name, auditEntries.policy))
    .where(isNotNull(auditEntries.policy))
  const known = acts.flatMap(({ act }) => (Object.hasOwn(ACTS, act) ? [act as ActName] : []))
  return {
    people,
    acts: known
      .map(act => ({ act, label: ACTS[act].label }))
      .sort((a, b) => a.label.localeCompare(b.label, 'en')),
    policies: about
      .map(({ name, title }) => ({ name: name!, title: title ?? name! }))
      .sort((a, b) => a.title.localeCompare(b.title, 'en')),
  }
})
