import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './accounts'
import { card, chart, DONE, handle, NO, open, QUESTION, saved } from './editor-page'

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' })
const overlap = (
  a: { x: number; y: number; width: number; height: number },
  b: { x: number; y: number; width: number; height: number },
) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

async function expectApart(page: Page, ids: string[]) {
  const boxes = await Promise.all(ids.map(async id => (await card(page, id).boundingBox())!))
  boxes.forEach((a, i) => {
    for (const b of boxes.slice(i + 1)) expect(overlap(a, b)).toBe(false)
  })
}

const ANSWERED = {
  nodes: [QUESTION, DONE, NO],
  edges: [
    { id: 'e1', from: 'start', to: 'ask' },
    { id: 'e2', from: 'ask', to: 'done', when: { gift: 'true' } },
    { id: 'e3', from: 'ask', to: 'no', when: { gift: 'false' } },
  ],
}

test('the first letter adds behind the start, and cards that are filled in make room', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page)
  await page.keyboard.press('q')
  await expect
    .poll(async () => (await chart(page, name)).edges)
    .toMatchObject([{ from: 'start', to: 'question' }])
  await inspector(page).getByLabel('Pick the fact that decides').click()
  await page.getByRole('option', { name: 'It is a gift' }).click()
  await expect(card(page, 'question')).toContainText('yes')
  const toolbar = page.getByRole('toolbar', { name: 'Add to the chart' })
  await toolbar.getByRole('button', { name: 'Action' }).click()
  await expect(card(page, 'action')).toBeVisible()
  await card(page, 'question').click({ position: { x: 30, y: 12 } })
  await toolbar.getByRole('button', { name: 'Escalation' }).click()
  await expect(card(page, 'escalate')).toBeVisible()
  await expectApart(page, ['start', 'question', 'action', 'escalate'])

  await card(page, 'action').click({ position: { x: 30, y: 12 } })
  const title =
    'A title that is a good deal longer than any title ought to be, so that its card has many lines'
  await inspector(page).getByLabel('Title', { exact: true }).fill(`${title}. ${title}. ${title}.`)
  await inspector(page).getByLabel('What the agent says').fill(`${title} ${title}`)
  await saved(page)
  await expectApart(page, ['action', 'escalate'])
})

test('Tab goes through the chart as one reads it, lines included, and Delete takes a line away', async ({
  as,
}) => {
  const page = await as('manager')
  const name = await open(page, ANSWERED)
  const line = (label: string) => page.getByRole('group', { name: label, exact: true })
  await card(page, 'start').focus()
  await page.keyboard.press('Tab')
  await expect(line('From “Start” to “A gift?”')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(card(page, 'ask')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(line('From “A gift?”, yes, to “Resolved”')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(line('From “A gift?”, no, to “Declined”')).toBeFocused()
  await expect(inspector(page)).toContainText('Leads out of “A gift?”')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Delete')
  await expect.poll(async () => (await chart(page, name)).edges.map(({ id }) => id)).toEqual(['e1', 'e3'])
  await expect(card(page, 'ask')).toBeFocused()
  // The last stop leads on to what comes after the chart.
  for (let i = 0; i < 4; i++) await page.keyboard.press('Tab')
  await expect(page.locator('.react-flow__node:focus, .react-flow__edge:focus')).toHaveCount(0)
})

test('a right click lists what can be done with a step, a line, and the chart', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page, ANSWERED)
  const menu = page.getByRole('menu')
  await card(page, 'no').click({ button: 'right', position: { x: 30, y: 12 } })
  await expect(menu).toBeVisible()
  await expect(page.getByRole('menuitem', { name: /Connect to/ })).toBeDisabled()
  // Nothing leads out of a close: nothing can be added behind it.
  await expect(menu).not.toContainText('Add behind it')
  // While it fades in, its text has less contrast.
  await expect(menu).toHaveCSS('opacity', '1')
  const { violations } = await new AxeBuilder({ page }).disableRules('region').analyze()
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual([])
  await page.getByRole('menuitem', { name: /Duplicate/ }).click()
  await expect(menu).toHaveCount(0)
  await expect.poll(async () => (await chart(page, name)).nodes.map(({ id }) => id)).toContain('no-2')

  await handle(page, 'ask', 'e2').locator('..').click({ button: 'right' })
  await page.getByRole('menuitem', { name: /^Delete/ }).click()
  await expect.poll(async () => (await chart(page, name)).edges.map(({ id }) => id)).toEqual(['e1', 'e3'])

  await page.locator('.react-flow__pane').click({ button: 'right', position: { x: 120, y: 320 } })
  await page.getByRole('menuitem', { name: /^Note/ }).click()
  await expect(card(page, 'note')).toBeVisible()
  const edges = (await chart(page, name)).edges
  expect(edges).toHaveLength(2)
})

test('one more answer is offered where none is missing only while somebody is there', async ({ as }) => {
  const page = await as('manager')
  await open(page, {
    nodes: [{ ...QUESTION, facts: ['call_time'] } as typeof QUESTION, DONE],
    edges: [
      { id: 'e1', from: 'start', to: 'ask' },
      { id: 'e2', from: 'ask', to: 'done', otherwise: true },
    ],
  })
  const more = card(page, 'ask').getByText('Add answer').locator('..')
  await expect(more).toHaveCSS('opacity', '0')
  const before = await card(page, 'ask').boundingBox()
  await card(page, 'ask').hover({ position: { x: 30, y: 12 } })
  await expect(more).toHaveCSS('opacity', '1')
  expect(await card(page, 'ask').boundingBox()).toEqual(before)
})

test('a step is found by its words', async ({ as }) => {
  const page = await as('manager')
  await open(page, ANSWERED)
  await page.keyboard.press('/')
  await expect(page.getByRole('combobox', { name: 'Find a step' })).toBeFocused()
  await page.keyboard.type('gift')
  await page.keyboard.press('Enter')
  await expect(card(page, 'ask')).toBeFocused()
  await expect(inspector(page)).toContainText('A gift?')
  // By what is said, too, which no title has.
  await page.keyboard.press('/')
  await expect(page.getByRole('combobox', { name: 'Find a step' })).toBeFocused()
  await page.keyboard.type('today')
  await expect(page.getByRole('option')).toHaveText(['Declinedsays: Not today.'])
  await page.keyboard.press('Enter')
  await expect(card(page, 'no')).toBeFocused()
})

test('one icon of the rail is lit, and the chart’s leads back from the handbook', async ({ as }) => {
  const page = await as('manager')
  await open(page)
  const rail = page.getByRole('navigation', { name: 'Policy' })
  const lit = () =>
    rail
      .locator('a, button')
      .evaluateAll(
        items => items.filter(item => getComputedStyle(item).backgroundColor !== 'rgba(0, 0, 0, 0)').length,
      )
  await page.mouse.move(600, 400)
  expect(await lit()).toBe(1)
  await rail.getByRole('button', { name: 'Handbook' }).click()
  await page.mouse.move(300, 400)
  expect(await lit()).toBe(1)
  await rail.getByRole('link', { name: 'Chart' }).click()
  await expect(inspector(page)).toBeVisible()
})
