import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { program } from './binaries'
import { clusterFolder, type Place } from './place'
import { createRoles, writePassword } from './roles'

/**
 * Makes the database cluster where there is none. It is made beside its place and then moved there, so that a process
 * killed on the way leaves nothing half made, and of two that try at once one finds the other's.
 */
export async function createCluster(place: Place): Promise<void> {
  if (existsSync(place.folder)) return
  const half: Place = { ...place, folder: `${place.folder}.${randomBytes(4).toString('hex')}` }
  const cluster = clusterFolder(half)
  mkdirSync(half.folder, { recursive: true })
  chmodSync(half.folder, 0o711)
  mkdirSync(cluster, { mode: 0o700 })
  if (place.user) chownSync(cluster, place.user.uid, place.user.gid)
  try {
    writePassword(half, 'owner')
    writePassword(half, 'application')
    await initialise(half)
    await createRoles(half)
    renameSync(half.folder, place.folder)
  } catch (error) {
    rmSync(half.folder, { recursive: true, force: true })
    if (!existsSync(place.folder)) throw error
  }
}

async function initialise(place: Place): Promise<void> {
  const superuser = join(place.folder, 'superuser')
  writeFileSync(superuser, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (place.user) chownSync(superuser, place.user.uid, place.user.gid)
  const flags = [
    `--pgdata=${clusterFolder(place)}`,
    '--username=postgres',
    `--pwfile=${superuser}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
  ]
  try {
    await promisify(execFile)(program(place.binaries, 'initdb'), flags, { ...place.user, cwd: '/' })
  } catch (cause) {
    throw new Error(`The database could not be created in ${place.folder}: ${said(cause)}`, { cause })
  } finally {
    rmSync(superuser)
  }
}

const said = (error: unknown) => (error as { stderr?: string }).stderr?.trim() || String(error)
