import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Edge } from '@/compiler/language/policy'
import { expect, test } from './accounts'
import { card, DONE, draft, NO, open, type Part, QUESTION, ready } from './editor-page'

const ask = { ...QUESTION, title: 'Which promise?', facts: ['call_time', 'gift'] } as Part['nodes'] extends
  | (infer N)[]
  | undefined
  ? N
  : never

const answer = (id: string, to: string, when: Record<string, string>): Edge => ({ id, from: 'ask', to, when })
const EARLY = '< time("15:00:00")'
const LATE = '>= time("15:00:00")'

const grid = (page: Page) => page.getByRole('grid', { name: 'Answers of “Which promise?”' })
/** The rows as they are shown, a line each. */
const shown = (page: Page, heads = /^Answer/) =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: heads }) })
    .evaluateAll(rows =>
      rows.map(row => [...row.querySelectorAll('[role=gridcell]')].map(cell => cell.textContent).join(' | ')),
    )
const active = (page: Page) => page.locator('[role=gridcell]:focus')
const answers = async (page: Page, name: string) =>
  (await draft(page, name)).chart.edges
    .filter(edge => edge.from === 'ask')
    .map(({ to, when, otherwise }) => [to, otherwise ?? when])
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

async function openTable(page: Page, edges: Edge[]): Promise<string> {
  const name = await open(page, {
    nodes: [ask, DONE, NO],
    edges: [{ id: 'e1', from: 'start', to: 'ask' }, ...edges],
  })
  await card(page, 'ask').click({ position: { x: 30, y: 14 } })
  await page.keyboard.press('Shift+Enter')
  await expect(grid(page)).toBeVisible()
  return name
}

test('a table is typed, pasted, copied and undone as in a spreadsheet', async ({ as }) => {
  const page = await as('manager')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const name = await openTable(page, [])
  await expect(active(page)).toBeVisible()

  // Plain words, the beginning of a word, and the beginning of a step's title.
  await page.keyboard.type('before 3pm')
  await expect(page.getByText('before 3:00 PM', { exact: true })).toBeVisible()
  await press(page, 'Tab')
  await page.keyboard.type('y')
  await press(page, 'Tab')
  await page.keyboard.type('reso')
  await expect(page.getByText('Enter takes “Resolved”.')).toBeVisible()
  await press(page, 'Enter')
  await expect.poll(() => shown(page)).toEqual(['before 3:00 PM | yes | Resolved | '])

  // From a spreadsheet: with headings in another order, a step that is not there, and no condition at all.
  await page.evaluate(
    text => navigator.clipboard.writeText(text),
    'Leads to\tTime of the call\nDeclined\t3 PM to midnight\nNowhere\tsoon\n',
  )
  await press(page, 'Control+End', 'Home', 'Control+v')
  await expect(page.getByText('Pasted: 2 new answers. 2 cells could not be read')).toBeVisible()
  await expect
    .poll(() => shown(page))
    .toEqual([
      'before 3:00 PM | yes | Resolved | ',
      '3:00 PM to midnight | anything | Declined | Not today.',
      'soon | anything | Nowhere | ',
    ])
  await expect
    .poll(() => answers(page, name))
    .toEqual([
      ['done', { call_time: EARLY, gift: 'true' }],
      ['no', { call_time: LATE }],
      ['Nowhere', { call_time: 'soon' }],
    ])
  // What is wrong is said at the row, and at the cell with its place.
  await press(page, 'ArrowDown')
  await expect(page.getByText('“soon” is no time of day, or range of times, that can be read.')).toBeVisible()
  await expect(page.getByRole('rowheader', { name: 'Answer 3, 2 findings' })).toBeVisible()
  await press(page, 'Control+z')
  await expect.poll(() => shown(page)).toEqual(['before 3:00 PM | yes | Resolved | '])

  // A range goes to the clipboard as tabs and lines, and back into another place.
  await press(page, 'Control+Home', 'Shift+End', 'Control+c')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('before 3:00 PM\tyes\tResolved\t')
  await press(page, 'ArrowDown', 'Control+v')
  await expect.poll(() => shown(page)).toHaveLength(2)
  await page.keyboard.type('3pm to midnight')
  await press(page, 'Enter')
  await press(page, 'ArrowUp', 'ArrowRight', 'Control+x')
  await expect
    .poll(() => shown(page))
    .toEqual(['before 3:00 PM | yes | Resolved | ', '3:00 PM to midnight | anything | Resolved | '])
  await press(page, 'ArrowLeft', 'Delete', 'Control+d')
  await expect
    .poll(() => shown(page))
    .toEqual(['before 3:00 PM | yes | Resolved | ', 'before 3:00 PM | anything | Resolved | '])
  await press(page, 'Control+z', 'Control+z')
  await expect
    .poll(() => answers(page, name))
    .toEqual([
      ['done', { call_time: EARLY, gift: 'true' }],
      ['done', { call_time: LATE }],
    ])

  // Back on the chart, the keyboard is at the card.
  await press(page, 'Escape')
  await expect(grid(page)).toHaveCount(0)
  await expect(card(page, 'ask')).toBeFocused()

  // In the inspector, too, an answer is split; undo takes both halves back at once.
  await page.getByRole('button', { name: /^before 3:00 PM/ }).click()
  await page.getByRole('button', { name: 'Split the answer by Time of the call' }).click()
  await page.getByLabel('Split at').fill('09:00')
  await page.getByRole('dialog').getByRole('button', { name: 'Split' }).click()
  await expect
    .poll(() => answers(page, name))
    .toEqual([
      ['done', { call_time: '< time("09:00:00")', gift: 'true' }],
      ['done', { call_time: '[time("09:00:00")..time("15:00:00"))', gift: 'true' }],
      ['done', { call_time: LATE }],
    ])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => answers(page, name)).toHaveLength(2)
})

