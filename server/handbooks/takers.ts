import { asc, eq, sql } from 'drizzle-orm'
import type { SharedHandbook } from '@/compiler/language/handbook'
import type { PolicyDocument } from '@/compiler/language/policy'
import { drafts, policies } from '@/drizzle/schema'
import type { Connection } from '../database/database'
import { handbookVersion, readReference, referenceText } from './taken-in'

/** A policy whose draft takes in a handbook. */
export interface Taker {
  name: string
  title: string
  revision: number
  document: PolicyDocument
  /** The version of the handbook that it takes in, and that version; null where it was never published. */
  version: number
  handbook: SharedHandbook | null
}

/** Every policy whose draft takes in a version of this handbook, by title. */
export async function takersOf(database: Connection, handbook: string): Promise<Taker[]> {
  const found = await database
    .select({
      name: policies.name,
      title: policies.title,
      revision: drafts.revision,
      document: drafts.document,
      reference: referenceText,
    })
    .from(policies)
    .innerJoin(drafts, eq(drafts.policyId, policies.id))
    .where(sql`${referenceText} like ${`%"name":"${handbook}"%`}`)
    .orderBy(asc(policies.title), asc(policies.name))
  const known = new Map<number, Promise<SharedHandbook | null>>()
  const version = (number: number) => {
    const one = known.get(number) ?? handbookVersion(database, { name: handbook, version: number })
    known.set(number, one)
    return one
  }
  return Promise.all(
    found.map(async ({ name, title, revision, document, reference }) => {
      const taken = readReference(reference)!.version
      return {
        name,
        title,
        revision,
        document: document as PolicyDocument,
        version: taken,
        handbook: await version(taken),
      }
    }),
  )
}
