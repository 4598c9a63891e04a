import type { Page } from '@playwright/test'
import type { Node } from '@/compiler/language/kinds'
import type { PolicyDocument } from '@/compiler/language/policy'
import { ask, call, expect, freshName, test } from './accounts'

const NODES: Node[] = [
  { id: 'start', kind: 'start', position: { x: 0, y: 80 } },
  { id: 'word', kind: 'trigger', priority: 1, when: { danger: 'true' }, position: { x: 0, y: 240 } },
  { id: 'ask', kind: 'question', facts: ['call_time'], position: { x: 260, y: 60 } },
  { id: 'give', kind: 'action', action: 'credit', with: { amount: 10 }, position: { x: 540, y: 0 } },
  { id: 'up', kind: 'escalate', to: 'T2', mode: 'transfer', position: { x: 540, y: 160 } },
  { id: 'done', kind: 'close', result: 'resolved', position: { x: 820, y: 40 } },
  { id: 'memo', kind: 'note', text: 'Old.', position: { x: 820, y: 200 } },
]

const policy = (name: string): PolicyDocument => ({
  format: 'remit/1',
  name,
  title: 'Panels',
  timeZone: 'Europe/London',
  handbook: {
    tiers: [
      { id: 'T1', title: 'Front line' },
      { id: 'T2', title: 'Senior desk' },
    ],
    facts: {
      call_time: { type: 'time', title: 'Time of the call', source: 'clock' },
      total: { type: 'number', title: 'Order total', source: 'record' },
      speed: { type: 'string', title: 'Speed', allowedValues: '"standard", "two-day"', source: 'record' },
      danger: { type: 'boolean', title: 'Safety issue', source: 'customer', volunteered: true },
    },
    actions: {
      credit: {
        title: 'Goodwill credit',
        params: { amount: { type: 'number', title: 'Amount' } },
        grants: { T1: { amount: '<= 25' } },
      },
      wrap: { title: 'Wrap it', grants: { T1: {} } },
    },
  },
  chart: {
    nodes: NODES,
    edges: [
      { id: 'e1', from: 'start', to: 'ask' },
      { id: 'e2', from: 'word', to: 'ask' },
      { id: 'e3', from: 'ask', to: 'give', when: { call_time: '< time("15:00:00")' } },
      { id: 'e4', from: 'ask', to: 'up', otherwise: true },
      { id: 'e5', from: 'give', to: 'done' },
    ],
  },
})

async function open(page: Page): Promise<string> {
  const name = freshName('panels')
  const { message } = await call(page.request, 'policies.create', {
    name,
    title: 'Panels',
    document: policy(name),
  })
  expect(message).toBeUndefined()
  await page.goto(`/policies/${name}/edit`)
  await expect(page.locator('[aria-busy="false"] .react-flow')).toBeAttached({ timeout: 20_000 })
  return name
}

/** Waits until the draft on the server says so. */
const expectDraft = (page: Page, name: string, look: (document: PolicyDocument) => unknown) =>
  expect.poll(async () => {
    const { data } = await ask(page.request, 'drafts.get', { policy: name })
    return look(data.document)
  })
const nodeOf = (id: string) => (document: PolicyDocument) => document.chart.nodes.find(node => node.id === id)

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' })
const select = (page: Page, id: string) =>
  page.locator(`.react-flow__node[data-id="${id}"]`).click({ position: { x: 30, y: 14 } })

async function pick(page: Page, label: string, option: string) {
  await inspector(page).getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

test('what every step says is edited in the inspector', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page)
  const panel = inspector(page)
  await select(page, 'give')
  await panel.getByLabel('Title', { exact: true }).fill('A small credit')
  await panel.getByLabel('What the agent says').fill('There is a credit on your account.')
  await panel.getByLabel('Note for the agent').fill('No need to ask.')
  await panel.getByLabel(/^Why/).fill('It is cheaper than a call.')
  await panel.getByLabel('Minutes of the agent').fill('2')
  await expectDraft(page, name, nodeOf('give')).toMatchObject({
    title: 'A small credit',
    say: 'There is a credit on your account.',
    note: 'No need to ask.',
    why: 'It is cheaper than a call.',
    minutes: { agent: 2 },
  })

  await panel.getByLabel('Title', { exact: true }).fill('')
  await panel.getByLabel('Minutes of the agent').fill('')
  await panel.getByLabel('Minutes of the agent').blur()
  await expectDraft(page, name, document => {
    const node = nodeOf('give')(document)!
    return ['title' in node, 'minutes' in node]
  }).toEqual([false, false])
})