test('answers are split, moved, filtered by a case, and missing ones are made, in the table', async ({
  as,
}) => {
  const page = await as('manager')
  const name = await openTable(page, [
    answer('a', 'done', { call_time: EARLY, gift: 'true' }),
    answer('b', 'no', { call_time: LATE, gift: 'true' }),
  ])
  // The gap that the checks found, as the row that it lacks.
  await expect.poll(() => shown(page, /^Missing/)).toEqual(['anything | no | no answer | '])
  await press(page, 'ArrowDown', 'ArrowDown', 'Enter')
  await expect(page.getByRole('rowheader', { name: /^Answer 3/ })).toBeVisible()
  await press(page, 'Enter')
  await page.getByRole('option', { name: 'Declined' }).click()
  await expect.poll(() => answers(page, name)).toContainEqual(['no', { gift: 'false' }])

  await press(page, 'Control+Home', 'Alt+s')
  const dialog = page.getByRole('dialog', { name: 'Split the answer' })
  await expect(dialog.getByLabel('Split at')).toBeFocused()
  await dialog.getByLabel('Split at').fill('12:00')
  await expect(dialog.getByText('noon itself belongs to')).toBeVisible()
  await dialog.getByRole('button', { name: 'Split' }).click()
  await expect
    .poll(async () => (await shown(page)).slice(0, 2))
    .toEqual(['before noon | yes | Resolved | ', 'from noon up to 3:00 PM | yes | Resolved | '])
  await expect
    .poll(() => answers(page, name))
    .toContainEqual(['done', { call_time: '[time("12:00:00")..time("15:00:00"))', gift: 'true' }])
  // The second half has the keyboard; it goes first.
  await press(page, 'Alt+Shift+ArrowUp')
  await expect.poll(async () => (await shown(page))[0]).toBe('from noon up to 3:00 PM | yes | Resolved | ')

  await press(page, 'Control+Home', 'ArrowUp', 'Enter')
  await page.getByLabel('Show rows that hold for').fill('16:00')
  await page.getByRole('button', { name: 'Sort down' }).click()
  await page.getByRole('button', { name: 'Done', exact: true }).click()
  await expect(page.getByText('2 of 4 answers')).toBeVisible()
  await expect(page.getByText('Sorted by Time of the call: this is how they are shown.')).toBeVisible()
  await page
    .getByRole('region', { name: /^Answers of/ })
    .getByRole('button', { name: 'Show all as they are' })
    .click()
  await expect(page.getByText('4 answers', { exact: true })).toBeVisible()

  // A form for who would rather not type, each change of which is in the draft at once.
  await expect(grid(page).locator(':focus')).toBeVisible()
  await press(page, 'Control+Home', 'Alt+ArrowDown')
  const form = page.getByRole('dialog', { name: 'Form of Time of the call' })
  await form.getByLabel('Time of the call: lower end', { exact: true }).fill('13:00')
  await expect.poll(async () => (await shown(page))[0]).toContain('from 1:00 PM up to 3:00 PM')
  await press(page, 'Escape')
  await expect(form).toHaveCount(0)

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual([])
  }
})

test('an auditor reads and filters the table, and changes nothing', async ({ as }) => {
  const manager = await as('manager')
  const name = await openTable(manager, [answer('a', 'done', { gift: 'true' })])
  const page = await as('auditor')
  await page.goto(`/policies/${name}/edit`)
  await ready(page)
  await card(page, 'ask').click({ position: { x: 30, y: 14 } })
  await page.getByRole('button', { name: 'As a table' }).click()
  await expect(active(page)).toBeVisible()
  await press(page, 'Delete')
  await expect(page.getByText('Auditors can see everything and change nothing.')).toBeVisible()
  await page.keyboard.type('x')
  await expect(grid(page).getByRole('textbox')).toHaveCount(0)
  await press(page, 'ArrowUp', 'Enter')
  await page.getByLabel('Show rows that hold for').fill('noon')
  await press(page, 'Enter')
  await expect(page.getByText('1 of 1 answers')).toBeVisible()
})
