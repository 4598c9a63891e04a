import { and, eq, max, sql } from 'drizzle-orm'
import type { Artifact } from '@/compiler/runtime/artifact'
import { canonicalJson } from '@/compiler/runtime/canonical-json'
import { artifacts, drafts, inForce, releases, versions, versionTables } from '@/drizzle/schema'
import type { PersonNamed } from '../audit/acts'
import { record } from '../audit/record'
import type { Connection, Database } from '../database/database'
import { type Publishable, publishable } from '../handbooks/publishable'
import { Refusal } from '../refusal'
import { findPolicy } from './find-policy'
import { staleDraft } from './stale-draft'
import type { TableSummary } from './tables-of'
import type { DraftDocument } from './well-formed'

export interface Publish {
  policy: string
  /** The draft's revision that is published; any other is refused. */
  revision: number
  note: string | null
  by: PersonNamed | null
}

/**
 * Compiles a draft and makes it the policy's next version, which is in force from then on: whole, or not at all.
 * Compiling may take its time, and is done before anything is locked; that is sound because a revision never changes.
 */
export async function publish(
  database: Database,
  { policy: name, revision, note, by }: Publish,
): Promise<{ number: number; tables: TableSummary[] }> {
  const policy = await findPolicy(database, name)
  const seen = and(eq(drafts.policyId, policy.id), eq(drafts.revision, revision))
  const [draft] = await database.select().from(drafts).where(seen)
  if (!draft) throw await staleDraft(database, policy.id, revision)
  const document = draft.document as DraftDocument
  const next = await nextNumber(database, policy.id)
  const made = await publishable(database, policy.kind, document, next)
  const tables = tablesOf(made)

  return database.transaction(async transaction => {
    // From here to the end nobody else saves or publishes this policy, so that numbers have no gaps.
    const [locked] = await transaction
      .select({ revision: drafts.revision })
      .from(drafts)
      .where(seen)
      .for('update')
    if (!locked) throw await staleDraft(transaction, policy.id, revision)
    await refuseUnchanged(transaction, policy.id)
    const number = await nextNumber(transaction, policy.id)
    if (number !== next)
      throw new Refusal('conflict', `Version ${next} was published in the meantime. Nothing was changed.`)
    const [version] = await transaction
      .insert(versions)
      .values({
        policyId: policy.id,
        number,
        document: made.content,
        takesIn: made.takesIn,
        note,
        publishedBy: by?.id,
      })
      .returning({ id: versions.id })
    // What runtime clients are given are policies; a handbook is in force with those that take it in.
    if (policy.kind === 'policy')
      await transaction.execute(sql`
      insert into ${releases} (policy_id, channel, version_id, "from", made_at, made_by)
      select ${policy.id}, 'live', ${version!.id}, at, at, ${by?.id ?? null} from (select clock_timestamp() as at) as moment`)
    for (const { hash, body } of tables) {
      await transaction.insert(artifacts).values({ hash, body }).onConflictDoNothing()
    }
    if (tables.length > 0)
      await transaction
        .insert(versionTables)
        .values(
          tables.map(({ tier, hash, rows }, place) => ({ versionId: version!.id, tier, place, hash, rows })),
        )
    await record(transaction, {
      act: 'version.published',
      by,
      policy: name,
      from: number > 1 ? number - 1 : null,
      to: number,
      why: note,
      details: { revision },
    })
    return { number, tables: tables.map(({ tier, hash, rows }) => ({ tier, hash, rows })) }
  })
}

/** The tables as they are kept: the bytes that clients are given. */
const tablesOf = ({ tables }: Publishable) =>
  tables.map(({ tier, artifact }) => ({
    tier,
    hash: artifact.hash,
    rows: countRows(artifact),
    body: canonicalJson(artifact),
  }))

const countRows = (artifact: Artifact) => artifact.tables.reduce((sum, table) => sum + table.rows.length, 0)

async function refuseUnchanged(database: Connection, policyId: string): Promise<void> {
  const [same] = await database
    .select({ number: inForce.number })
    .from(inForce)
    .innerJoin(versions, eq(versions.id, inForce.versionId))
    .innerJoin(drafts, eq(drafts.policyId, inForce.policyId))
    .where(
      and(
        eq(inForce.policyId, policyId),
        eq(inForce.channel, 'live'),
        sql`${versions.document}::text = ${drafts.document}::text`,
      ),
    )
  if (same)
    throw new Refusal('not-ready', `Nothing has changed since version ${same.number}, which is in force.`)
}

async function nextNumber(database: Connection, policyId: string): Promise<number> {
  const [last] = await database
    .select({ number: max(versions.number) })
    .from(versions)
    .where(eq(versions.policyId, policyId))
  return (last?.number ?? 0) + 1
}
