import { describe, expect, test } from 'vitest'
import { RIGHTS } from '@/server/database/rights'
import { published } from './harness/published'
import { ownerSql, sql } from './harness/shared'

/** Tables of which nothing that is in them may ever change or leave, whoever asks. */
const FOR_GOOD = [
  'artifacts',
  'audit_checkpoints',
  'audit_entries',
  'draft_saves',
  'proposal_editors',
  'version_tables',
  'versions',
]
/** Tables whose rows change in a way of their own, which triggers see to, and never leave by themselves. */
const IN_THEIR_WAY = ['approvals', 'proposals', 'releases']

describe('the application’s role', () => {
  test('has rights that are listed for every table, and no others', async () => {
    const found = await ownerSql(`
      select c.relname as name, c.relkind = 'r' as is_table,
        array(
          select lower(p) from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p
          where has_table_privilege('remit_app', c.oid, p)
        ) as may,
        array(
          select attname::text from pg_attribute a
          where attrelid = c.oid and attnum > 0 and not attisdropped and has_column_privilege('remit_app', c.oid, attnum, 'UPDATE')
        ) as "update"
      from pg_class c
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')
      order by relname`)
    const listed = Object.entries(RIGHTS).map(([name, { may, update = [] }]) => ({
      name,
      may: [...may].sort(),
      update: [...update].sort(),
    }))
    expect(found.map(({ name, may, update }) => ({ name, may: may.sort(), update: update.sort() }))).toEqual(
      listed,
    )
    expect(found.filter(({ is_table }) => is_table).length).toBeGreaterThan(15)
  })

  test('owns nothing, and is nobody else', async () => {
    const [role] = await ownerSql(`
      select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as powers,
        (select count(*)::int from pg_class where relowner = r.oid) as owns,
        (select count(*)::int from pg_proc where proowner = r.oid) as functions,
        (select count(*)::int from pg_auth_members where member = r.oid) as memberships,
        has_schema_privilege('remit_app', 'public', 'CREATE') as creates,
        has_schema_privilege('remit_app', 'drizzle', 'USAGE') as migrates
      from pg_roles r where rolname = 'remit_app'`)
    expect(role).toEqual({
      powers: false,
      owns: 0,
      functions: 0,
      memberships: 0,
      creates: false,
      migrates: false,
    })
    expect(await sql('select current_user as who')).toEqual([{ who: 'remit_app' }])
  })

  test('may add, and nothing else, to what is kept for good', () => {
    for (const table of FOR_GOOD) expect(RIGHTS[table], table).toEqual({ may: ['select', 'insert'] })
    for (const table of IN_THEIR_WAY) expect(RIGHTS[table]!.may, table).not.toContain('delete')
  })
})

const everything = () =>
  ownerSql(
    `select ${[...FOR_GOOD, 'releases']
      .map(
        table =>
          `(select md5(string_agg(t::text, '' order by t::text)) from ${table} t where ${SETTLED[table] ?? 'true'}) as ${table}`,
      )
      .join(', ')}`,
  )
// Other tests add meanwhile: what is compared was there before.
const SETTLED: Record<string, string> = {
  audit_entries: 'seq <= 8',
  versions: `policy_id = (select id from policies where name = 'rights')`,
  version_tables: `version_id in (select v.id from versions v join policies p on p.id = v.policy_id where p.name = 'rights')`,
  artifacts: `body like '%"policy":"rights"%'`,
  draft_saves: `policy_id = (select id from policies where name = 'rights')`,
  releases: `policy_id = (select id from policies where name = 'rights')`,
  proposal_editors: 'false',
  audit_checkpoints: 'false',
}

