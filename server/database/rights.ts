import { escapeIdentifier } from 'pg'

type Right = 'select' | 'insert' | 'delete'

/** What the application's role may do with a table: of `update`, in which columns. */
interface Rights {
  may: readonly Right[]
  update?: readonly string[]
}

const ADDED: Rights = { may: ['select', 'insert'] }

/**
 * The rights of the application's role: everything that it may do in the database, and no more. The tables belong to
 * another role, so that it can neither change what is kept for good nor take away the triggers that guard it.
 */
export const RIGHTS: Readonly<Record<string, Rights>> = {
  approvals: { may: ['select', 'insert'], update: ['taken_back_at'] },
  artifacts: ADDED,
  audit_checkpoints: ADDED,
  audit_entries: ADDED,
  audit_looks: { may: ['select', 'insert'], update: ['seq', 'looked_at'] },
  clients: { may: ['select', 'insert'], update: ['last_used_at', 'revoked_at'] },
  draft_saves: ADDED,
  drafts: { may: ['select', 'insert'], update: ['revision', 'document', 'saved_at', 'saved_by'] },
  in_force: { may: ['select'] },
  personal_tokens: { may: ['select', 'insert'], update: ['last_used_at', 'revoked_at'] },
  // What was never published leaves with its policy: what refers to it goes by itself.
  policies: { may: ['select', 'insert', 'delete'], update: ['title', 'approvals_needed'] },
  presence: { may: ['select', 'insert', 'delete'], update: ['at', 'seen_at'] },
  proposal_editors: ADDED,
  proposals: { may: ['select', 'insert'], update: ['closed_at', 'closed_by', 'outcome', 'reason'] },
  releases: { may: ['select', 'insert'], update: ['called_off_at', 'called_off_by'] },
  sessions: { may: ['select', 'insert', 'delete'] },
  signing_keys: { may: ['select', 'insert'], update: ['retired_at'] },
  users: { may: ['select', 'insert'], update: ['role', 'approves', 'password', 'removed_at'] },
  version_tables: ADDED,
  versions: ADDED,
}

/** Statements, for the owner of the tables, that give a role these rights and take every other from it. */
export function grantsTo(role: string): string[] {
  const to = escapeIdentifier(role)
  return [
    `revoke all on schema public from ${to}`,
    `grant usage on schema public to ${to}`,
    `revoke all on all tables in schema public from ${to}`,
    `revoke all on all sequences in schema public from ${to}`,
    ...Object.entries(RIGHTS).flatMap(([table, { may, update = [] }]) => {
      const columns = update.length > 0 ? [`update (${update.map(escapeIdentifier).join(', ')})`] : []
      return `grant ${[...may, ...columns].join(', ')} on ${escapeIdentifier(table)} to ${to}`
    }),
  ]
}
