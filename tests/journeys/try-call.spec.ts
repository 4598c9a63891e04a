import type { Page } from '@playwright/test'
import { expect, test } from './accounts'
import { expectDraft, inspector, open, select } from './panels-page'

const desk = (page: Page) => page.getByRole('complementary', { name: 'Try a call' })
const next = (page: Page) => desk(page).getByRole('region', { name: 'Next' })
const known = (page: Page) => desk(page).getByRole('list', { name: 'What is known' })
/** The draft was checked, and there are tables to go by. */
const tabled = (page: Page) =>
  expect(page.getByRole('tab', { name: /Table/ })).toContainText('tiers', { timeout: 30_000 })
const press = (page: Page, name: string | RegExp) => desk(page).getByRole('button', { name }).click()

test('a call is played, asked why not, tried otherwise, handed on and kept as a scenario', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page)
  await tabled(page)

  await test.step('it asks, and is answered', async () => {
    await page.keyboard.press('Shift+T')
    await expect(next(page)).toContainText('Look at the clock')
    await next(page).getByRole('button', { name: '3:00 PM to midnight' }).click()
    await expect(known(page)).toContainText('Time of the call: 3:00 PM from the clock')
    await expect(next(page)).toContainText('Transfer to Senior desk')
  })

  await test.step('why not something else: one fact, and one press tries it', async () => {
    const why = desk(page).getByRole('combobox', { name: 'Why not this?' })
    await why.click()
    await page.getByRole('option', { name: 'Goodwill credit' }).click()
    const told = desk(page).getByText('it would have to be before 3:00 PM')
    await expect(told).toHaveText(
      '“Time of the call” was answered otherwise: Time of the call is 3:00 PM; it would have to be before 3:00 PM.',
    )
    await press(page, 'Try the call with this changed')
    await expect(next(page)).toContainText('Goodwill credit (Amount 10)')
    await expect(next(page)).toContainText('Resolved')
    await desk(page).getByText('The way so far: 4 steps').click()
    await expect(desk(page)).toContainText('Time of the call: noon. The answer: before 3:00 PM.')
  })

  await test.step('a step back, the magic word, and the next tier', async () => {
    await press(page, 'Step back')
    await expect(next(page)).toContainText('Transfer to Senior desk')
    // The same, asked of a step on the chart.
    await select(page, 'give')
    await page.keyboard.press('Shift+W')
    await expect(desk(page)).toContainText('One thing stands in the way of “Goodwill credit”')
    await press(page, 'Safety issue')
    await expect(known(page)).toContainText('Safety issue: yes')
    await press(page, 'Go on as Senior desk')
    await expect(next(page)).toContainText('Yours to decide')
    await press(page, 'Step back')
    await expect(next(page)).toContainText('Transfer to Senior desk')
  })

  await test.step('it is kept as a scenario, in one step', async () => {
    await press(page, 'Keep as a scenario…')
    await expect(desk(page).getByLabel('Keep it under this title')).toBeFocused()
    await page.keyboard.type('A safety issue at three')
    await page.keyboard.press('Enter')
    await expect(desk(page).getByRole('button', { name: 'Keep as a scenario…' })).toBeFocused()
    await expectDraft(page, name, document => document.scenarios).toEqual([
      {
        title: 'A safety issue at three',
        tier: 'T1',
        facts: { call_time: '15:00:00', danger: true },
        expect: { steps: [], end: { kind: 'escalate', to: 'T2', mode: 'transfer' } },
      },
    ])
    await expect(page.getByRole('tab', { name: /Scenarios 1 of 1 pass/ })).toBeVisible()
    await page.keyboard.press('Control+z')
    await expectDraft(page, name, document => document.scenarios).toBeUndefined()
    await page.keyboard.press('Control+Shift+Z')
    await expectDraft(page, name, document => document.scenarios?.length).toBe(1)
  })

  await test.step('what no scenario takes is found, and tried', async () => {
    await expect(page.getByText('2 of 5 lines are taken by a scenario')).toBeVisible()
    await page.keyboard.press('Shift+K')
    await expect(page.getByRole('switch', { name: 'Show it on the lines' })).toBeChecked()
    await expect(page.locator('.react-flow__edge text')).toHaveText(['none', '1', 'none', '1', 'none'])
    await page.getByRole('button', { name: 'Go to a line that none takes' }).click()
    await page.getByRole('button', { name: 'Go to the next one' }).click()
    await expect(inspector(page).getByRole('heading', { name: 'before 3:00 PM' })).toBeVisible()
    await page.getByRole('button', { name: 'Try a call along it' }).click()
    await expect(next(page)).toContainText('Goodwill credit (Amount 10)')
  })
})

test('an auditor tries a call by keyboard alone, and corrects what was said', async ({ as }) => {
  const manager = await as('manager')
  const name = await open(manager)
  await manager.close()
  const page = await as('auditor')
  await page.goto(`/policies/${name}/edit`)
  await tabled(page)
  await page.keyboard.press('Shift+T')
  const early = next(page).getByRole('button', { name: 'before 3:00 PM' })
  await expect(early).toBeVisible()
  await early.focus()
  await page.keyboard.press('Enter')
  await expect(next(page)).toContainText('Goodwill credit')
  await expect(next(page)).toBeFocused()
  await expect(desk(page).getByRole('button', { name: 'Keep as a scenario…' })).toHaveCount(0)
  await press(page, 'Correct: Time of the call')
  const time = desk(page).getByLabel('Correct: Time of the call', { exact: true }).locator('input')
  await time.fill('16:30')
  await time.press('Enter')
  await expect(known(page)).toContainText('Time of the call: 4:30 PM')
  await expect(next(page)).toContainText('Transfer to Senior desk')
  await press(page, 'Take back: Time of the call')
  await expect(next(page)).toContainText('Look at the clock')
})
