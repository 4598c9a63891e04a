import { readFileSync } from 'node:fs'
import type { Download, Page } from '@playwright/test'
import { linesOf } from '@/compiler/cli/lines'
import { readCheckpoint } from '@/server/audit/checkpoint'
import { verifyExport } from '@/server/audit/verify'
import { ask, call, expect, freshName, test } from './accounts'

/** A policy that a manager made and saved three times over. */
async function savedThrice(page: Page): Promise<{ name: string; title: string }> {
  const name = freshName('audited')
  const title = `Audited ${name}`
  await call(page.request, 'policies.create', { name, title })
  const { data } = await ask(page.request, 'drafts.get', { policy: name })
  for (const revision of [1, 2, 3])
    await call(page.request, 'drafts.save', { policy: name, revision, document: data.document })
  return { name, title }
}

async function saved(page: Page, press: () => Promise<void>): Promise<string> {
  const downloading = page.waitForEvent('download')
  await press()
  const download: Download = await downloading
  return readFileSync(await download.path(), 'utf8')
}

test('an auditor finds what somebody did, and takes away what proves it', async ({ as }) => {
  const { name, title } = await savedThrice(await as('manager'))
  const page = await as('auditor')
  await page.goto('/audit')
  const log = page.getByRole('region', { name: 'The log' })
  await page
    .getByRole('searchbox', { name: 'Search the log' })
    .or(page.getByRole('textbox', { name: 'Search the log' }))
    .fill(name)
  await expect(log.getByRole('button')).toHaveCount(2)

  // Saves one after the other are told as one, and open to each of them.
  const saves = log.getByRole('button', { name: `Some manager saved revisions 2 to 4 of ${title}` })
  await expect(saves).toContainText('3 saves')
  await saves.focus()
  await page.keyboard.press('Enter')
  await expect(log.getByText('Entry before')).toHaveCount(3)
  await expect(log.getByRole('link', { name: title }).first()).toHaveAttribute(
    'href',
    `/policies/${name}/versions`,
  )
  await page.keyboard.press('Enter')
  await expect(log.getByText('Entry before')).toHaveCount(0)

  // What is shown can be narrowed, and taken away as it is.
  await page.getByRole('combobox', { name: 'Anything done' }).click()
  await page.getByRole('option', { name: 'Made a policy' }).click()
  await expect(log.getByRole('button')).toHaveCount(1)
  await expect(log.getByRole('button')).toContainText(`Some manager made the policy ${title}`)
  const pressed = async (name: string, at: number) => {
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name }).nth(at).click()
  }
  const csv = await saved(page, () => pressed('CSV, for a spreadsheet', 1))
  expect(csv.split('\r\n')).toHaveLength(3)
  expect(csv).toContain(`Some manager,made the policy ${title},policy.created,${name},`)

  await page.getByRole('button', { name: 'Make a checkpoint' }).click()
  await expect(page.getByText(/The checkpoint covers the first \d+ entries\. Download it/)).toBeVisible()
  const newest = page.getByRole('complementary', { name: 'Checkpoints' }).getByRole('listitem').first()
  await expect(newest).toContainText('by Some auditor')
  const checkpoint = await saved(page, () => newest.getByRole('link').click())
  const whole = await saved(page, () => pressed('JSON Lines, which can be verified', 0))
  const stream = async function* () {
    yield Buffer.from(whole)
  }
  const key = await page.getByText(/^sha256-[0-9a-f]{64}$/).innerText()
  expect(await verifyExport(linesOf(stream()), readCheckpoint(checkpoint)!, key)).toMatchObject({
    proved: true,
    problems: [],
  })

  await page.getByRole('button', { name: 'Show all' }).click()
  await page.getByLabel('Up to this day').fill('2020-01-01')
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible()
})

test('an auditor sees what is new until they have seen it, and what holds today', async ({ as }) => {
  const { title } = await savedThrice(await as('manager'))
  const page = await as('auditor')
  await page.goto('/overview')
  const changes = page.getByRole('region', { name: 'What is new' })
  const made = changes.getByRole('button', { name: `Some manager made the policy ${title}` })
  await expect(made).toBeVisible()
  await page.getByRole('button', { name: 'Mark as seen' }).click()
  await expect(made).toHaveCount(0)
  await page.reload()
  await expect(page.getByText(/You looked just now\./)).toBeVisible()
  await expect(made).toHaveCount(0)

  await expect(page.getByRole('heading', { name: 'Waiting for approval' })).toBeVisible()
  const guardrails = page.getByRole('region', { name: 'Which guardrails hold' })
  await expect(guardrails.getByRole('listitem').first()).toContainText('Holds: ')
  const grants = page.getByRole('region', { name: 'Who may do what: Shipping promises' })
  await expect(grants.getByRole('columnheader', { name: /^T1/ })).toBeVisible()
  await expect(grants.getByRole('row').nth(1)).toContainText(/without limit|no/)
})
