import type { Page } from '@playwright/test'
import { expect, test } from './accounts'
import { card, chart, open } from './editor-page'

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' })

test('a rule is drawn by the keyboard alone', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page)
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }

  await test.step('a question behind the start, with a title and a new fact', async () => {
    await press('q')
    await expect(card(page, 'question')).toBeFocused()
    await press('Enter')
    await expect(inspector(page).getByLabel('Title', { exact: true })).toBeFocused()
    await page.keyboard.type('Can the warehouse still do it?')
    await press('Tab')
    await expect(inspector(page).getByLabel('Pick the fact that decides')).toBeFocused()
    await page.keyboard.type('new fact')
    await expect(page.getByRole('option', { name: 'New fact…' })).toBeVisible()
    await press('ArrowDown', 'Enter')
    const dialog = page.getByRole('dialog', { name: 'New fact' })
    await expect(dialog.getByLabel('What is it called?')).toBeFocused()
    await page.keyboard.type('The warehouse can')
    await press('Tab', 'ArrowDown')
    await expect(page.getByRole('listbox')).toBeVisible()
    // Escape closes the list, and nothing else.
    await press('Escape')
    await expect(page.getByRole('listbox')).toBeHidden()
    await expect(dialog.getByRole('combobox', { name: 'What kind of value is it?' })).toBeFocused()
    await press('Shift+Tab')
    await expect(dialog.getByLabel('What is it called?')).toHaveValue('The warehouse can')
    await press('Enter')
    await expect(dialog).toBeHidden()
    await expect(card(page, 'question')).toContainText('yes')
  })

  await test.step('both answers, by letters', async () => {
    await card(page, 'question').focus()
    await press('a')
    await expect(card(page, 'action')).toBeFocused()
    await press('Shift+Tab', 'Shift+Tab')
    await expect(card(page, 'question')).toBeFocused()
    await press('Enter', 'Escape', 'e')
    await expect(card(page, 'escalate')).toBeFocused()
    await expect
      .poll(async () => (await chart(page, name)).edges)
      .toMatchObject([
        { from: 'start', to: 'question' },
        { from: 'question', to: 'action', when: { the_warehouse_can: 'true' } },
        { from: 'question', to: 'escalate', when: { the_warehouse_can: 'false' } },
      ])
  })

  await test.step('an answer is opened from its line, and led back from', async () => {
    await press('Shift+Tab', 'Shift+Tab')
    const line = page.getByRole('group', { name: /^From “Can the warehouse still do it\?”, no, to/ })
    await expect(line).toBeFocused()
    await press('Enter')
    await expect(inspector(page).locator(':focus')).toBeAttached()
    await expect(inspector(page)).toContainText('Leads out of “Can the warehouse still do it?”')
    await press('Escape')
    await expect(line).toBeFocused()
    await press('Delete')
    await expect.poll(async () => (await chart(page, name)).edges).toHaveLength(2)
    await press('Control+z')
    await expect.poll(async () => (await chart(page, name)).edges).toHaveLength(3)
  })
})
