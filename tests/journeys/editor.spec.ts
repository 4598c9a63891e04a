import type { Node } from '@/compiler/language/kinds'
import { ask, call, expect, freshName, test } from './accounts'
import {
  card,
  chart,
  DONE,
  draft,
  dragLine,
  handle,
  NO,
  open,
  policy,
  QUESTION,
  ready,
  saved,
} from './editor-page'

test('a step is dragged from the palette, connected by its handle, and is there after a reload', async ({
  as,
}) => {
  const page = await as('manager')
  const name = await open(page)
  await page
    .getByRole('toolbar', { name: 'Add to the chart' })
    .getByRole('button', { name: 'Question' })
    .dragTo(page.locator('.react-flow__pane'), { targetPosition: { x: 520, y: 200 } })
  await expect(card(page, 'question')).toBeVisible()
  await dragLine(page, handle(page, 'start', 'out'), card(page, 'question'))
  await expect
    .poll(async () => (await chart(page, name)).edges)
    .toEqual([{ id: 'e1', from: 'start', to: 'question' }])
  await saved(page)
  const before = await card(page, 'question').boundingBox()
  await page.reload()
  await ready(page)
  await expect(card(page, 'question')).toBeVisible()
  expect((await chart(page, name)).nodes.map(node => node.kind)).toEqual(['start', 'question'])
  expect(before?.width).toBeGreaterThan(100)
})

test('an answer is drawn from the row that is missing', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page, {
    nodes: [QUESTION, DONE, NO],
    edges: [
      { id: 'e1', from: 'start', to: 'ask' },
      { id: 'e2', from: 'ask', to: 'done', when: { gift: 'true' } },
    ],
  })
  await expect(card(page, 'ask').getByText('no: no answer')).toBeVisible()
  await dragLine(page, handle(page, 'ask', 'missing-0'), card(page, 'no'))
  await expect(card(page, 'ask').getByText('no: no answer')).toBeHidden()
  await expect
    .poll(async () => (await chart(page, name)).edges.at(-1))
    .toMatchObject({ from: 'ask', to: 'no', when: { gift: 'false' } })
})

test('a line that is let go of over the empty canvas leads to a new step', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page, { nodes: [QUESTION], edges: [{ id: 'e1', from: 'start', to: 'ask' }] })
  const from = await handle(page, 'ask', 'missing-0').boundingBox()
  await page.mouse.move(from!.x + 5, from!.y + 5)
  await page.mouse.down()
  await page.mouse.move(from!.x + 160, from!.y + 60, { steps: 8 })
  await page.mouse.up()
  await page.getByRole('menuitem', { name: 'Close' }).click()
  await expect
    .poll(async () => (await chart(page, name)).edges.at(-1))
    .toMatchObject({ from: 'ask', to: 'close', when: { gift: 'true' } })
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await chart(page, name)).nodes).toHaveLength(2)
})

test('the keyboard alone adds, connects, moves, takes back and does again', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page, { nodes: [QUESTION, DONE, NO] })
  await card(page, 'start').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(card(page, 'start')).toBeFocused()
  await page.keyboard.press('a')
  await expect(card(page, 'action')).toBeFocused()
  await expect
    .poll(async () => (await chart(page, name)).edges)
    .toMatchObject([{ from: 'start', to: 'action' }])

  await page.keyboard.press('Shift+C')
  await expect(page.getByRole('combobox', { name: 'Connect to' })).toBeFocused()
  await page.keyboard.type('gift')
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (await chart(page, name)).edges)
    .toMatchObject([{}, { from: 'action', to: 'ask' }])

  // A question is asked for which of its answers first.
  await card(page, 'ask').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+C')
  await expect(page.getByRole('combobox', { name: 'Connect which answer?' })).toBeFocused()
  await page.keyboard.type('no')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Connect to' })).toBeFocused()
  await page.keyboard.type('declined')
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (await chart(page, name)).edges.at(-1))
    .toMatchObject({ from: 'ask', to: 'no', when: { gift: 'false' } })

  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await chart(page, name)).edges).toEqual([])
  for (let i = 0; i < 3; i++) await page.keyboard.press('Control+Shift+z')
  await expect.poll(async () => (await chart(page, name)).edges).toHaveLength(3)

  await card(page, 'ask').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowRight')
  await expect
    .poll(async () => (await chart(page, name)).nodes.find(node => node.id === 'ask')?.position)
    .toEqual({ x: 210, y: 30 })
})

test('the list of commands runs what is found, and Escape runs nothing', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page)
  const list = page.getByRole('combobox', { name: 'Commands' })
  await page.keyboard.press('Control+k')
  await expect(list).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(list).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await expect(list).toBeFocused()
  await page.keyboard.type('add esc')
  await page.keyboard.press('Enter')
  await expect(card(page, 'escalate')).toBeVisible()
  await expect
    .poll(async () => (await chart(page, name)).nodes.map(node => node.kind))
    .toEqual(['start', 'escalate'])
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('Next finding')
})

test('a card that is dragged stays where it was put, and its steps are tidied', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page, { nodes: [QUESTION, DONE], edges: [{ id: 'e1', from: 'start', to: 'ask' }] })
  const box = (await card(page, 'done').boundingBox())!
  await page.mouse.move(box.x + 40, box.y + 15)
  await page.mouse.down()
  await page.mouse.move(box.x + 140, box.y + 115, { steps: 6 })
  await page.mouse.up()
  await expect
    .poll(async () => (await chart(page, name)).nodes.find(node => node.id === 'done')?.position)
    .not.toEqual(DONE.position)
  await page.keyboard.press('l')
  await expect
    .poll(async () => (await chart(page, name)).nodes.every(node => node.position!.y < 400))
    .toBe(true)
})

