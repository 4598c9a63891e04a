import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './accounts'
import { card, draft, open, QUESTION, saved } from './editor-page'

test('a page that stops working says so, and leads on', async ({ as }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await as('manager', { colorScheme })
    // An answer of a form that no server of this version gives.
    await page.route('**/api/trpc/**policies.list**', async route => {
      const response = await route.fetch()
      const answers = (await response.json()) as { result: { data: unknown } }[]
      await route.fulfill({ response, json: answers.map(answer => ({ ...answer, result: { data: [{}] } })) })
    })
    await page.goto('/')
    await expect(page.getByRole('heading', { name: 'This page stopped working' })).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    await page.unroute('**/api/trpc/**policies.list**')
    await page.getByRole('link', { name: 'See the policies' }).click()
    await expect(page.getByRole('heading', { name: 'Policies', exact: true })).toBeVisible()
  }
})

test('a policy that is not there is said to be none', async ({ as }) => {
  const page = await as('manager')
  await page.goto('/policies/no-such-policy/edit')
  await expect(page.getByRole('heading', { name: 'There is no policy named “no-such-policy”' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0)
})

test('while the server is away, work goes on, and is saved when it is back', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page, { nodes: [QUESTION] })
  await page.context().setOffline(true)
  await card(page, 'ask').click({ position: { x: 30, y: 12 } })
  await page
    .getByRole('complementary', { name: 'Inspector' })
    .getByLabel('Note for the agent')
    .fill('Typed meanwhile.')
  await expect(page.getByText(/not saved: no connection/)).toBeVisible()
  await page.context().setOffline(false)
  await saved(page)
  expect((await draft(page, name)).chart.nodes.find(({ id }) => id === 'ask')).toMatchObject({
    note: 'Typed meanwhile.',
  })
})

test('the help lists what the keyboard does', async ({ as }) => {
  const page = await as('auditor')
  await page.goto('/help#keyboard')
  const keyboard = page.getByRole('region', { name: 'The keyboard' })
  await expect(keyboard).toContainText('Find a step…')
  await expect(keyboard).toContainText('Next finding')
  await expect(keyboard.getByRole('heading', { name: 'The keyboard' })).toBeInViewport()
})
