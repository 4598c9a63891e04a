import type { PolicyDocument } from '@/compiler/language/policy'
import { expect, test } from './accounts'
import { expectDraft, inspector, nodeOf, open, pick, select } from './panels-page'

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
