import type { Page } from '@playwright/test'
import { call, expect, test } from './accounts'
import { card, chart, draft, open, QUESTION, ready, saved } from './editor-page'

test.describe('two managers with one draft', () => {
  const inspectorTitle = (page: Page) =>
    page.getByRole('complementary', { name: 'Inspector' }).getByLabel('Title', { exact: true })

  test('see each other, and what the other draws', async ({ as }) => {
    const [ana, bea] = [await as('manager'), await as('administrator')]
    const name = await open(ana, { nodes: [QUESTION] })
    await bea.goto(`/policies/${name}/edit`)
    await ready(bea)
    await card(ana, 'ask').click()
    await expect(bea.getByRole('button', { name: /^Some manager is at “A gift\?”/ })).toBeVisible()
    await expect(card(bea, 'ask')).toContainText('Some manager')

    // Both add a step, of one id, at the same time; each keeps the own one, and gets the other.
    await card(bea, 'start').click()
    await ana.keyboard.press('a')
    await bea.keyboard.press('a')
    for (const page of [ana, bea]) await expect(page.locator('.react-flow__node')).toHaveCount(4)
    await saved(ana)
    await saved(bea)
    await expect
      .poll(async () => (await chart(ana, name)).nodes.map(node => node.id).sort())
      .toEqual(['action', 'action-2', 'ask', 'start'])

    // What Ana takes back is hers alone.
    await ana.getByRole('button', { name: 'Undo' }).click()
    for (const page of [ana, bea]) await expect(page.locator('.react-flow__node')).toHaveCount(3)
    await bea.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => (await chart(ana, name)).nodes).toHaveLength(2)

    // Whoever leaves says so: the server would believe in them for 15 seconds.
    const alsoHere = ana.getByRole('list', { name: 'Also here' })
    await bea.goto('/')
    await expect(alsoHere).toBeHidden({ timeout: 11_000 })
    const tab = await ana.context().newPage()
    await tab.goto(`/policies/${name}/edit`)
    await ready(tab)
    await expect(
      alsoHere.getByRole('button', { name: 'You have this draft open in another tab, too' }),
    ).toBeVisible()
    await tab.close({ runBeforeUnload: true })
    await expect(alsoHere).toBeHidden({ timeout: 11_000 })
    await ana.reload()
    await ready(ana)
    await ana.waitForResponse(/drafts\.here\?batch/)
    await expect(alsoHere).toBeHidden()
  })

  test('are asked where both wrote in one field, and lose neither', async ({ as }) => {
    const page = await as('manager')
    const name = await open(page, { nodes: [QUESTION] })
    // Without hearing of each other, as after ten minutes in a tunnel.
    await page.route('**/api/trpc/drafts.here*', route => route.abort())
    const theirs = async (title: string) => {
      const { revision, ...document } = await draft(page, name)
      const nodes = document.chart.nodes.map(node => (node.id === 'ask' ? { ...node, title } : node))
      const { message } = await call(page.request, 'drafts.save', {
        policy: name,
        revision,
        document: { ...document, title: 'Their policy', chart: { ...document.chart, nodes } },
      })
      expect(message).toBeUndefined()
    }
    const asked = page.getByRole('alert').filter({ hasText: 'have changed the same place' })

    await theirs('Their title')
    await card(page, 'ask').click()
    await inspectorTitle(page).fill('My title')
    await expect(asked).toContainText('The title of “My title”')
    await expect(asked).toContainText('“Their title”')
    // What only they changed is here already.
    await expect(page.getByRole('heading', { level: 1, name: 'Their policy' })).toBeVisible()
    expect((await chart(page, name)).nodes.find(node => node.id === 'ask')?.title).toBe('Their title')
    await asked.getByRole('button', { name: 'Keep mine: The title of “My title”' }).click()
    await saved(page)
    expect((await chart(page, name)).nodes.find(node => node.id === 'ask')?.title).toBe('My title')

    await theirs('Their second title')
    await inspectorTitle(page).fill('My second title')
    await asked.getByRole('button', { name: /^Take theirs/ }).click()
    await saved(page)
    await expect(inspectorTitle(page)).toHaveValue('Their second title')
    await page.getByRole('button', { name: 'Undo' }).click()
    await saved(page)
    await expect(inspectorTitle(page)).toHaveValue('My second title')
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
