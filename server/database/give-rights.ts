import type { Client } from 'pg'
import { grantsTo } from './rights'

/** `$1` the application's role; asked as the one that is to own the tables. */
const LOOK = `
  select
    current_user as owner,
    pg_has_role($1, current_user, 'member') as same,
    exists (
      select from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
        and relowner = (select oid from pg_roles where rolname = $1)
    ) as owns`

/**
 * Whether the application's role is another than the owner of the tables, as whom this is asked, and may not act as the
 * owner. Throws with a sentence where it owns the tables although it should not.
 */
export async function isApart(owner: Client, role: string): Promise<boolean> {
  const { rows } = await owner.query<{ owner: string; same: boolean; owns: boolean }>(LOOK, [role])
  const found = rows[0]!
  if (found.same) return false
  if (found.owns)
    throw new Error(
      `The tables belong to ${role}, the role of DATABASE_URL. Give them to ${found.owner} first, as a superuser: REASSIGN OWNED BY "${role}" TO "${found.owner}".`,
    )
  return true
}

/**
 * Gives the application's role its rights, and no others, as the owner of the tables. At once: processes that work
 * meanwhile never miss a right.
 */
export async function giveRights(owner: Client, role: string): Promise<void> {
  await owner.query('begin')
  try {
    for (const statement of grantsTo(role)) await owner.query(statement)
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}
