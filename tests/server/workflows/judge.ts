import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type pg from 'pg'
import { expect } from 'vitest'
import type { Known } from './acts'

interface Entry {
  act: string
  by: { id: string }
  from?: number
  to: number
  // biome-ignore lint/suspicious/noExplicitAny: the details of acts of every kind
  details: any
}

interface Proposal {
  revision: number | null
  approvalsNeeded: number | null
  hash: string
  editors: Set<string>
  approvedBy: Set<string>
  open: boolean
}

/** Counts what happened, so that a law about nothing does not pass for one that holds. */
export interface Census {
  [act: string]: number
}

/**
 * Follows a policy's history in the audit log from act to act, as if there were nothing but this page, and says where it
 * went on in a way that it must not: what the product keeps is then compared with what came out here. People's right to
 * approve is as `rights` has it; it is changed only while nothing else happens.
 */
export async function judge(pool: pg.Pool, known: Known, rights: Map<string, boolean>, census: Census) {
  const rows = async (text: string, values: unknown[]) => (await pool.query(text, values)).rows
  const log: Entry[] = (
    await rows('select body from audit_entries where policy = $1 order by seq', [known.policy])
  ).map(({ body }) => JSON.parse(body))
  const proposals = new Map<number, Proposal>()
  const documents = new Map<number, string>()
  const may = new Map(rights)
  let needed = 1
  let revision = 0
  let applied = 0
  let versions = 0

  for (const { act, by, from, to, details } of log) {
    census[act] = (census[act] ?? 0) + 1
    const proposal = proposals.get(to)
    switch (act) {
      case 'policy.created':
      case 'draft.saved':
        expect(to, 'revisions have no gaps').toBe(revision + 1)
        revision = to
        break
      case 'proposal.made': {
        expect(to, 'proposals have no gaps').toBe(proposals.size + 1)
        const content = details.approvalsNeeded === undefined
        for (const other of proposals.values())
          if ((other.approvalsNeeded === null) === content) other.open = false
        const editors = new Set([by.id])
        if (content) {
          for (const [at, save] of known.saved)
            if (at > applied && at <= details.revision) editors.add(save.by)
          expect(details.hash).toBe(hashOf(known.saved.get(details.revision)!.document))
        }
        expect(new Set(details.editors), 'everybody who had a hand in it').toEqual(editors)
        proposals.set(to, {
          revision: content ? details.revision : null,
          approvalsNeeded: content ? null : details.approvalsNeeded,
          hash: details.hash,
          editors,
          approvedBy: new Set(),
          open: true,
        })
        break
      }
      case 'proposal.approved':
        expect(proposal!.open, 'only what is open is approved').toBe(true)
        expect(proposal!.editors, 'nobody approves what they had a hand in').not.toContain(by.id)
        expect(proposal!.approvedBy, 'nobody approves twice').not.toContain(by.id)
        expect(may.get(by.id), 'approving is a right').toBe(true)
        expect(details.hash, 'an approval is for that content').toBe(proposal!.hash)
        proposal!.approvedBy.add(by.id)
        break
      case 'approval.taken-back':
        expect(proposal!.approvedBy).toContain(by.id)
        proposal!.approvedBy.delete(by.id)
        break
      case 'proposal.sent-back':
        expect(proposal!.editors, 'whoever had a hand in it does not send it back').not.toContain(by.id)
        expect(proposal!.open).toBe(true)
        proposal!.open = false
        break
      case 'proposal.withdrawn':
        expect(proposal!.open).toBe(true)
        proposal!.open = false
        break
      case 'policy.approvals-changed': {
        if (to < from!) {
          const lowering = [...proposals.values()].find(p => p.open && p.approvalsNeeded === to)
          expect(lowering, 'fewer approvals were proposed').toBeDefined()
          expect(enough(lowering!, may, needed), 'and approved under the old number').toBe(true)
          lowering!.open = false
        }
        expect(from).toBe(needed)
        needed = to
        break
      }
      case 'version.published': {
        const of = proposals.get(details.proposal)!
        expect(of.open, 'only what is open is published').toBe(true)
        expect(enough(of, may, needed), 'never with fewer approvals than are needed').toBe(true)
        expect(details.hash).toBe(of.hash)
        expect(to, 'versions have no gaps').toBe(++versions)
        documents.set(to, known.saved.get(of.revision!)!.document)
        of.open = false
        applied = of.revision!
        break
      }
      case 'version.rolled-back':
        expect(to, 'versions have no gaps').toBe(++versions)
        documents.set(to, documents.get(details.republishes)!)
        break
      case 'version.released':
      case 'release.called-off':
        break
      default:
        throw new Error(`nobody expected ${act}`)
    }
  }
  await compareVersions(rows, known.policy, documents)
  await compareEditors(rows, known.policy, proposals)
}

const enough = ({ approvedBy }: Proposal, may: Map<string, boolean>, needed: number) =>
  [...approvedBy].filter(id => may.get(id)).length >= needed

const hashOf = (document: string) =>
  `sha256-${createHash('sha256')
    .update(canonicalize(JSON.parse(document))!)
    .digest('hex')}`

type Rows = (text: string, values: unknown[]) => Promise<Record<string, unknown>[]>

/** What is published is what was approved, byte for byte, with the tables of its own. */
async function compareVersions(rows: Rows, policy: string, documents: Map<number, string>) {
  const kept = await rows(
    `select v.number, v.document::text as document, v.hash, v.republishes,
       (select string_agg(t.tier || t.hash, ' ' order by t.place) from version_tables t where t.version_id = v.id) as tables
     from versions v join policies p on p.id = v.policy_id where p.name = $1 order by v.number`,
    [policy],
  )
  expect(kept.map(({ number }) => number)).toEqual(
    [...documents.keys()].sort((a, b) => Number(a) - Number(b)),
  )
  for (const { number, document, hash, republishes, tables } of kept) {
    expect(document, `version ${number} is what was approved`).toBe(documents.get(number as number))
    expect(hash).toBe(hashOf(document as string))
    expect(tables).toBeTruthy()
    if (republishes === null) continue
    expect(tables, 'going back is going back to the same tables').toBe(
      kept.find(version => version.number === republishes)!.tables,
    )
  }
}

/** In what is kept, too, nobody who approved is among the editors, taken back or not. */
async function compareEditors(rows: Rows, policy: string, proposals: Map<number, Proposal>) {
  const kept = await rows(
    `select pr.number, array(select user_id::text from proposal_editors e where e.proposal_id = pr.id) as editors,
       array(select user_id::text from approvals a where a.proposal_id = pr.id) as approvers
     from proposals pr join policies p on p.id = pr.policy_id where p.name = $1`,
    [policy],
  )
  expect(kept).toHaveLength(proposals.size)
  for (const { number, editors, approvers } of kept) {
    const own = proposals.get(number as number)!.editors
    expect(new Set(editors as string[])).toEqual(own)
    for (const approver of approvers as string[]) expect(own).not.toContain(approver)
  }
}
