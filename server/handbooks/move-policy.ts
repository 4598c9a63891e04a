import { and, eq, sql } from 'drizzle-orm'
import { check } from '@/compiler/compile'
import type { Finding } from '@/compiler/language/finding'
import type { SharedHandbook } from '@/compiler/language/handbook'
import type { PolicyDocument } from '@/compiler/language/policy'
import { draftSaves, drafts } from '@/drizzle/schema'
import type { PersonNamed } from '../audit/acts'
import { record } from '../audit/record'
import type { Database } from '../database/database'
import { findPolicy } from '../policies/find-policy'
import { staleDraft } from '../policies/stale-draft'
import { Refusal } from '../refusal'
import { referenceOf } from './taken-in'

/** What became of a policy that was to move to another version of its handbook. */
export type Moved =
  | { policy: string; is: 'moved'; revision: number }
  | { policy: string; is: 'not-moved'; because: string; errors: Finding[] }

interface Move {
  policy: string
  /** The draft's revision whose effects were looked at; any other is not moved. */
  revision: number
  by: PersonNamed
}

/** A document as it is with another version of the shared handbook that it takes in. */
export function withVersion(document: PolicyDocument, version: number): PolicyDocument {
  const { handbook } = document
  if (!('from' in handbook)) return document
  return { ...document, handbook: { ...handbook, from: { ...handbook.from, version } } }
}

/**
 * Saves a policy's draft with another version of its handbook. Nothing is changed where the draft is not the one that
 * was looked at, does not take the handbook in, or would have errors: what becomes of it says so.
 */
export async function movePolicy(
  database: Database,
  handbook: SharedHandbook,
  { policy: name, revision, by }: Move,
): Promise<Moved> {
  const not = (because: string, errors: Finding[] = []): Moved => ({
    policy: name,
    is: 'not-moved',
    because,
    errors,
  })
  try {
    const policy = await findPolicy(database, name)
    const seen = and(eq(drafts.policyId, policy.id), eq(drafts.revision, revision))
    const [draft] = await database.select().from(drafts).where(seen)
    if (!draft) throw await staleDraft(database, policy.id, revision)
    const reference = policy.kind === 'policy' ? referenceOf(draft.document as PolicyDocument) : null
    if (reference?.name !== handbook.name) return not('It does not take this handbook in.')
    if (reference.version === handbook.version) return not(`It takes in version ${handbook.version} already.`)
    const document = withVersion(draft.document as PolicyDocument, handbook.version)
    const errors = check(document, { handbook }).findings.filter(({ severity }) => severity === 'error')
    if (errors.length > 0)
      return not(
        errors.length === 1 ? 'It would have 1 error.' : `It would have ${errors.length} errors.`,
        errors,
      )
    return await database.transaction(async transaction => {
      const [saved] = await transaction
        .update(drafts)
        .set({ revision: sql`${drafts.revision} + 1`, document, savedAt: new Date(), savedBy: by.id })
        .where(seen)
        .returning({ revision: drafts.revision, savedAt: drafts.savedAt })
      if (!saved) throw await staleDraft(transaction, policy.id, revision)
      await transaction
        .insert(draftSaves)
        .values({ policyId: policy.id, revision: saved.revision, savedAt: saved.savedAt, savedBy: by.id })
      await record(transaction, {
        act: 'draft.moved',
        by,
        policy: name,
        from: revision,
        to: saved.revision,
        details: { handbook: handbook.name, from: reference.version, to: handbook.version },
      })
      return { policy: name, is: 'moved', revision: saved.revision }
    })
  } catch (error) {
    if (error instanceof Refusal) return not(error.message)
    throw error
  }
}
