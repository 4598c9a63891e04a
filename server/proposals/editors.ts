import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, max } from 'drizzle-orm'
import { draftSaves, policies, proposalEditors, proposals, users, versions } from '@/drizzle/schema'
import type { PersonNamed } from '../audit/acts'
import type { Connection } from '../database/database'

/**
 * Who had a hand in a draft as of a revision: whoever saved it since what was published last, however they did, and the
 * editors of the handbook version that it takes in. By name.
 */
export async function editorsOf(
  database: Connection,
  policyId: string,
  { revision, document }: { revision: number; document: unknown },
): Promise<PersonNamed[]> {
  const [published] = await database
    .select({ revision: max(proposals.revision) })
    .from(proposals)
    .where(
      and(eq(proposals.policyId, policyId), eq(proposals.kind, 'content'), eq(proposals.outcome, 'applied')),
    )
  const saved = await database
    .selectDistinct({ id: draftSaves.savedBy })
    .from(draftSaves)
    .where(
      and(
        eq(draftSaves.policyId, policyId),
        gt(draftSaves.revision, published?.revision ?? 0),
        lte(draftSaves.revision, revision),
        isNotNull(draftSaves.savedBy),
      ),
    )
  const ids = [...saved.map(({ id }) => id!), ...(await handbookEditors(database, document))]
  return namesOf(database, ids)
}

async function handbookEditors(database: Connection, document: unknown): Promise<string[]> {
  const { handbook } = document as { handbook?: { from?: { name: string; version: number } } }
  if (!handbook?.from) return []
  const found = await database
    .select({ id: proposalEditors.userId })
    .from(versions)
    .innerJoin(policies, eq(policies.id, versions.policyId))
    .innerJoin(proposalEditors, eq(proposalEditors.proposalId, versions.proposalId))
    .where(
      and(
        eq(policies.name, handbook.from.name),
        eq(policies.kind, 'handbook'),
        eq(versions.number, handbook.from.version),
      ),
    )
  return found.map(({ id }) => id)
}

const namesOf = async (database: Connection, ids: string[]): Promise<PersonNamed[]> =>
  ids.length === 0
    ? []
    : database
        .select({ id: users.id, name: users.name })
        .from(users)
        .where(inArray(users.id, ids))
        .orderBy(asc(users.name), asc(users.id))

/** Whose hands a proposal's content went through, as it was written down when it was made. By name. */
export const editorsOfProposal = (database: Connection, proposalId: string): Promise<PersonNamed[]> =>
  database
    .select({ id: users.id, name: users.name })
    .from(proposalEditors)
    .innerJoin(users, eq(users.id, proposalEditors.userId))
    .where(eq(proposalEditors.proposalId, proposalId))
    .orderBy(asc(users.name), asc(users.id))

/** Everybody who has the right to approve. By name. */
export const approvers = (database: Connection): Promise<PersonNamed[]> =>
  database
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(eq(users.approves, true), isNull(users.removedAt)))
    .orderBy(asc(users.name), asc(users.id))
