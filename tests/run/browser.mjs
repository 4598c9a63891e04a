import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

/** The browser that journeys run in: the one named, Playwright's own, or Debian's; null where there is none. */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named) return named
  return [chromium.executablePath(), '/usr/bin/chromium'].find(path => existsSync(path)) ?? null
}

/** Installs a browser where there is none: Debian's by apt where this is root, else Playwright's. */
export function installBrowser() {
  if (findBrowser()) return
  const run = (/** @type {string} */ program, /** @type {string[]} */ args) =>
    spawnSync(program, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const retries = ['-o', 'Acquire::Retries=5', '-o', 'Acquire::http::Timeout=60', '-q']
    run('apt-get', [...retries, 'update'])
    if (run('apt-get', [...retries, 'install', '-y', '--no-install-recommends', 'chromium'])) return
  }
  run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'])
  if (!findBrowser())
    throw new Error('There is no browser for the journeys. Set CHROMIUM_PATH to a Chromium.')
}
