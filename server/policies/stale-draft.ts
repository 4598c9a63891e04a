import { eq } from 'drizzle-orm'
import { drafts, users } from '@/drizzle/schema'
import type { Connection } from '../database/database'
import { Refusal } from '../refusal'

/** The refusal of a save, or of publishing, that did not see the newest draft: it says who saved in between. */
export async function staleDraft(database: Connection, policyId: string, seen: number): Promise<Refusal> {
  const [draft] = await database
    .select({ revision: drafts.revision, savedAt: drafts.savedAt, savedBy: users.name })
    .from(drafts)
    .leftJoin(users, eq(users.id, drafts.savedBy))
    .where(eq(drafts.policyId, policyId))
  if (!draft) return new Refusal('not-found', 'The policy was removed in the meantime.')
  const { revision, savedAt, savedBy } = draft
  return new Refusal(
    'conflict',
    `${savedBy ?? 'Somebody'} saved revision ${revision} of this draft in the meantime; you have revision ${seen}. Nothing was changed.`,
    { conflict: { revision, savedAt: savedAt.toISOString(), savedBy } },
  )
}
