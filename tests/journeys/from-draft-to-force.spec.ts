import type { Page } from '@playwright/test'
import { ask, call, expect, freshName, test } from './accounts'
import { DONE, policy } from './editor-page'

// What the main journey does not come by: sending back, two channels, a moment to come, calling off, going back to an
// older version, and how many have to approve.

test.use({ actionTimeout: 15_000 })

const part = (say: string) => ({
  nodes: [{ ...DONE, say }],
  edges: [{ id: 'e1', from: 'start', to: 'done' }],
})

/** Saves these words, and proposes them. */
async function proposed(page: Page, name: string, words: string): Promise<void> {
  const { data } = await ask(page.request, 'drafts.get', { policy: name })
  const document = policy(name, part(words))
  const saved = await call(page.request, 'drafts.save', { policy: name, revision: data.revision, document })
  const { message } = await call(page.request, 'proposals.make', {
    policy: name,
    revision: saved.data.revision,
    note: words,
  })
  expect(message).toBeUndefined()
}

const decide = (page: Page) => page.getByRole('region', { name: 'Decide' })
const channel = (page: Page, which: 'live' | 'staging') =>
  page.getByRole('region', { name: new RegExp(`^${which}`) })
const row = (page: Page, version: number) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: `Version ${version}`, exact: true }) })

async function pick(page: Page, version: number, item: string): Promise<void> {
  await row(page, version)
    .getByRole('button', { name: `More about version ${version}` })
    .click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('from draft to force: sent back, tried out, put in force, called off, rolled back', async ({ as }) => {
  test.setTimeout(180_000)
  const page = await as('manager')
  const approver = await as('approver')
  const name = freshName('force')
  await call(page.request, 'policies.create', { name, title: 'Force', document: policy(name, part('One.')) })
  const approve = async (number: number) => {
    await approver.goto(`/policies/${name}/proposals/${number}`)
    await decide(approver).getByRole('button', { name: 'Approve', exact: true }).click()
    await expect(decide(approver)).toContainText('It is approved, and can be published now.')
  }

  await test.step('whoever does not agree says why, and the next proposal begins anew', async () => {
    await proposed(page, name, 'Too harsh.')
    await approver.goto('/')
    await approver.getByRole('link', { name: 'Proposal 1 waits for 1 approval' }).last().click()
    await decide(approver).getByRole('button', { name: 'Send back…' }).click()
    const dialog = approver.getByRole('dialog', { name: 'Send proposal 1 back' })
    await dialog.getByRole('button', { name: 'Send it back' }).click()
    await expect(dialog).toContainText('Say why')
    await dialog.getByLabel('What has to change?').fill('Nobody may be spoken to like that.')
    await dialog.getByRole('button', { name: 'Send it back' }).click()
    await expect(approver.getByText('“Nobody may be spoken to like that.”')).toBeVisible()
    await expect(approver.getByRole('list', { name: 'From draft to force' })).toContainText('sent back by')
  })

  await test.step('an approval is taken back for as long as nothing came of it', async () => {
    await proposed(page, name, 'Two.')
    await approve(2)
    await decide(approver).getByRole('button', { name: 'Take my approval back' }).click()
    await expect(approver.getByText('taken back')).toBeVisible()
    await decide(approver).getByRole('button', { name: 'Approve', exact: true }).click()
    await expect(decide(approver)).toContainText('It is approved, and can be published now.')
  })

  await test.step('published where it can be tried out, and then put in force', async () => {
    await page.goto(`/policies/${name}/proposals/2`)
    await decide(page).getByRole('button', { name: 'Publish…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Publish version 1' })
    await dialog.getByRole('checkbox', { name: 'live' }).uncheck()
    await dialog.getByRole('button', { name: 'Publish version 1' }).click()
    const steps = page.getByRole('list', { name: 'From draft to force' })
    await expect(steps).toContainText('staging since')
    await page.goto(`/policies/${name}/versions`)
    await expect(channel(page, 'staging')).toContainText('Version 1')
    await expect(channel(page, 'live')).toContainText('Nothing is in force.')
    await pick(page, 1, 'Put in force…')
    await page.getByRole('button', { name: 'Put in force', exact: true }).click()
    await expect(channel(page, 'live')).toContainText('Version 1')
    await expect(row(page, 1)).toContainText('in force on live')
  })

  await test.step('from a moment on, which is called off', async () => {
    await proposed(page, name, 'Three.')
    await approve(3)
    await page.goto(`/policies/${name}/proposals/3`)
    await decide(page).getByRole('button', { name: 'Publish…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Publish version 2' })
    const when = dialog.getByRole('radiogroup', { name: 'When on live' })
    await when.getByRole('radio', { name: 'From a moment on' }).check()
    await dialog.getByLabel('In force on live from').fill('2020-01-01T09:00')
    await dialog.getByRole('button', { name: 'Publish version 2' }).click()
    await expect(dialog).toContainText('Choose a moment that is still to come.')
    await dialog.getByLabel('In force on live from').fill('2099-01-01T09:00')
    await dialog.getByRole('button', { name: 'Publish version 2' }).click()
    await expect(page.getByRole('list', { name: 'From draft to force' })).toContainText(
      /live from 1 Jan 2099/,
    )
    await page.goto(`/policies/${name}/versions`)
    await expect(row(page, 2)).toContainText('to come on live')
    await page.getByRole('button', { name: 'Call off version 2 on live' }).click()
    await page.getByRole('button', { name: 'Call it off' }).click()
    await expect(page.getByText('Version 2 does not come in force on live.')).toBeVisible()
    await expect(row(page, 2)).not.toContainText('to come')
  })

  await test.step('rolled back in one step, with a reason', async () => {
    await pick(page, 1, 'Roll back to it…')
    const dialog = page.getByRole('dialog', { name: 'Roll back to version 1' })
    await dialog.getByRole('button', { name: 'Roll back to version 1' }).click()
    await expect(dialog).toContainText('Say why')
    await dialog.getByLabel('Why?').fill('It confused people.')
    await dialog.getByRole('button', { name: 'Roll back to version 1' }).click()
    await expect(row(page, 3)).toContainText('Back to version 1.')
    await expect(row(page, 3)).toContainText('It confused people.')
    await expect(row(page, 2)).toContainText('rolled back')
    const { data } = await ask(page.request, 'releases.list', { policy: name })
    expect([data.staging.inForce.number, data.live.inForce.number]).toEqual([3, 1])
  })

  await test.step('more approvals hold at once, fewer have to be approved themselves', async () => {
    const change = async (needed: string, button: string) => {
      await page.getByRole('button', { name: 'Change…' }).click()
      const dialog = page.getByRole('dialog', { name: 'How many have to approve' })
      await dialog.getByLabel('Approvals that a new version needs').fill(needed)
      await dialog.getByRole('button', { name: button }).click()
      await expect(dialog).toBeHidden()
    }
    const needs = page.getByRole('region', { name: 'Approval' })
    await expect(needs).toContainText('1 approval')
    await change('2', 'Change it')
    await expect(needs).toContainText('2 approvals')
    await change('1', 'Propose it')
    await expect(page.getByRole('listitem').filter({ hasText: 'Proposal 4' })).toContainText(
      'waits for 2 approvals',
    )
    await page.getByRole('link', { name: 'Proposal 4', exact: true }).click()
    await expect(decide(page)).toContainText('You proposed this: somebody else has to approve it.')
    const { data } = await ask(page.request, 'proposals.outlook', { policy: name })
    expect(data.needed).toBe(2)
  })
})
