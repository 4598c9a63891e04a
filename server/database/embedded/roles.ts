import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from './place'
import { runSingleUser } from './single-user'

/**
 * The roles of an embedded database. The owner of the tables only migrates; the application's may do what `rights.ts`
 * lists. Neither is a superuser: the superuser's password is kept nowhere.
 */
export const ROLES = {
  owner: { name: 'remit', file: 'password' },
  application: { name: 'remit_app', file: 'application-password' },
} as const
type RoleName = keyof typeof ROLES

export const DATABASE = ROLES.owner.name

const fileOf = (place: Place, role: RoleName) => join(place.folder, ROLES[role].file)

export const readPassword = (place: Place, role: RoleName) => readFileSync(fileOf(place, role), 'utf8').trim()

export function writePassword(place: Place, role: RoleName): void {
  writeFileSync(fileOf(place, role), newPassword(), { mode: 0o600, flag: 'wx' })
}

const newPassword = () => randomBytes(24).toString('base64url')

/** Makes both roles and the database of a new cluster; their passwords are written down. */
export const createRoles = (place: Place): Promise<void> => {
  const create = (role: RoleName) =>
    `CREATE ROLE ${ROLES[role].name} LOGIN PASSWORD '${readPassword(place, role)}'`
  return runSingleUser(place, [
    create('owner'),
    create('application'),
    `CREATE DATABASE ${DATABASE} OWNER ${ROLES.owner.name}`,
  ])
}

/** Whether a database is from before the application had a role of its own. */
export const lacksApplicationRole = (place: Place) => !existsSync(fileOf(place, 'application'))

/**
 * Adds the application's role to a database from before it had one, while no server runs. The password is written down
 * first and gets its name last, so that nobody who dies on the way, or comes second, does harm.
 */
export async function addApplicationRole(place: Place): Promise<void> {
  const { name } = ROLES.application
  const file = fileOf(place, 'application')
  const unfinished = `${file}.unfinished`
  try {
    writeFileSync(unfinished, newPassword(), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!existsSync(unfinished)) throw error
  }
  const password = readFileSync(unfinished, 'utf8')
  await runSingleUser(place, [
    `DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${name}') THEN CREATE ROLE ${name}; END IF; END $$`,
    `ALTER ROLE ${name} LOGIN PASSWORD '${password}'`,
  ])
  renameSync(unfinished, file)
}