test('a chart without positions is laid out, and the draft stays as it was', async ({ as }) => {
  const page = await as('manager')
  const bare = ({ position, ...node }: Node): Node => node as Node
  const name = freshName('gifts')
  const document = policy(name, {
    nodes: [QUESTION, DONE, NO],
    edges: [
      { id: 'e1', from: 'start', to: 'ask' },
      { id: 'e2', from: 'ask', to: 'done', when: { gift: 'true' } },
      { id: 'e3', from: 'ask', to: 'no', when: { gift: 'false' } },
    ],
  })
  document.chart.nodes = document.chart.nodes.map(bare)
  await call(page.request, 'policies.create', { name, title: 'Gifts', document })
  await page.goto(`/policies/${name}/edit`)
  await ready(page)
  const left = async (id: string) => (await card(page, id).boundingBox())!.x
  expect(await left('start')).toBeLessThan(await left('ask'))
  expect(await left('ask')).toBeLessThan(await left('done'))
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true')
  expect((await draft(page, name)).revision).toBe(1)
  // Whoever moves one has seen all of them where they are.
  const box = (await card(page, 'done').boundingBox())!
  await page.mouse.move(box.x + 40, box.y + 15)
  await page.mouse.down()
  await page.mouse.move(box.x + 90, box.y + 55, { steps: 6 })
  await page.mouse.up()
  await expect
    .poll(async () => (await chart(page, name)).nodes.every(node => node.position !== undefined))
    .toBe(true)
})

test('a line is led elsewhere by its end, and several cards move together', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page, {
    nodes: [QUESTION, DONE, NO],
    edges: [
      { id: 'e1', from: 'start', to: 'ask' },
      { id: 'e2', from: 'ask', to: 'done', when: { gift: 'true' } },
    ],
  })
  const end = (await card(page, 'done').boundingBox())!
  const to = (await card(page, 'no').boundingBox())!
  const edgeEnd = page.locator('.react-flow__edge[data-id="e2"] .react-flow__edgeupdater-target')
  const grip = (await edgeEnd.boundingBox())!
  expect(Math.abs(grip.x - end.x)).toBeLessThan(30)
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + 6, to.y + 28, { steps: 8 })
  await page.mouse.up()
  await expect.poll(async () => (await chart(page, name)).edges.at(-1)).toMatchObject({ id: 'e2', to: 'no' })

  // What was clicked is what Delete is about.
  await handle(page, 'ask', 'e2').locator('..').click()
  await page.keyboard.press('Delete')
  await expect.poll(async () => (await chart(page, name)).edges).toHaveLength(1)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await chart(page, name)).edges).toHaveLength(2)

  await page.keyboard.press('Control+a')
  await page.keyboard.press('ArrowDown')
  await expect
    .poll(async () => (await chart(page, name)).nodes.map(node => node.position?.y))
    .toEqual([70, 30, 50, 170])
  await page.keyboard.press('Control+z')
  await expect
    .poll(async () => (await chart(page, name)).nodes.map(node => node.position?.y))
    .toEqual([60, 20, 40, 160])
})

test('a finding leads to its place, and proposing is refused until it is mended', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page, {
    nodes: [QUESTION, { ...DONE, say: 'Done.' }, NO],
    edges: [
      { id: 'e1', from: 'start', to: 'ask' },
      { id: 'e2', from: 'ask', to: 'done', when: { gift: 'true' } },
    ],
  })
  const propose = page.getByRole('button', { name: 'Propose…' })
  await expect(propose).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByRole('list', { name: 'Findings' }).getByRole('listitem').first()).toBeVisible()
  await page.keyboard.press('F8')
  await expect(card(page, 'ask')).toHaveClass(/selected/)
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('A gift?')

  await dragLine(page, handle(page, 'ask', 'missing-0'), card(page, 'no'))
  await expect(propose).not.toHaveAttribute('aria-disabled')
  await propose.click()
  const dialog = page.getByRole('dialog', { name: 'Propose this draft' })
  await expect(dialog).toContainText('You have edited this, and cannot approve it yourself.')
  await dialog.getByLabel('What changes, and why').fill('The first rule')
  await dialog.getByRole('button', { name: 'Propose' }).click()
  await expect(page.getByText('Proposal 1 waits for approval')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Proposal 1', exact: true })).toBeVisible()
  const { data } = await ask(page.request, 'proposals.list', { policy: name })
  expect(data).toMatchObject([{ number: 1, note: 'The first rule', outcome: null, standing: 0 }])
})

test('an auditor sees the chart and changes nothing', async ({ as }) => {
  const name = await open(await as('manager'), { nodes: [QUESTION, DONE] })
  const page = await as('auditor')
  await page.goto(`/policies/${name}/edit`)
  await expect(card(page, 'ask')).toBeVisible()
  await expect(page.getByText('to look at only')).toBeVisible()
  await expect(page.getByRole('toolbar', { name: 'Add to the chart' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Propose…' })).toHaveCount(0)
  await card(page, 'ask').click()
  await page.keyboard.press('Delete')
  await page.keyboard.press('q')
  await expect(page.getByText('Auditors can see everything and change nothing.').first()).toBeVisible()
  await expect(card(page, 'ask')).toBeVisible()
})
