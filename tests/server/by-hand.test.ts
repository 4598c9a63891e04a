import { beforeAll, expect, test } from 'vitest'
import { ask, change } from './harness/call'
import { approved, proposed } from './harness/publish'
import { made, published } from './harness/published'
import { approver, manager, ownerSql, sql } from './harness/shared'
import { smallPolicy } from './harness/small-policy'

// What the procedures refuse, the database refuses as well: not only to the application's role, but to the owner of the
// tables, who has every right to them.

const POLICY = 'by-hand'
const of = `(select id from policies where name = '${POLICY}')`
/** Proposal 1 is published; 2 waits, drawn by the manager and approved by nobody. */
const proposal = (number: number) =>
  `(select id from proposals where policy_id = ${of} and number = ${number})`
const approves = `(select id from users where email = 'approver@example.com')`

beforeAll(async () => {
  await published(POLICY)
  const document = smallPolicy(POLICY, 'Two.')
  await change(manager, 'drafts.save', { policy: POLICY, revision: 1, document })
  await proposed(manager, { policy: POLICY })
  await change(manager, 'policies.setApprovalsNeeded', { policy: POLICY, needed: 2 })
  await made('by-hand-approved')
  await proposed(manager, { policy: 'by-hand-approved' })
  await approved(approver, 'by-hand-approved', 1)
  await made('by-hand-drawn')
})

const insertVersion = (columns: Record<string, string>) =>
  `insert into versions (${Object.keys(columns).join(', ')}) values (${Object.values(columns).join(', ')})`
const enough = `(select pr.id from proposals pr join policies p on p.id = pr.policy_id where p.name = 'by-hand-approved')`
const ofEnough = (column: string) => `(select ${column} from proposals where id = ${enough})`
const publishes = {
  policy_id: ofEnough('policy_id'),
  number: '1',
  document: ofEnough('content'),
  hash: ofEnough('hash'),
  proposal_id: enough,
}
const again = {
  policy_id: of,
  number: '2',
  document: `(select document from versions where policy_id = ${of} and number = 1)`,
  hash: `(select hash from versions where policy_id = ${of} and number = 1)`,
  republishes: '1',
}

const STATEMENTS: Record<string, string> = {
  'a version that nobody approved': insertVersion({
    policy_id: of,
    number: '2',
    document: `(select content from proposals where id = ${proposal(2)})`,
    hash: `(select hash from proposals where id = ${proposal(2)})`,
    proposal_id: proposal(2),
  }),
  'a version of other content than what was approved': insertVersion({ ...publishes, document: `'{}'` }),
  'a version of another hash': insertVersion({ ...publishes, hash: `'sha256-0'` }),
  'a version of another policy’s proposal': insertVersion({ ...publishes, policy_id: of, number: '2' }),
  'a version that leaves a gap': insertVersion({ ...publishes, number: '2' }),
  'an older version with other content': insertVersion({ ...again, document: `'{}'` }),
  'an older version with another hash': insertVersion({ ...again, hash: `'sha256-0'` }),
  'a version again that there never was': insertVersion({ ...again, republishes: '7' }),
  'a sample of what people drew': insertVersion({
    policy_id: `(select id from policies where name = 'by-hand-drawn')`,
    number: '1',
    document: `'{}'`,
    hash: `'sha256-0'`,
  }),
  'an approval by an editor': `insert into approvals (proposal_id, user_id, hash)
    select id, proposed_by, hash from proposals where id = ${proposal(2)}`,
  'an approval of another hash': `insert into approvals (proposal_id, user_id, hash) values (${proposal(2)}, ${approves}, 'sha256-0')`,
  'an approval of what is closed': `insert into approvals (proposal_id, user_id, hash)
    select id, ${approves}, hash from proposals where id = ${proposal(1)}`,
  'another hash on an approval': `update approvals set hash = 'sha256-0'`,
  'an approval given back': 'update approvals set taken_back_at = null',
  'an approval of what is closed, taken back': `update approvals set taken_back_at = now() where proposal_id = ${proposal(1)}`,
  'approvals deleted': `delete from approvals where proposal_id = ${proposal(1)}`,
  'approvals truncated': 'truncate approvals',
  'other content in a proposal': `update proposals set content = '{}' where id = ${proposal(2)}`,
  'another hash on a proposal': `update proposals set hash = 'sha256-0' where id = ${proposal(2)}`,
  'a proposal opened again': `update proposals set outcome = null, closed_at = null where id = ${proposal(1)}`,
  'a proposal deleted': `delete from proposals where id = ${proposal(2)}`,
  'proposals truncated': 'truncate proposals cascade',
  'an editor forgotten': `delete from proposal_editors where proposal_id = ${proposal(2)}`,
  'an editor made somebody else': `update proposal_editors set user_id = ${approves}`,
  'editors truncated': 'truncate proposal_editors',
  'a save forgotten': `delete from draft_saves where policy_id = ${of}`,
  'a save made somebody else’s': `update draft_saves set saved_by = ${approves}`,
  'saves truncated': 'truncate draft_saves',
  'fewer approvals that nobody approved': `update policies set approvals_needed = 1 where id = ${of}`,
  'a release in the past': `insert into releases (policy_id, channel, version_id, "from", made_at)
    select policy_id, 'live', id, now() - interval '1 day', now() - interval '1 day' from versions where policy_id = ${of}`,
  'a release from before it was made': `insert into releases (policy_id, channel, version_id, "from")
    select policy_id, 'live', id, now() - interval '1 second' from versions where policy_id = ${of}`,
  'a release of another policy’s version': `insert into releases (policy_id, channel, version_id, "from")
    select ${of}, 'live', id, now() + interval '1 day' from versions where policy_id <> ${of} limit 1`,
  'a release on no channel': `insert into releases (policy_id, channel, version_id, "from")
    select policy_id, 'production', id, now() from versions where policy_id = ${of}`,
  'a release moved': `update releases set "from" = now() + interval '1 day'`,
  'a release called off that is in force': `update releases set called_off_at = now() where policy_id = ${of}`,
  'a release deleted': 'delete from releases',
  'releases truncated': 'truncate releases',
  'an auditor who approves': `update users set approves = true where role = 'auditor'`,
}

const REFUSED = /is refused|had a hand|An approval is for|violates (check|foreign key) constraint/
const ALSO = new RegExp(`permission denied|${REFUSED.source}`)

test.each(Object.entries(STATEMENTS))('%s: refused', async (_, statement) => {
  const everything = () =>
    sql(`select (select count(*) from versions) v, (select count(*) from releases) r,
      (select md5(string_agg(a::text, '' order by a.id)) from approvals a) a,
      (select md5(string_agg(p::text, '' order by p.id)) from proposals p) p,
      (select md5(string_agg(e::text, '' order by e::text)) from proposal_editors e) e`)
  const before = await everything()
  await expect(ownerSql(statement)).rejects.toThrow(REFUSED)
  await expect(sql(statement)).rejects.toThrow(ALSO)
  expect(await everything()).toEqual(before)
})

test('what was approved is let in, so that it is the content that is looked at', async () => {
  const { data } = await ask(manager, 'proposals.get', { policy: 'by-hand-approved', number: 1 })
  expect(data.standing).toBe(1)
  const kept = await sql(`begin; ${insertVersion(publishes)}; rollback`)
  expect(kept).toBeUndefined()
})
