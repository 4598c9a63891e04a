import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a running server writes into its data directory (PostgreSQL's miscadmin.h, LOCK_FILE_LINE_*). */
export interface Postmaster {
  pid: number
  port: number
  ready: boolean
}

const FILE = 'postmaster.pid'
export const postmasterFile = (cluster: string) => join(cluster, FILE)

/** Null where no server runs, or it has not yet said on which port. */
export function readPostmaster(cluster: string): Postmaster | null {
  const lines = readLines(cluster)
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!pid || !port || !runs(pid)) return null
  return { pid, port, ready: lines[7]?.trim() === 'ready' }
}

/** Whether the file was left behind by a server that is no more. */
export function isLeftover(cluster: string): boolean {
  const pid = Number(readLines(cluster)[0])
  return pid > 0 && !runs(pid)
}

function readLines(cluster: string): string[] {
  try {
    return readFileSync(postmasterFile(cluster), 'utf8').split('\n')
  } catch {
    return []
  }
}

/**
 * Whether a PostgreSQL runs under this number. After a reboot, or in a new container, the number may be somebody
 * else's, and PostgreSQL itself would then refuse to start for its sake: on Linux the process says what it is.
 */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  try {
    const [, name, state] = /^\d+ \((.*)\) (.)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))!
    return name === 'postgres' && state !== 'Z'
  } catch {
    return true
  }
}
