import { and, eq, sql } from 'drizzle-orm'
import type { SharedHandbook } from '@/compiler/language/handbook'
import type { PolicyDocument } from '@/compiler/language/policy'
import { drafts, policies, versions } from '@/drizzle/schema'
import type { Connection } from '../database/database'

/** A version of a shared handbook. */
export interface HandbookReference {
  name: string
  version: number
}

/** Which version of a shared handbook a document takes in; null where its handbook is its own. */
export const referenceOf = ({ handbook }: PolicyDocument): HandbookReference | null =>
  'from' in handbook ? handbook.from : null

/** A published version of a shared handbook; null where there is none. */
export async function handbookVersion(
  database: Connection,
  { name, version }: HandbookReference,
): Promise<SharedHandbook | null> {
  const [found] = await database
    .select({ document: versions.document })
    .from(versions)
    .innerJoin(policies, eq(policies.id, versions.policyId))
    .where(and(eq(policies.name, name), eq(policies.kind, 'handbook'), eq(versions.number, version)))
  return (found?.document as SharedHandbook | undefined) ?? null
}

/**
 * What a document has to be checked and compiled with: the version of the shared handbook that it names. Undefined where
 * it names none, or one that was never published; of that the compiler tells.
 */
export async function takenIn(
  database: Connection,
  document: PolicyDocument,
): Promise<SharedHandbook | undefined> {
  const reference = referenceOf(document)
  return (reference && (await handbookVersion(database, reference))) ?? undefined
}

/**
 * The same as SQL, of a draft's document, as JSON text. It is read from the text: PostgreSQL's own operators refuse some
 * legal strings that may stand elsewhere in the document. Nothing else in a document is called "from" and has a name, and
 * documents are kept without blanks between their parts.
 */
export const referenceText = sql<
  string | null
>`substring(${drafts.document}::text from '"from":(\\{[^{}]*"name":[^{}]*\\})')`

export const readReference = (text: string | null): HandbookReference | null =>
  text === null ? null : JSON.parse(text)
