import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

/*
 * `npm run full [-- PATH…]`: the laws of the compiler over as many cases as are promised, instead of the few of an
 * everyday run; it takes the better part of an hour. REMIT_FULL=3 tries three times as many, REMIT_SEED the same again.
 */
const root = resolve(import.meta.dirname, '..')
const laws = ['laws', 'fuzz', 'judges'].map(folder => `tests/compiler/${folder}`)
const paths = process.argv.length > 2 ? process.argv.slice(2) : laws
const vitest = resolve(root, 'node_modules/vitest/vitest.mjs')
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--config=tests/vitest.config.ts', '--project=pure', ...paths],
  { cwd: root, stdio: 'inherit', env: { ...process.env, REMIT_FULL: process.env.REMIT_FULL ?? '1' } },
)
process.exitCode = status ?? 1
