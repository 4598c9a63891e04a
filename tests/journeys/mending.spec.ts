import type { Page } from '@playwright/test'
import type { Node } from '@/compiler/language/kinds'
import type { Edge, PolicyDocument } from '@/compiler/language/policy'
import { ask, call, expect, freshName, test } from './accounts'
import { ready } from './editor-page'

const close = (id: string, x: number, y: number): Node => ({
  id,
  kind: 'close',
  result: 'resolved',
  title: id,
  say: `${id}.`,
  position: { x, y },
})

/** Nobody answers on the stroke of noon, two answers hold at three, and the front line credits what the desk may. */
const NODES: Node[] = [
  { id: 'start', kind: 'start', position: { x: 0, y: 60 } },
  { id: 'noon', kind: 'question', title: 'Before noon?', facts: ['call_time'], position: { x: 160, y: 20 } },
  {
    id: 'three',
    kind: 'question',
    title: 'Before three?',
    facts: ['call_time'],
    position: { x: 460, y: 160 },
  },
  {
    id: 'give',
    kind: 'action',
    title: 'Credit 100',
    action: 'credit',
    with: { amount: 100 },
    say: 'I have credited it.',
    position: { x: 460, y: 0 },
  },
  close('Thanks', 780, 0),
  close('Today', 780, 140),
  close('Tomorrow', 780, 260),
]

const EDGES: Edge[] = [
  { id: 'e1', from: 'start', to: 'noon' },
  { id: 'e2', from: 'noon', to: 'give', when: { call_time: '< time("12:00:00")' } },
  { id: 'e3', from: 'noon', to: 'three', when: { call_time: '> time("12:00:00")' } },
  { id: 'e4', from: 'three', to: 'Today', when: { call_time: '<= time("15:00:00")' } },
  { id: 'e5', from: 'three', to: 'Tomorrow', when: { call_time: '>= time("15:00:00")' } },
  { id: 'e6', from: 'give', to: 'Thanks' },
]

const policy = (name: string): PolicyDocument => ({
  format: 'remit/1',
  name,
  title: 'To be mended',
  timeZone: 'Europe/London',
  handbook: {
    tiers: [
      { id: 'T1', title: 'Front line' },
      { id: 'T2', title: 'Senior desk' },
    ],
    facts: { call_time: { type: 'time', title: 'Time of the call', source: 'clock' } },
    actions: {
      credit: {
        title: 'Goodwill credit',
        params: { amount: { type: 'number' } },
        grants: { T1: { amount: '<= 25' }, T2: { amount: '<= 200' } },
      },
    },
  },
  chart: { nodes: NODES, edges: EDGES },
})

async function open(page: Page): Promise<string> {
  const name = freshName('mend')
  const { message } = await call(page.request, 'policies.create', {
    name,
    title: 'To be mended',
    document: policy(name),
  })
  expect(message).toBeUndefined()
  await page.goto(`/policies/${name}/edit`)
  await ready(page)
  return name
}

const chartOf = async (page: Page, name: string): Promise<PolicyDocument['chart']> =>
  (await ask(page.request, 'drafts.get', { policy: name })).data.document.chart
const whenOf = (id: string) => (chart: PolicyDocument['chart']) =>
  chart.edges.find(edge => edge.id === id)?.when
const findings = (page: Page) => page.getByRole('tabpanel', { name: /Findings/ }).getByRole('listitem')

