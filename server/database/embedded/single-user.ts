import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { program } from './binaries'
import { clusterFolder, type Place } from './place'

/**
 * Runs statements, one a line, in single-user mode while no server runs: no password is needed, and nobody else is
 * there. Throws where one of them fails, or where a server runs after all.
 */
export async function runSingleUser(place: Place, statements: readonly string[]): Promise<void> {
  const flags = ['--single', '-D', clusterFolder(place), 'postgres']
  const child = spawn(program(place.binaries, 'postgres'), flags, { ...place.user, cwd: '/', stdio: 'pipe' })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += chunk))
  // It may have ended before it has read all.
  child.stdin.on('error', () => {})
  child.stdin.end(`${statements.join('\n')}\n`)
  const [code] = await once(child, 'close')
  if (code !== 0 || /ERROR|FATAL/.test(output))
    throw new Error(`The database could not be prepared: ${output}`)
}
