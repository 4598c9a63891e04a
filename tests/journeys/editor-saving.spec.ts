import type { Page } from '@playwright/test'
import { call, expect, test } from './accounts'
import { card, chart, draft, open, QUESTION, saved } from './editor-page'

/** Somebody else saves in between. */
async function elsewhere(page: Page, name: string, title: string) {
  const { revision, ...document } = await draft(page, name)
  const { message } = await call(page.request, 'drafts.save', {
    policy: name,
    revision,
    document: { ...document, title },
  })
  expect(message).toBeUndefined()
}

test.describe('a save over somebody else’s', () => {
  test('is told, and theirs can be loaded with mine one undo away', async ({ as }) => {
    const page = await as('manager')
    const name = await open(page, { nodes: [QUESTION] })
    await elsewhere(page, name, 'Theirs')
    await card(page, 'ask').click()
    await page.keyboard.press('n')
    const banner = page.getByRole('alert').filter({ hasText: 'saved this policy' })
    await expect(banner).toContainText('Some manager')
    expect((await draft(page, name)).title).toBe('Theirs')

    const download = page.waitForEvent('download')
    await banner.getByRole('button', { name: 'Download mine' }).click()
    expect((await download).suggestedFilename()).toBe(`${name}.draft.json`)

    await banner.getByRole('button', { name: 'Load theirs' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Theirs' })).toBeVisible()
    await expect(card(page, 'note')).toHaveCount(0)
    await saved(page)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(card(page, 'note')).toBeVisible()
    await expect.poll(async () => (await draft(page, name)).title).toBe('Gifts')
  })

  test('keeps mine on top where I say so, with theirs one undo away', async ({ as }) => {
    const page = await as('manager')
    const name = await open(page, { nodes: [QUESTION] })
    await elsewhere(page, name, 'Theirs')
    await card(page, 'ask').click()
    await page.keyboard.press('n')
    await page.getByRole('button', { name: 'Keep mine on top' }).click()
    await saved(page)
    expect((await draft(page, name)).title).toBe('Gifts')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => (await draft(page, name)).title).toBe('Theirs')
  })
})

test.describe('without a connection', () => {
  const cut = (page: Page) => page.route('**/api/trpc/drafts.save*', route => route.abort())

  test('work is kept, and saved once it is back', async ({ as }) => {
    const page = await as('manager')
    const name = await open(page)
    await cut(page)
    await page.keyboard.press('n')
    await expect(page.locator('[data-save="offline"]')).toContainText('no connection')
    await page.unroute('**/api/trpc/drafts.save*')
    await saved(page)
    expect((await chart(page, name)).nodes).toHaveLength(2)
  })

  test('work outlives a tab that crashes, and is offered when the policy is opened again', async ({ as }) => {
    const page = await as('manager')
    const name = await open(page)
    await cut(page)
    await page.keyboard.press('n')
    await expect(page.locator('[data-save="offline"]')).toBeVisible()
    // A crash, since a tab that is only closed tries once more to save, and may well get through.
    const devtools = await page.context().newCDPSession(page)
    const crashed = page.waitForEvent('crash')
    devtools.send('Page.crash').catch(() => {})
    await crashed
    const again = await page.context().newPage()
    await again.goto(`/policies/${name}/edit`)
    const putBack = again.getByRole('button', { name: 'Put it back' })
    await expect(putBack).toBeVisible({ timeout: 30_000 })
    await expect(card(again, 'note')).toHaveCount(0)
    await putBack.click()
    await expect(card(again, 'note')).toBeVisible()
    await saved(again)
    expect((await chart(again, name)).nodes).toHaveLength(2)
    await again.reload()
    await expect(card(again, 'note')).toBeVisible()
    await expect(putBack).toHaveCount(0)
  })

  test('work of a tab that is closed is on the server, or is offered', async ({ as }) => {
    const page = await as('manager')
    const name = await open(page)
    await cut(page)
    await page.keyboard.press('n')
    await expect(page.locator('[data-save="offline"]')).toBeVisible()
    const again = await page.context().newPage()
    await page.close()
    await again.goto(`/policies/${name}/edit`)
    const putBack = again.getByRole('button', { name: 'Put it back' })
    await expect(card(again, 'note').or(putBack).first()).toBeVisible({ timeout: 30_000 })
    if (await putBack.isVisible()) await putBack.click()
    await expect(card(again, 'note')).toBeVisible()
    await saved(again)
    expect((await chart(again, name)).nodes).toHaveLength(2)
  })
})
