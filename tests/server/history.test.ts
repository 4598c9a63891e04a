import { expect, test } from 'vitest'
import { ask } from './harness/call'
import { published } from './harness/published'
import { auditor, ownerSql } from './harness/shared'

/** More than two pages of them. */
const VERSIONS = 130
const POLICY = 'long-history'

/** Version 1 again and again: each proposed, approved and published, as the procedures do it, but in the database itself. */
const GROW = `
do $$
declare
	first versions; proposal uuid; version uuid; drew uuid; agrees uuid;
begin
	select v.* from versions v join policies p on p.id = v.policy_id where p.name = '${POLICY}' into first;
	select proposed_by from proposals where id = first.proposal_id into drew;
	select user_id from approvals where proposal_id = first.proposal_id into agrees;
	for n in 2..${VERSIONS} loop
		insert into proposals (policy_id, number, kind, revision, content, hash, findings, note, proposed_by)
			values (first.policy_id, n, 'content', 1, first.document, first.hash, '[]', 'Note ' || n, drew) returning id into proposal;
		insert into proposal_editors (proposal_id, user_id) values (proposal, drew);
		insert into approvals (proposal_id, user_id, hash) values (proposal, agrees, first.hash);
		insert into versions (policy_id, number, document, hash, proposal_id, note, published_at, published_by)
			values (first.policy_id, n, first.document, first.hash, proposal, 'Note ' || n, clock_timestamp(), drew) returning id into version;
		insert into version_tables (version_id, tier, place, hash, rows)
			select version, tier, place, hash, rows from version_tables where version_id = first.id;
		insert into releases (policy_id, channel, version_id, "from", made_by)
			select first.policy_id, channel, version, clock_timestamp(), drew from unnest(array['staging', 'live']) channel;
		update proposals set outcome = 'applied', closed_at = clock_timestamp(), closed_by = drew where id = proposal;
	end loop;
end $$`

test('a long history is read page by page, each version once, and what was in force then is found in it', async () => {
  await published(POLICY)
  await ownerSql(GROW)
  const pages: { number: number; note: string | null; approvedBy: string[]; retired: boolean }[][] = []
  for (;;) {
    const before = pages.at(-1)?.at(-1)?.number
    const { data } = await ask(auditor, 'versions.list', { policy: POLICY, before })
    if (data.length === 0) break
    pages.push(data)
  }
  expect(pages).toHaveLength(Math.ceil(VERSIONS / 50))
  const all = pages.flat()
  expect(all.map(({ number }) => number)).toEqual(Array.from({ length: VERSIONS }, (_, n) => VERSIONS - n))
  for (const { number, approvedBy, retired } of all)
    expect([approvedBy, retired], `version ${number}`).toEqual([['The approver'], number < VERSIONS])
  const { data: whole } = await ask(auditor, 'versions.list', { policy: POLICY, limit: 1000 })
  expect(whole).toEqual(all)

  // Several may begin within the millisecond to which moments are told.
  const moments = await ownerSql(
    `select date_trunc('milliseconds', r."from") + interval '1 millisecond' as at,
       (select max(w.number) from releases o join versions w on w.id = o.version_id
        where o.policy_id = r.policy_id and o.channel = 'live'
          and o."from" <= date_trunc('milliseconds', r."from") + interval '1 millisecond') as then
     from releases r join versions v on v.id = r.version_id join policies p on p.id = r.policy_id
     where p.name = $1 and r.channel = 'live' and v.number in (1, $2, $3) order by v.number`,
    [POLICY, Math.ceil(VERSIONS / 2), VERSIONS],
  )
  expect(moments).toHaveLength(3)
  for (const { at, then } of moments) {
    const { data } = await ask(auditor, 'versions.asOf', {
      policy: POLICY,
      channel: 'live',
      at: at.toISOString(),
    })
    expect(data.version.number).toBe(then)
  }
})