test('typing in a field is one undo step, and what was typed is not lost by going elsewhere', async ({
  as,
}) => {
  const page = await as('manager')
  const name = await open(page)
  await select(page, 'give')
  await inspector(page).getByLabel('What the agent says').pressSequentially('Here you are.', { delay: 20 })
  await select(page, 'done')
  await expectDraft(page, name, nodeOf('give')).toMatchObject({ say: 'Here you are.' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await expectDraft(page, name, document => 'say' in nodeOf('give')(document)!).toBe(false)
})

test('an action’s parameters are values of their type, or taken from a fact', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page)
  await select(page, 'give')
  const panel = inspector(page)
  await panel.getByRole('textbox', { name: 'Amount' }).fill('12.5')
  await expectDraft(page, name, nodeOf('give')).toMatchObject({ with: { amount: 12.5 } })
  await panel.getByText('Fact', { exact: true }).click()
  await pick(page, 'Amount: fact', 'Order total')
  await expectDraft(page, name, nodeOf('give')).toMatchObject({ with: { amount: { fact: 'total' } } })
  await pick(page, 'What is done', 'Wrap it')
  await expectDraft(page, name, document => {
    const { action, with: args } = nodeOf('give')(document) as { action: string; with?: unknown }
    return [action, args]
  }).toEqual(['wrap', undefined])
})

test('a new action is made on the spot, and is one undo step with its use', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page)
  await select(page, 'give')
  await pick(page, 'What is done', 'New action…')
  const dialog = page.getByRole('dialog', { name: 'New action' })
  await dialog.getByLabel('What is it called?').fill('Waive shipping')
  await dialog.getByRole('button', { name: 'Add action' }).click()
  await expectDraft(page, name, nodeOf('give')).toMatchObject({ action: 'waive-shipping' })
  await expectDraft(page, name, document => document.handbook.actions?.['waive-shipping']).toEqual({
    title: 'Waive shipping',
    grants: { T1: {} },
  })
  await page.getByRole('button', { name: 'Undo' }).click()
  await expectDraft(page, name, document => [
    Object.keys(document.handbook.actions ?? {}),
    (nodeOf('give')(document) as { action: string }).action,
  ]).toEqual([['credit', 'wrap'], 'credit'])
})

test('an escalation says to whom, how, how soon, and what it requires', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page)
  await select(page, 'up')
  const panel = inspector(page)
  await panel.getByText('Call back', { exact: true }).click()
  await panel.getByRole('textbox', { name: 'Within', exact: true }).fill('30')
  await pick(page, 'Unit of Within', 'minutes')
  await panel.getByRole('textbox', { name: 'Within', exact: true }).fill('45')
  await panel.getByRole('button', { name: 'Add a condition' }).click()
  await pick(page, 'Only while, entry 1: add a condition', 'Order total')
  await pick(page, 'Order total: how it compares', 'more than')
  await panel.getByLabel('Order total: value').fill('100')
  await expectDraft(page, name, nodeOf('up')).toMatchObject({
    mode: 'callback',
    within: 'PT45M',
    requires: [{ total: '> 100' }],
  })
  await panel.getByText('Transfer', { exact: true }).click()
  await expectDraft(page, name, document => 'within' in nodeOf('up')(document)!).toBe(false)
})

test('a close says how the case ends, and what is offered instead', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page)
  await select(page, 'done')
  const panel = inspector(page)
  await panel.getByText('Declined', { exact: true }).click()
  await panel.getByRole('button', { name: 'Words' }).click()
  await panel.getByLabel('Offer 1: words').fill('I can call you tomorrow.')
  await panel.getByRole('button', { name: 'An action' }).click()
  await pick(page, 'Offer 2: action', 'Wrap it')
  await panel.getByRole('button', { name: 'Move up offer 2' }).click()
  await expectDraft(page, name, nodeOf('done')).toMatchObject({
    result: 'declined',
    options: [{ action: 'wrap' }, { say: 'I can call you tomorrow.' }],
  })
})

test('a magic word and a note', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page)
  const panel = inspector(page)
  await select(page, 'word')
  await panel.getByLabel('Priority').fill('3')
  await pick(page, 'Goes off when: add a condition', 'Speed')
  await panel.getByText('two-day', { exact: true }).click()
  await expectDraft(page, name, nodeOf('word')).toMatchObject({
    priority: 3,
    when: { danger: 'true', speed: '"two-day"' },
  })
  await select(page, 'memo')
  await panel.getByLabel('Text').fill('New.')
  await expectDraft(page, name, nodeOf('memo')).toMatchObject({ text: 'New.' })
})

