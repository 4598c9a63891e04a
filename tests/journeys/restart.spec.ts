import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { call, expect, test } from './accounts'
import { card, chart, open, saved } from './editor-page'

const root = resolve(import.meta.dirname, '..', '..')

/** An installation of its own, beside the one under test, so that it can be killed. */
function installation(port: number) {
  const directory = mkdtempSync(join(realpathSync(tmpdir()), 'remit-restart-'))
  chmodSync(directory, 0o755) // the database may run as another user
  const base = `http://localhost:${port}`
  let running: ChildProcess | undefined
  const answers = () =>
    fetch(`${base}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    )
  const end = async (signal: NodeJS.Signals) => {
    if (!running || running.exitCode !== null || running.signalCode !== null) return
    running.kill(signal)
    await once(running, 'exit')
  }
  return {
    base,
    async start() {
      running = spawn(process.execPath, ['server/start/start.mjs'], {
        cwd: root,
        stdio: 'ignore',
        env: { ...process.env, PORT: String(port), REMIT_DATA: directory },
      })
      await expect.poll(answers, { timeout: 60_000 }).toBe(true)
    },
    kill: () => end('SIGKILL'),
    async leave() {
      await end('SIGTERM')
      rmSync(directory, { recursive: true, force: true })
    },
    password: () => readFileSync(join(directory, 'first-sign-in.txt'), 'utf8').trim(),
  }
}

test('the server is killed, stays away for ten minutes, and comes back: nothing that was drawn is lost', async ({
  browser,
}, { config }) => {
  test.setTimeout(180_000)
  const port = Number(new URL(config.projects[0]!.use.baseURL!).port) + 1
  const own = installation(port)
  try {
    await own.start()
    const context = await browser.newContext({ baseURL: own.base })
    await call(context.request, 'auth.signIn', { email: 'admin@remit.local', password: own.password() })
    const page = await context.newPage()
    await page.clock.install()
    const name = await open(page)
    await page.keyboard.press('n')
    await saved(page)

    await own.kill()
    await page.keyboard.press('n')
    await expect(page.locator('[data-save="offline"]')).toContainText('no connection')
    for (let minute = 0; minute < 10; minute++) {
      await page.clock.fastForward('01:00')
      await page.keyboard.press('n')
      await expect(page.locator('.react-flow__node')).toHaveCount(4 + minute)
    }
    await expect(page.locator('[data-save="offline"]')).toBeVisible()

    await own.start()
    await page.clock.fastForward('01:00')
    await saved(page)
    expect((await chart(page, name)).nodes).toHaveLength(13)
    await page.reload()
    await expect(card(page, 'note')).toBeVisible()
    await expect(page.locator('.react-flow__node')).toHaveCount(13)
    await expect(page.getByRole('button', { name: 'Put it back' })).toHaveCount(0)
    await context.close()
  } finally {
    await own.leave()
  }
})