test('a gap, an overlap and a missing authority are each mended by one button, and undo brings them back', async ({
  as,
}) => {
  const page = await as('manager')
  const name = await open(page)
  const saved = (look: (chart: PolicyDocument['chart']) => unknown) =>
    expect.poll(async () => look(await chartOf(page, name)))
  const MENDS = [
    {
      message: /No answer at “Before noon\?”/,
      fix: 'Add noon to the answer to “Before three?”',
      look: whenOf('e3'),
      mended: { call_time: '>= time("12:00:00")' },
      before: { call_time: '> time("12:00:00")' },
    },
    {
      message: /Two answers hold at “Before three\?”/,
      fix: 'Cut the answer to “Tomorrow” back to after 3:00 PM',
      look: whenOf('e5'),
      mended: { call_time: '> time("15:00:00")' },
      before: { call_time: '>= time("15:00:00")' },
    },
    {
      message: /The amount of “Goodwill credit” at “Credit 100” is 100/,
      fix: 'Put an escalation to Senior desk (T2) before “Credit 100”',
      look: (chart: PolicyDocument['chart']) =>
        chart.nodes.flatMap(node => (node.kind === 'escalate' ? [node.to] : [])),
      mended: ['T2'],
      before: [],
    },
  ]
  for (const { message, fix, look, mended, before } of MENDS) {
    const row = findings(page).filter({ hasText: message })
    await row.getByRole('button', { name: fix }).click()
    await expect(row).toHaveCount(0)
    await saved(look).toEqual(mended)
    await page.keyboard.press('Control+z')
    await expect(row).toHaveCount(1)
    await saved(look).toEqual(before)
    await row.getByRole('button', { name: fix }).click()
    await expect(row).toHaveCount(0)
  }
  await expect(findings(page).filter({ has: page.getByLabel('Error') })).toHaveCount(0)
})

test('the keyboard goes to a finding and mends it there', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page)
  await expect(findings(page).filter({ hasText: /No answer at/ })).toHaveCount(1)
  await page.keyboard.press('F8')
  await page.keyboard.press('Control+.')
  await expect(findings(page).filter({ hasText: /No answer at/ })).toHaveCount(0)
  await expect
    .poll(async () => whenOf('e3')(await chartOf(page, name)))
    .toEqual({
      call_time: '>= time("12:00:00")',
    })
  await page.keyboard.press('Control+z')
  await expect(findings(page).filter({ hasText: /No answer at/ })).toHaveCount(1)
})

test('the example of a finding walks the chart, at its own pace or by the keys', async ({ as }) => {
  const page = await as('manager')
  await open(page)
  const walk = page.getByRole('region', { name: 'The example walks the chart' })
  const gap = findings(page).filter({ hasText: /No answer at/ })
  const show = gap.getByRole('button', { name: /^Show me/ })
  await show.click()
  // By itself it comes to where it goes wrong.
  await expect(walk).toContainText('Step 2 of 2')
  await expect(walk).toContainText('Before noon? Time of the call: noon.')
  await expect(walk).toContainText('No answer at “Before noon?”')
  await page.keyboard.press('ArrowLeft')
  await expect(walk).toContainText('The call begins.')
  await page.keyboard.press('Escape')
  await expect(walk).toHaveCount(0)
  await expect(show).toBeFocused()

  // Where nothing is to move, it is all there at once.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.keyboard.press('F8')
  await expect(page.locator('[aria-current="true"]').filter({ hasText: 'Two answers hold' })).toBeVisible()
  await page.keyboard.press('F9')
  await expect(walk).toContainText('Step 3 of 3')
  await expect(walk).toContainText('Two answers hold at “Before three?”')
  await page.keyboard.press('Home')
  await expect(walk).toContainText('Step 1 of 3')

  // A call that goes by the drawing, since there is no table of a draft with errors.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+T')
  const desk = page.getByRole('complementary', { name: 'Try a call' })
  await expect(desk).toContainText('this call goes by the drawing')
  await desk.getByRole('button', { name: 'noon', exact: true }).click()
  await expect(desk).toContainText('No answer of “Before noon?” holds')
})

test('help on a finding shows an example, its case and its fix', async ({ as }) => {
  const page = await as('auditor')
  await page.goto('/help/gap')
  const example = page.getByRole('figure')
  await expect(example).toContainText('Time of the call: before 3:00 PM')
  await expect(example).toContainText('No answer at “Before three?” when “Time of the call” is 3:00 PM.')
  await expect(example).toContainText('For example: Time of the call: 3:00 PM.')
  await expect(example).toContainText('The fix that is offered: Add 3:00 PM to the answer to')
  await page.goto('/help/cannot-keep')
  await expect(page.getByText('It offers none: what was meant here, only a person knows.')).toBeVisible()
})
