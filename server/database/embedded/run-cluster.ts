import { execFile } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { program } from './binaries'
import { clusterFolder, type Place } from './place'
import { isLeftover, type Postmaster, postmasterFile, readPostmaster } from './postmaster'
import { addApplicationRole, lacksApplicationRole } from './roles'

const run = promisify(execFile)
const ATTEMPTS = 12
const PATIENCE = 60_000 // recovery after a crash may take its time

/** Starts the server, or finds the one that runs: left behind by a killed process, or another Remit's. */
export async function startCluster(place: Place): Promise<Postmaster> {
  const cluster = clusterFolder(place)
  const end = Date.now() + PATIENCE
  const failures: unknown[] = []
  while (Date.now() < end) {
    const running = readPostmaster(cluster)
    if (running?.ready) return running
    if (running) {
      await sleep(20)
      continue
    }
    if (isLeftover(cluster)) rmSync(postmasterFile(cluster), { force: true })
    const failure: unknown = await launch(place).catch(error => error)
    if (!failure) continue
    failures.push(failure)
    if (failures.length === ATTEMPTS) break
    // Of two that start at once PostgreSQL's own lock refuses one, which then finds the other's server. And where a
    // server was killed, what it left running takes a moment to notice.
    await sleep(250)
  }
  const log = readLog(place)
  throw new Error(`The database in ${place.folder} did not start.${log && ` Its log ends:\n${log}`}`, {
    cause: failures.at(-1),
  })
}

async function launch(place: Place): Promise<void> {
  if (lacksApplicationRole(place)) await addApplicationRole(place)
  const port = await freePort(keptPort(place))
  writeFileSync(portFile(place), String(port))
  // Nothing but loopback, no socket file; fsync stays on, which is PostgreSQL's default.
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=`
  const cluster = clusterFolder(place)
  const flags = ['start', '-w', '-s', '-D', cluster, '-l', logFile(place), '-o', options]
  await run(program(place.binaries, 'pg_ctl'), flags, { ...place.user, cwd: '/' })
}

/** Stops the server and waits until it has. `fast`: clients are cut off, what was committed is written. */
export async function stopCluster(place: Place): Promise<void> {
  const flags = ['stop', '-w', '-s', '-D', clusterFolder(place), '-m', 'fast']
  await run(program(place.binaries, 'pg_ctl'), flags, { ...place.user, cwd: '/' })
}

const portFile = (place: Place) => join(place.folder, 'port')
const logFile = (place: Place) => join(clusterFolder(place), 'server.log')

function keptPort(place: Place): number {
  try {
    return Number(readFileSync(portFile(place), 'utf8')) || 0
  } catch {
    return 0
  }
}

/** The port asked for if it is free, else any that is. */
async function freePort(wanted: number): Promise<number> {
  for (const port of [wanted, 0]) {
    const got = await new Promise<number | null>(resolve => {
      const server = createServer()
      server.once('error', () => resolve(null))
      server.listen(port, '127.0.0.1', () => {
        const address = server.address()
        server.close(() => resolve(typeof address === 'object' && address ? address.port : null))
      })
    })
    if (got) return got
  }
  throw new Error('No port is free on 127.0.0.1.')
}

function readLog(place: Place): string {
  try {
    return readFileSync(logFile(place), 'utf8').trim().split('\n').slice(-5).join('\n')
  } catch {
    return ''
  }
}
