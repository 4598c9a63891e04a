import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Binaries, copyBinaries, findBinaries } from './binaries'
import { canReach, findSystemUser, type SystemUser } from './system-user'

/** Where one installation's database is, and who runs it. */
export interface Place {
  /** Holds the cluster, its port and its passwords. */
  folder: string
  binaries: Binaries
  user: SystemUser | null
  /** A sentence where the database is not in the data directory. */
  notice?: string
}

/** Where PostgreSQL keeps its files. */
export const clusterFolder = (place: Place) => join(place.folder, 'cluster')

/** For what root's database server could not reach in the data directory or in the repository. */
const ELSEWHERE = '/var/lib/remit'
const POINTER = 'database-is-at'

/** Decides where the database of a data directory is. The decision is written down there, and kept. */
export function findPlace(dataDirectory: string): Place {
  mkdirSync(dataDirectory, { recursive: true })
  const user = findSystemUser()
  const found = findBinaries()
  const binaries = user && !canReach(user, found.folder) ? copyBinaries(found, ELSEWHERE) : found
  const pointer = join(dataDirectory, POINTER)
  if (!existsSync(pointer)) {
    if (!user || canReach(user, dataDirectory))
      return { folder: join(dataDirectory, 'database'), binaries, user }
    try {
      // Random, not derived from the path: whoever deletes a data directory starts afresh.
      writeFileSync(pointer, join(ELSEWHERE, randomBytes(6).toString('hex')), { flag: 'wx' })
    } catch (error) {
      if (!existsSync(pointer)) throw error // else another process was quicker
    }
  }
  const folder = readFileSync(pointer, 'utf8').trim()
  mkdirSync(ELSEWHERE, { recursive: true, mode: 0o755 })
  return {
    folder,
    binaries,
    user,
    notice: `The database is kept in ${folder}: PostgreSQL, which does not run as root, could not reach ${dataDirectory}.`,
  }
}