const attacks = [
  ...FOR_GOOD.flatMap(table => [
    `delete from ${table}`,
    `truncate ${table} cascade`,
    `alter table ${table} disable trigger all`,
    `alter table ${table} disable trigger ${table}_never_change`,
    `drop trigger ${table}_never_change on ${table}`,
    `alter table ${table} owner to remit_app`,
    `drop table ${table} cascade`,
    `alter table ${table} rename to old_${table}`,
    `create rule hidden as on insert to ${table} do instead nothing`,
    `create trigger mine before insert on ${table} for each row execute function refuse_change()`,
    `begin; lock table ${table} in access exclusive mode`,
  ]),
  ...IN_THEIR_WAY.flatMap(table => [
    `delete from ${table}`,
    `truncate ${table} cascade`,
    `alter table ${table} disable trigger all`,
  ]),
  `update versions set document = '{}'`,
  `update version_tables set hash = hash`,
  `update artifacts set body = '{}'`,
  `update audit_entries set body = '{}'`,
  `update audit_entries set hash = hash where false`,
  `update audit_checkpoints set body = '{}'`,
  `update draft_saves set saved_by = null`,
  `update proposal_editors set user_id = user_id`,
  `update releases set version_id = version_id`,
  `update proposals set content = '{}'`,
  `update approvals set hash = ''`,
  `insert into artifacts select hash, '{}' from artifacts on conflict (hash) do update set body = '{}'`,
  `merge into versions v using policies p on p.id = v.policy_id when matched then update set note = 'x'`,
  `with gone as (delete from version_tables returning 1) select * from gone`,
  'select * from versions for update',
  `set session_replication_role = replica`,
  'set role remit',
  'set session authorization remit',
  'reassign owned by remit to remit_app',
  `create or replace function refuse_change() returns trigger language plpgsql as 'begin return old; end'`,
  'drop function refuse_change() cascade',
  'alter function link_to_chain() reset all',
  `create function public.mine() returns int language sql as 'select 1'`,
  'create table public.mine ()',
  'create view public.mine as select 1',
  'drop schema public cascade',
  'drop schema drizzle cascade',
  'select * from drizzle.__drizzle_migrations',
  'alter database remit owner to remit_app',
  'alter role remit_app superuser',
  'create role another superuser',
  `copy versions from program 'true'`,
  `copy (select 1) to '/tmp/out-of-remit'`,
  `select pg_read_file('/etc/hostname')`,
  'alter system set fsync = off',
  'delete from users',
  `update users set email = 'x'`,
  'update clients set token_hash = token_hash',
  `update sessions set user_id = user_id`,
  'update signing_keys set public_key = public_key',
  'delete from signing_keys',
]

describe('raw SQL as the application’s role', () => {
  test(`is refused whatever would change what is kept, in ${attacks.length} ways`, async () => {
    await published('rights')
    const before = await everything()
    // This is no error, and gives nothing: the rest would not be refused otherwise.
    for (const table of FOR_GOOD) await sql(`grant all on ${table} to remit_app`)
    for (const attack of attacks) {
      const refused = await sql(attack).then(
        () => 'done',
        (error: Error) => error.message,
      )
      expect(refused, attack).toMatch(/permission denied|must be owner|must be superuser|must be able to/)
    }
    expect(await everything()).toEqual(before)
  })

  test('cannot lead the triggers to other tables of the same name', async () => {
    const forged = `
      create temp table audit_entries (seq bigint, body text, hash text, at timestamptz, user_id uuid, act text, policy text);
      insert into pg_temp.audit_entries values (1000000, '{}', 'sha256-0', now(), null, 'x', null);
      with entry as (select '{"previous":"sha256-0","seq":1000001}' as body)
      insert into public.audit_entries (seq, body, hash, at, act)
        select 1000001, body, 'sha256-' || encode(sha256(convert_to(body, 'UTF8')), 'hex'), now(), 'x' from entry;`
    await expect(sql(forged)).rejects.toThrow('An entry of the audit log follows the one before it')
  })
})

describe('even for the owner of the tables', () => {
  test.each(
    [
      ...FOR_GOOD.flatMap(table => [
        `truncate ${table} cascade`,
        table === 'draft_saves' || table === 'proposal_editors' ? '' : `delete from ${table}`,
      ]),
      `update audit_entries set act = act`,
      `update audit_entries set act = act where false`,
      `update audit_checkpoints set body = body`,
      `update draft_saves set how = how`,
      `update proposal_editors set user_id = user_id`,
      `delete from draft_saves where policy_id = (select id from policies where name = 'shipping-promises')`,
      'delete from releases',
      `update releases set version_id = version_id`,
    ].filter(Boolean),
  )('triggers refuse: %s', async statement => {
    await expect(ownerSql(statement)).rejects.toThrow(/is refused: /)
  })

  const entry = (body: string, seq = '(select max(seq) + 1 from audit_entries)') => `
    with entry as (select ${seq} as seq, ${body} as body)
    insert into audit_entries (seq, body, hash, at, act)
      select seq, body, 'sha256-' || encode(sha256(convert_to(body, 'UTF8')), 'hex'), now(), 'test' from entry`
  const last = '(select hash from audit_entries order by seq desc limit 1)'
  const next = '(select max(seq) + 1 from audit_entries)'

  test.each([
    ['a gap', entry(`json_build_object('seq', ${next} + 1, 'previous', ${last})::text`, `${next} + 1`)],
    ['a number that is taken', entry(`json_build_object('seq', 1, 'previous', null)::text`, '1')],
    ['another number than in the body', entry(`json_build_object('seq', 1, 'previous', ${last})::text`)],
    ['another entry before it', entry(`json_build_object('seq', ${next}, 'previous', 'sha256-0')::text`)],
    ['none before it', entry(`json_build_object('seq', ${next})::text`)],
    [
      'another hash than its own',
      `insert into audit_entries (seq, body, hash, at, act)
         select ${next}, json_build_object('seq', ${next}, 'previous', ${last})::text, 'sha256-${'0'.repeat(64)}', now(), 'test'`,
    ],
  ])('no entry is added to the log with %s', async (_, statement) => {
    await expect(ownerSql(statement)).rejects.toThrow('An entry of the audit log follows the one before it')
  })
})
