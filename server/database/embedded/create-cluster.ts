import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { program } from './binaries'
import type { Place } from './place'

/** The application's role and its database. The role is no superuser: the superuser's password is kept nowhere. */
export const ROLE = 'remit'

export const clusterFolder = (place: Place) => join(place.folder, 'cluster')
const passwordFile = (folder: string) => join(folder, 'password')

export const readPassword = (place: Place) => readFileSync(passwordFile(place.folder), 'utf8').trim()

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
    const password = randomBytes(24).toString('base64url')
    writeFileSync(passwordFile(half.folder), password, { mode: 0o600 })
    await initialise(half)
    await createDatabase(half, password)
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

/** In single-user mode, before the server was ever started: no password is needed, and nobody else is there. */
async function createDatabase(place: Place, password: string): Promise<void> {
  const flags = ['--single', '-D', clusterFolder(place), 'postgres']
  const child = spawn(program(place.binaries, 'postgres'), flags, { ...place.user, cwd: '/', stdio: 'pipe' })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += chunk))
  child.stdin.end(`CREATE ROLE ${ROLE} LOGIN PASSWORD '${password}'\nCREATE DATABASE ${ROLE} OWNER ${ROLE}\n`)
  const [code] = await once(child, 'close')
  if (code !== 0 || /ERROR|FATAL/.test(output))
    throw new Error(`The database could not be created: ${output}`)
}

const said = (error: unknown) => (error as { stderr?: string }).stderr?.trim() || String(error)
