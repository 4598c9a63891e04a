import { type Client, escapeIdentifier, escapeLiteral } from 'pg'

/**
 * Makes the role that a database address names, with its password, where there is none of that name: so that a new
 * database needs no preparing. Does nothing where the owner may not make roles; connecting then says what is wrong.
 */
export async function makeRole(owner: Client, address: string): Promise<void> {
  const { username, password } = new URL(address)
  const role = decodeURIComponent(username)
  const { rows } = await owner.query<{ missing: boolean }>(
    `select not exists (select from pg_roles where rolname = $1) as missing
     from pg_roles where rolname = current_user and (rolcreaterole or rolsuper)`,
    [role],
  )
  if (!role || !rows[0]?.missing) return
  const secret = password ? ` password ${escapeLiteral(decodeURIComponent(password))}` : ''
  await owner.query(`create role ${escapeIdentifier(role)} login${secret}`)
}
