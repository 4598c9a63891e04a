import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

/*
 * `npm run full [-- PATH…]`: the laws over as many cases as are promised, instead of the few of an everyday run: those of
 * the compiler, which take the better part of an hour, and then 10,000 workflows from draft to force and 300 servers
 * killed while they publish, which take some hours. REMIT_FULL=3 tries three times as many of the compiler's,
 * REMIT_WORKFLOWS and REMIT_KILLS say how many of the others, REMIT_SEED the same again.
 */
const root = resolve(import.meta.dirname, '..')
const vitest = resolve(root, 'node_modules/vitest/vitest.mjs')
const laws = ['laws', 'fuzz', 'judges'].map(folder => `tests/compiler/${folder}`)
const server = ['tests/server/workflows.test.ts', 'tests/server/killed.test.ts']
const paths = process.argv.slice(2)
const isServer = (/** @type {string} */ path) => path.includes('tests/server')

/** @param {string} project @param {string[]} of */
function run(project, of) {
  if (of.length === 0) return 0
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'run', '--config=tests/vitest.config.ts', `--project=${project}`, ...of],
    {
      cwd: root,
      stdio: 'inherit',
      env: { REMIT_FULL: '1', REMIT_WORKFLOWS: '10000', REMIT_KILLS: '300', ...process.env },
    },
  )
  return status ?? 1
}

const compiler = run('pure', paths.length > 0 ? paths.filter(path => !isServer(path)) : laws)
const force = run('server', paths.length > 0 ? paths.filter(isServer) : server)
process.exitCode = compiler || force