test('an answer is edited as a form, and a case without one is added where it is missed', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page)
  await select(page, 'ask')
  const panel = inspector(page)
  const edges = (document: PolicyDocument) =>
    document.chart.edges.filter(edge => edge.from === 'ask').map(({ id, ...edge }) => edge)

  await panel.getByRole('button', { name: /otherwise/ }).click()
  await panel.getByRole('button', { name: 'Remove the answer “otherwise”' }).click()
  const missing = panel.getByRole('button', { name: 'Add an answer for 3:00 PM to midnight' })
  await expect(panel.getByText('3:00 PM to midnight: no answer')).toBeVisible()
  await missing.click()
  await page.getByRole('option', { name: 'Senior desk' }).click()
  await expect(panel.getByText(/no answer$/)).toHaveCount(0)

  await panel.getByRole('button', { name: /before 3:00 PM/ }).click()
  await panel.getByLabel('Time of the call: value').fill('16:00')
  await expect(panel.getByRole('button', { name: /^before 4:00 PM/ })).toBeVisible()
  await expectDraft(page, name, edges).toEqual([
    { from: 'ask', to: 'give', when: { call_time: '< time("16:00:00")' } },
    { from: 'ask', to: 'up', when: { call_time: '>= time("15:00:00")' } },
  ])
  await expect(page.getByRole('list', { name: 'Findings', exact: true })).toContainText('For example')

  await panel.getByRole('switch', { name: 'Let the order decide' }).click()
  await expectDraft(page, name, nodeOf('ask')).toMatchObject({ hit: 'first' })
  await panel.getByRole('button', { name: /Move down the answer “before 4:00 PM”/ }).click()
  await expectDraft(page, name, document => edges(document).map(edge => edge.to)).toEqual(['up', 'give'])
})

test('a test with a mistake keeps its text, says where the mistake is, and is a finding', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page)
  await select(page, 'ask')
  const panel = inspector(page)
  await panel.getByRole('button', { name: /before 3:00 PM/ }).click()
  await panel.getByRole('button', { name: 'Time of the call: show as S-FEEL' }).click()
  const field = panel.getByLabel('Time of the call in S-FEEL')
  await field.fill('< tim("15:00:00")')
  await expect(panel.getByText('At character 3')).toBeVisible()
  await field.blur()
  await expectDraft(
    page,
    name,
    document => document.chart.edges.find(edge => edge.id === 'e3')?.when,
  ).toEqual({
    call_time: '< tim("15:00:00")',
  })
  const finding = page.getByRole('list', { name: 'Findings', exact: true }).getByRole('listitem').first()
  await expect(finding).toContainText('tim')
  await select(page, 'done')
  await finding.getByRole('button', { name: /^Show me/ }).click()
  await expect(panel.getByLabel('Time of the call in S-FEEL')).toHaveValue('< tim("15:00:00")')
  await panel.getByLabel('Time of the call in S-FEEL').fill('< time("15:00:00")')
  await panel.getByLabel('Time of the call in S-FEEL').press('Enter')
  await expectDraft(
    page,
    name,
    document => document.chart.edges.find(edge => edge.id === 'e3')?.when,
  ).toEqual({
    call_time: '< time("15:00:00")',
  })
})

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
  await page.getByLabel('Amount: value').fill('200')
  await expectDraft(page, name, grants).toEqual({ T1: { amount: '<= 25' }, T2: { amount: '<= 200' } })
  await page.keyboard.press('Escape')
  await expect(senior).toHaveAccessibleName('Senior desk: Goodwill credit: 200 or less')
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

test('the table of a tier, in words, leads back to the chart', async ({ as }) => {
  const page = await as('manager')
  await open(page)
  await page.getByRole('tab', { name: /Table/ }).click()
  const row = page.getByRole('row', { name: /before 3:00 PM/ }).first()
  await expect(row).toContainText('Goodwill credit (Amount 10)')
  await page.getByLabel('Filter rows').fill('goodwill')
  await expect(page.getByRole('row', { name: /midnight/ })).toHaveCount(0)
  await row.getByRole('button', { name: /on the chart/ }).click()
  await expect(page.locator('.react-flow__node[data-id="give"].selected')).toBeVisible()
})

test('an auditor sees every field and changes none', async ({ as }) => {
  const manager = await as('manager')
  const name = await open(manager)
  const page = await as('auditor')
  await page.goto(`/policies/${name}/edit`)
  await expect(page.locator('[aria-busy="false"] .react-flow')).toBeAttached({ timeout: 20_000 })
  await select(page, 'give')
  const panel = inspector(page)
  await expect(panel.getByLabel('What the agent says')).not.toBeEditable()
  await expect(panel.getByRole('textbox', { name: 'Amount' })).not.toBeEditable()
  await expect(panel.getByRole('button', { name: /Delete|Remove|Add/ })).toHaveCount(0)
})
