import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, buildServer, serverBundle } from './build.mjs'
import { install } from './install.mjs'
import { refusePortInUse } from './port.mjs'
import { Problem } from './progress.mjs'

/*
 * `npm start`: installs what is missing, builds what has changed, and serves Remit. Plain JavaScript without any
 * dependency, since on a fresh machine nothing is installed yet. `--dev` serves the pages by Next's development server.
 */
const root = resolve(import.meta.dirname, '..', '..')
const development = process.argv.includes('--dev')

process.chdir(root)
process.env.NEXT_TELEMETRY_DISABLED = '1'
// Signals are ours to handle: requests are finished first, and the database is left in order.
process.env.NEXT_MANUAL_SIG_HANDLE = '1'
Object.assign(process.env, { NODE_ENV: development ? 'development' : 'production' })
if (development) process.env.REMIT_DEVELOPMENT = '1'

try {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    throw new Problem(`Remit needs Node 20.19 or later; this is ${process.versions.node}.`)
  await refusePortInUse(process.env.REMIT_HOST || '127.0.0.1', Number(process.env.PORT) || 3000)
  await install(root)
  await (development ? buildServer(root) : build(root))
  await import(pathToFileURL(serverBundle(root)).href)
} catch (error) {
  const words =
    error instanceof Problem ? error.message : error instanceof Error ? error.stack : String(error)
  process.stderr.write(`\n  ${words}\n\n`)
  process.exit(1)
}
