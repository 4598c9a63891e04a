import type { Page } from '@playwright/test'
import { call, expect, freshName, test } from './accounts'
import { chart, ready } from './editor-page'

const tour = (page: Page) => page.getByRole('region', { name: 'Tour' })
const card = (page: Page, title: string) => page.locator('.react-flow__node').filter({ hasText: title })
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' })
const gallery = (page: Page) => page.getByRole('region', { name: 'Where do you want to begin?' })

async function emptyPolicy(page: Page): Promise<string> {
  const name = freshName('first-steps')
  await call(page.request, 'policies.create', { name, title: 'First steps', timeZone: 'Europe/London' })
  await page.goto(`/policies/${name}/edit`)
  await ready(page)
  return name
}

test('an empty policy begins with a template, which is one undo step and nothing to mend', async ({ as }) => {
  const page = await as('manager')
  const name = await emptyPolicy(page)
  await expect(gallery(page).getByRole('listitem')).toHaveCount(4)
  await gallery(page)
    .getByRole('button', { name: /^A credit, up to each desk’s limit/ })
    .click()
  await expect(gallery(page)).toBeHidden()
  await expect(card(page, 'Was it our mistake?')).toBeVisible()
  await expect(page.getByText('Nothing to mend')).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Scenarios 3 of 3 pass' })).toBeVisible()
  await expect(inspector(page).getByLabel('Title', { exact: true })).toHaveValue('First steps')
  await expect.poll(async () => (await chart(page, name)).nodes.length).toBe(13)
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(gallery(page)).toBeVisible()
})

test('the tour draws a first rule, a step at a time', async ({ as }) => {
  const page = await as('manager')
  await emptyPolicy(page)
  const next = (title: string) => expect(tour(page).getByRole('heading', { name: title })).toBeVisible()
  const pick = async (list: string, option: string) => {
    await inspector(page).getByLabel(list, { exact: true }).click()
    await page.getByRole('option', { name: option }).click()
  }

  await gallery(page).getByRole('button', { name: 'Draw a rule step by step' }).click()
  await next('Ask the first question')
  await page.keyboard.press('q')
  await next('Give it a title')
  await page.keyboard.press('Enter')
  await expect(inspector(page).getByLabel('Title', { exact: true })).toBeFocused()
  await page.keyboard.type('Before three?')

  await next('Pick the fact that decides')
  await pick('Pick the fact that decides', 'New fact…')
  const fact = page.getByRole('dialog', { name: 'New fact' })
  await fact.getByLabel('What is it called?').fill('Time of the call')
  for (const [list, option] of [
    ['What kind of value is it?', 'a time of day'],
    ['Where does it come from?', 'from the clock'],
  ] as const) {
    await fact.getByRole('combobox', { name: list }).click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }
  await fact.getByRole('button', { name: 'Add fact' }).click()

  await next('Draw the first answer')
  await card(page, 'Before three?').click({ position: { x: 30, y: 14 } })
  await page.keyboard.press('a')
  await next('Say when it holds')
  await card(page, 'Before three?').getByText('anything').click()
  await pick('Time of the call: how it compares', 'before')
  await inspector(page).getByLabel('Time of the call: value').fill('15:00')

  await next('Lead on what is left over')
  await card(page, 'Before three?').click({ position: { x: 30, y: 14 } })
  await page.keyboard.press('e')
  await next('Grant something')
  await card(page, 'Choose an action').click({ position: { x: 30, y: 14 } })
  await pick('What is done', 'New action…')
  const action = page.getByRole('dialog', { name: 'New action' })
  await action.getByLabel('What is it called?').fill('Upgrade to next-day shipping')
  await action.getByRole('button', { name: 'Add action' }).click()
  await next('Give the agent words')
  await inspector(page).getByLabel('What the agent says').fill('It will arrive tomorrow.')
  await next('End the case')
  await card(page, 'Upgrade to next-day shipping').click({ position: { x: 30, y: 14 } })
  await page.keyboard.press('c')

  await next('That is a rule')
  await tour(page).getByRole('button', { name: 'Go on drawing' }).click()
  await expect(tour(page)).toBeHidden()
})
