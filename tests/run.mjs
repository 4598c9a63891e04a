import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from '../server/start/build.mjs'
import { install } from '../server/start/install.mjs'
import { playwrightCounts, vitestCounts } from './run/counts.mjs'
import { stage } from './run/stage.mjs'

/*
 * `npm test`: installs what is missing, the browser included, and runs every check and every test. The last line says
 * how many passed and failed; a check, such as that of the types, counts as one.
 */
const root = resolve(import.meta.dirname, '..')
const reports = join(root, '.build', 'reports')
const bin = (/** @type {string} */ name) => join(root, 'node_modules', '.bin', name)

let passed = 0
let failed = 0

/**
 * One check. Where `counts` is given, it says how many tests there were; a check that fails without a failed test, or
 * comes to no test at all, is one failure by itself.
 * @param {string} title @param {() => Promise<boolean>} work @param {() => import('./run/counts.mjs').Counts} [counts]
 */
async function check(title, work, counts) {
  console.log(`\n── ${title}`)
  const ok = await work().catch(error => {
    console.error(error instanceof Error ? error.message : error)
    return false
  })
  const found = counts?.() ?? { passed: ok ? 1 : 0, failed: 0 }
  passed += found.passed
  failed += found.failed
  if (!ok && found.failed === 0) failed++
  if (ok && found.passed === 0) failed++
}

process.chdir(root)
process.env.NEXT_TELEMETRY_DISABLED = '1'
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const data = join(realpathSync(tmpdir()), 'remit-journeys-')

try {
  await install(root)
  await check('Format and lint', () => stage(root, bin('biome'), ['check', '.']))
  await check(
    'Types',
    async () =>
      (await stage(root, bin('next'), ['typegen'])) && (await stage(root, bin('tsc'), ['--noEmit'])),
  )
  const units = join(reports, 'vitest.json')
  await check(
    'Compiler, editor, server and house',
    () =>
      stage(root, bin('vitest'), [
        'run',
        '--config=tests/vitest.config.ts',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${units}`,
      ]),
    () => vitestCounts(units),
  )
  await check('Build', () => build(root).then(() => true))
  const journeys = join(reports, 'playwright.json')
  const directory = mkdtempSync(data)
  chmodSync(directory, 0o755) // the database may run as another user
  await check(
    'Journeys in a browser',
    async () => {
      const { installBrowser } = await import('./run/browser.mjs')
      installBrowser()
      return stage(root, bin('playwright'), ['test', '--config=tests/playwright.config.ts'], {
        REMIT_JOURNEYS_DATA: directory,
        PLAYWRIGHT_JSON_OUTPUT_FILE: journeys,
      })
    },
    () => playwrightCounts(journeys),
  )
  rmSync(directory, { recursive: true, force: true })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  failed++
}

console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
