import { chmodSync, mkdtempSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { defineConfig } from '@playwright/test'
import { findBrowser } from './run/browser.mjs'

const root = resolve(import.meta.dirname, '..')
const port = Number(process.env.REMIT_JOURNEYS_PORT || 3917)
const baseURL = `http://localhost:${port}`

// Read once by the runner and again by each worker, which finds in its environment what the runner has set.
process.env.REMIT_JOURNEYS_DATA ||= freshDirectory()
process.env.REMIT_DATA = process.env.REMIT_JOURNEYS_DATA

function freshDirectory() {
  const directory = mkdtempSync(join(realpathSync(tmpdir()), 'remit-journeys-'))
  chmodSync(directory, 0o755) // the database may run as another user
  return directory
}

/** Journeys through the real product: built, served as `npm start` serves it, on a fresh data directory. */
export default defineConfig({
  testDir: './journeys',
  outputDir: join(root, 'test-results'),
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE
    ? [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE }]]
    : [['list']],
  use: {
    baseURL,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    launchOptions: { executablePath: findBrowser() ?? undefined },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: 'exec node server/start/start.mjs',
    cwd: root,
    // Answers only once the database does.
    url: `${baseURL}/api/health`,
    timeout: 240_000,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    env: { PORT: String(port), REMIT_DATA: process.env.REMIT_DATA },
  },
})
