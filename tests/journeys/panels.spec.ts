import type { PolicyDocument } from '@/compiler/language/policy'
import { expect, test } from './accounts'
import { expectDraft, inspector, nodeOf, open, select } from './panels-page'

test('authority is granted in the handbook’s matrix', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page)
  const grants = (document: PolicyDocument) => document.handbook.actions?.credit?.grants
  await page.getByRole('button', { name: 'Handbook' }).first().click()
  const handbook = page.getByRole('complementary', { name: 'Handbook' })
  const senior = handbook.getByRole('button', { name: /^Senior desk: Goodwill credit/ })
  await expect(senior).toHaveAccessibleName('Senior desk: Goodwill credit: 25 or less, as Front line')
  await senior.click()
  await page.getByRole('switch', { name: /^A limit of its own/ }).click()
  // What a change would do is said before it is made: a tier may not hold less than the one below it.
  await page.getByLabel('Amount: value').fill('5')
  await expect(page.getByText('This would raise 1 error.')).toBeVisible()
  await page.getByLabel('Amount: value').fill('200')
  await expect(page.getByText('No finding would come or go.')).toBeVisible()
  await expectDraft(page, name, grants).toEqual({ T1: { amount: '<= 25' } })
  await page.getByLabel('Amount: value').press('Enter')
  await expectDraft(page, name, grants).toEqual({ T1: { amount: '<= 25' }, T2: { amount: '<= 200' } })
  await expect(senior).toHaveAccessibleName('Senior desk: Goodwill credit: 200 or less')

  // The matrix is a grid: arrows lead from cell to cell, Delete takes a grant back, Escape leaves it.
  await expect(senior).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(handbook.getByRole('button', { name: /^Front line: Goodwill credit/ })).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(page.getByText(/^This would raise 1 error/)).toBeVisible()
  await expect(page.getByRole('list', { name: 'Raised' })).toContainText('Front line')
  await page.keyboard.press('Escape')
  await expect(handbook.getByRole('button', { name: /^Front line: Goodwill credit/ })).toBeFocused()
  await expectDraft(page, name, grants).toEqual({ T1: { amount: '<= 25' }, T2: { amount: '<= 200' } })

  await handbook.getByRole('tab', { name: /Tiers/ }).click()
  await handbook.getByRole('button', { name: 'Remove tier Senior desk' }).click()
  const dialog = page.getByRole('dialog', { name: /Remove the tier/ })
  await expect(dialog).toContainText(/This would raise \d+ error/)
  await dialog.getByRole('button', { name: 'Keep it' }).click()
  const tiers = ({ handbook }: PolicyDocument) => 'tiers' in handbook && handbook.tiers.length
  await expectDraft(page, name, tiers).toBe(2)
})

test('renaming a fact renames its uses in one step; removing one that is used asks first', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page)
  await page.getByRole('button', { name: 'Handbook' }).first().click()
  const handbook = page.getByRole('complementary', { name: 'Handbook' })
  await handbook.getByRole('tab', { name: /Facts/ }).click()
  await handbook.getByRole('button', { name: 'Time of the call' }).click()
  const id = handbook.getByRole('textbox', { name: 'Id', exact: true })
  await id.fill('speed')
  await expect(handbook.getByText('There is a fact “speed” already.')).toBeVisible()
  await id.fill('time_of_call')
  await id.press('Enter')
  const uses = (document: PolicyDocument) => [
    Object.keys(document.handbook.facts ?? {})[0],
    (nodeOf('ask')(document) as { facts: string[] }).facts,
    Object.keys(document.chart.edges.find(edge => edge.id === 'e3')?.when ?? {}),
  ]
  await expectDraft(page, name, uses).toEqual(['time_of_call', ['time_of_call'], ['time_of_call']])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expectDraft(page, name, uses).toEqual(['call_time', ['call_time'], ['call_time']])

  await handbook.getByRole('tab', { name: /Actions/ }).click()
  await handbook.getByRole('button', { name: 'Goodwill credit', exact: true }).click()
  await handbook.getByRole('button', { name: 'Remove this action' }).click()
  const dialog = page.getByRole('dialog', { name: /Remove the action/ })
  await expect(dialog).toContainText('“Goodwill credit” on the chart')
  await dialog.getByRole('button', { name: 'Keep it' }).click()
  await expectDraft(page, name, document => 'credit' in (document.handbook.actions ?? {})).toBe(true)
})

test('both ends of an interval are kept, however fast they are filled in', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page)
  await page.getByRole('button', { name: 'Handbook' }).first().click()
  const handbook = page.getByRole('complementary', { name: 'Handbook' })
  await handbook.getByRole('tab', { name: /Facts/ }).click()
  await handbook.getByRole('button', { name: 'Order total' }).click()
  const choose = async (label: string, option: string) => {
    await handbook.getByRole('combobox', { name: label }).click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }
  const allowed = (document: PolicyDocument) => document.handbook.facts?.total?.allowedValues
  for (const [type, low, high, test] of [
    ['a number', '5', '90', '[5..90]'],
    ['a date', '2026-01-01', '2026-12-31', '[date("2026-01-01")..date("2026-12-31")]'],
    ['a length of time', '2', '30', '[duration("P2D")..duration("P30D")]'],
    [
      'a date and time',
      '2026-01-01T09:00',
      '2026-07-01T09:00',
      '[date and time("2026-01-01T09:00:00Z")..date and time("2026-07-01T08:00:00Z"))',
    ],
  ] as const) {
    await choose('Kind of value', type)
    await choose('Allowed values: how it compares', 'between')
    await handbook.getByLabel('Allowed values: lower end', { exact: true }).fill(low)
    await handbook.getByLabel('Allowed values: upper end', { exact: true }).fill(high)
    await expectDraft(page, name, allowed).toBe(test)
  }
})

test('a scenario keeps what comes out now, and fails when that changes', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page)
  await page.getByRole('tab', { name: /Scenarios/ }).click()
  await page.getByRole('button', { name: 'Add a scenario' }).click()
  await page.getByLabel('Case', { exact: true }).fill('A call at two')
  await page.getByRole('combobox', { name: 'Add a fact to the case' }).click()
  await page.getByRole('option', { name: 'Time of the call' }).click()
  await page.getByLabel('Time of the call', { exact: true }).fill('14:00')
  await expect(page.getByText('Goodwill credit (Amount 10) → Resolved')).toBeVisible()
  await page.getByRole('button', { name: 'Keep what comes out now' }).click()
  await expectDraft(page, name, document => document.scenarios).toEqual([
    {
      title: 'A call at two',
      tier: 'T1',
      facts: { call_time: '14:00:00' },
      expect: {
        steps: [{ action: 'credit', with: { amount: 10 } }],
        end: { kind: 'close', result: 'resolved' },
      },
    },
  ])
  await select(page, 'give')
  await inspector(page).getByRole('textbox', { name: 'Amount' }).fill('20')
  await expect(page.getByRole('tab', { name: /Scenarios 0 of 1 pass/ })).toBeVisible()
})

test('the table of a tier, in words, leads back to the chart, and the chart to its rows', async ({ as }) => {
  const page = await as('manager')
  await open(page)
  await page.getByRole('tab', { name: /Table/ }).click()
  const row = page.getByRole('row', { name: /before 3:00 PM/ }).first()
  const late = page.getByRole('row', { name: /midnight/ })
  await expect(row).toContainText('Goodwill credit (Amount 10)')
  // A row lights its way on the chart, for the mouse and for the keyboard.
  const lit = page.locator('.react-flow__node:has([data-path="passed"])')
  const ids = () => lit.evaluateAll(cards => cards.map(card => card.getAttribute('data-id')).sort())
  await row.hover()
  await expect.poll(ids).toEqual(['ask', 'done', 'give', 'start', 'word'])
  await late.getByRole('button', { name: /on the chart/ }).focus()
  await expect.poll(ids).toEqual(['ask', 'start', 'up', 'word'])
  // The chart marks the rows that go through what is under the mouse, and through what is selected.
  await page.locator('.react-flow__node[data-id="up"]').hover({ position: { x: 30, y: 14 } })
  await expect(late).toHaveAttribute('data-lit', 'true')
  await select(page, 'give')
  await expect(page.getByText(/rows? goes? through “Goodwill credit”/)).toBeVisible()
  await page.getByRole('button', { name: /Show only th/ }).click()
  await expect(late).toHaveCount(0)
  await page.getByRole('button', { name: /^Only through “Goodwill credit”/ }).click()
  await expect(late).toBeVisible()

  await page.getByLabel('Filter rows').fill('goodwill')
  await expect(late).toHaveCount(0)
  await row.getByRole('button', { name: /on the chart/ }).click()
  await expect(page.locator('.react-flow__node[data-id="give"].selected')).toBeVisible()
})

test('a table is filtered, grouped and cut to what is needed, and copied', async ({ as }) => {
  const page = await as('auditor')
  const manager = await as('manager')
  const name = await open(manager)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`/policies/${name}/edit`)
  await page.getByRole('tab', { name: /Table/ }).click()
  const table = page.getByRole('table')
  const bodies = table.getByRole('row', { name: /PM|midnight/ })
  await expect(bodies).toHaveCount(2)

  // By a case: what is known of it leaves one row.
  await page.getByRole('button', { name: 'Case', exact: true }).click()
  await page.getByRole('combobox', { name: 'Add what is known' }).click()
  await page.getByRole('option', { name: 'Time of the call' }).click()
  await page.getByLabel('Time of the call', { exact: true }).fill('16:30')
  await expect(bodies).toHaveCount(1)
  await expect(bodies).toContainText('Transfer to Senior desk')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Case: Time of the call: 4:30 PM/ }).click()
  await expect(bodies).toHaveCount(2)

  // By a column, from the keyboard.
  await table.getByRole('button', { name: 'Then' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: /^Resolved/ }).press('Space')
  await page.keyboard.press('Escape')
  await expect(bodies).toHaveCount(1)
  await table.getByRole('button', { name: /Then/ }).press('Enter')
  await page.getByRole('button', { name: 'All of them' }).click()
  await page.getByRole('button', { name: 'Group rows by it' }).click()
  await expect(table.getByRole('button', { name: /Resolved.*1 row/ })).toBeVisible()

  // The menu of the other column is still fading out.
  await expect(page.getByRole('button', { name: 'Hide the column' })).toHaveCount(0)
  await table.getByRole('button', { name: 'What to say' }).click()
  await page.getByRole('button', { name: 'Hide the column' }).click()
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await page.getByRole('menuitem', { name: 'For a spreadsheet' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  const lines = text.split('\n').map(line => line.split('\t'))
  expect(lines[0]).toEqual(['Row', 'Time of the call', 'What to do', 'Then'])
  expect(lines.slice(1).map(line => line.slice(-2))).toContainEqual([
    'Goodwill credit (Amount 10)',
    'Resolved',
  ])
})
