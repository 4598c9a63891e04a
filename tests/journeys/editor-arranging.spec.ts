import type { Page } from '@playwright/test'
import type { Node } from '@/compiler/language/kinds'
import { call, expect, test } from './accounts'
import { card, chart, DONE, draft, NO, open, QUESTION, ready, saved } from './editor-page'

const ANSWERED = {
  nodes: [QUESTION, DONE, NO],
  edges: [
    { id: 'e1', from: 'start', to: 'ask' },
    { id: 'e2', from: 'ask', to: 'done', when: { gift: 'true' } },
    { id: 'e3', from: 'ask', to: 'no', when: { gift: 'false' } },
  ],
}
const WRAP: Node = { id: 'wrap', kind: 'action', action: 'wrap', position: { x: 200, y: 380 } }

/** The middle of a line, on the screen. */
const middleOf = (page: Page, line: string) =>
  page
    .locator(`.react-flow__edge[data-id="${line}"] .react-flow__edge-path`)
    .evaluate((path: SVGPathElement) => {
      const point = path.getPointAtLength(path.getTotalLength() / 2)
      const { x, y } = point.matrixTransform(path.getScreenCTM()!)
      return { x, y }
    })

const ends = async (page: Page, name: string) =>
  (await chart(page, name)).edges.map(({ from, to }) => `${from} ${to}`).sort()
const place = async (page: Page, name: string, id: string) =>
  (await chart(page, name)).nodes.find(node => node.id === id)?.position
const line = (page: Page, label: string) => page.getByRole('group', { name: label, exact: true })

test('a step goes into a line: dropped there, new or not, and by the keyboard', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page, { ...ANSWERED, nodes: [...ANSWERED.nodes, WRAP] })

  await test.step('one that stands by itself; taken back with the move', async () => {
    const box = (await card(page, 'wrap').boundingBox())!
    const to = await middleOf(page, 'e3')
    await page.mouse.move(box.x + 40, box.y + 15)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y + 40, { steps: 6 })
    await page.mouse.move(to.x + 40 - box.width / 2, to.y + 15 - box.height / 2, { steps: 4 })
    await expect(page.locator('.react-flow__edge[data-id="e3"] [data-dropping]')).toBeAttached()
    await page.mouse.up()
    await expect(line(page, 'From “A gift?”, no, to “Wrap it”')).toBeAttached()
    await expect.poll(() => ends(page, name)).toEqual(['ask done', 'ask wrap', 'start ask', 'wrap no'])
    await page.keyboard.press('Control+z')
    await expect.poll(() => place(page, name, 'wrap')).toEqual(WRAP.position)
    expect(await ends(page, name)).toEqual(['ask done', 'ask no', 'start ask'])
  })

  await test.step('a new one from the palette', async () => {
    const tool = page
      .getByRole('toolbar', { name: 'Add to the chart' })
      .getByRole('button', { name: 'Action' })
    const from = (await tool.boundingBox())!
    const to = await middleOf(page, 'e2')
    await page.mouse.move(from.x + 20, from.y + 10)
    await page.mouse.down()
    await page.mouse.move(to.x - 40, to.y - 60, { steps: 4 })
    await page.mouse.move(to.x, to.y, { steps: 4 })
    await page.mouse.up()
    await expect(line(page, 'From “A gift?”, yes, to “Choose an action”')).toBeAttached()
    await expect.poll(() => ends(page, name)).toEqual(['action done', 'ask action', 'ask no', 'start ask'])
    await page.keyboard.press('Control+z')
    await expect.poll(() => ends(page, name)).toEqual(['ask done', 'ask no', 'start ask'])
  })

  await test.step('by the keyboard', async () => {
    await card(page, 'wrap').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Shift+B')
    await expect(page.getByRole('combobox', { name: 'Put into which line?' })).toBeFocused()
    await page.keyboard.type('yes')
    await page.keyboard.press('Enter')
    await expect.poll(() => ends(page, name)).toEqual(['ask no', 'ask wrap', 'start ask', 'wrap done'])
  })
})

test('a title is typed over in its place, by F2 and by a double click', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page, ANSWERED)
  const title = async (id: string) => {
    const node = (await chart(page, name)).nodes.find(each => each.id === id)
    return node && 'title' in node ? node.title : undefined
  }
  const field = page.getByRole('textbox', { name: 'Title of the card' })
  await card(page, 'ask').focus()
  await page.keyboard.press('F2')
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('A gift?')
  await page.keyboard.type('Is it for q?')
  await page.keyboard.press('Enter')
  await expect(card(page, 'ask')).toBeFocused()
  await expect(card(page, 'ask')).toContainText('Is it for q?')
  await expect.poll(() => title('ask')).toBe('Is it for q?')

  await card(page, 'done').dblclick()
  await expect(field).toBeFocused()
  await page.keyboard.type('Never mind')
  await page.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
  await expect(card(page, 'done')).toContainText('Resolved')
  await page.keyboard.press('Control+z')
  await expect.poll(() => title('ask')).toBe('A gift?')
  expect(await title('done')).toBeUndefined()
})

test('cards come in line: while they are dragged, by their commands, and when they are tidied', async ({
  as,
}) => {
  const page = await as('manager')
  const name = await open(page, {
    ...ANSWERED,
    nodes: [...ANSWERED.nodes, { ...WRAP, position: { x: 203, y: 383 } }],
  })

  await test.step('a guide shows what a dragged card is level with', async () => {
    const box = (await card(page, 'wrap').boundingBox())!
    const ask = (await card(page, 'ask').boundingBox())!
    const zoom = ask.width / 220
    await page.mouse.move(box.x + 40, box.y + 15)
    await page.mouse.down()
    await page.mouse.move(box.x + 60, box.y + 40, { steps: 3 })
    // Three units beside the question's left edge.
    await page.mouse.move(box.x + 40 + (ask.x - box.x) + 3 * zoom, box.y + 35, { steps: 3 })
    await expect(page.locator('[data-guide="upright"]').first()).toBeAttached()
    await page.mouse.up()
    await expect(page.locator('[data-guide]')).toHaveCount(0)
    await expect.poll(async () => (await place(page, name, 'wrap'))?.x).toBe(160)
  })

  await test.step('edges and spaces', async () => {
    await page.keyboard.press('Control+a')
    await page
      .getByRole('toolbar', { name: 'Bring in line' })
      .getByRole('button', { name: 'Align left edges' })
      .click()
    await expect
      .poll(async () => new Set((await chart(page, name)).nodes.map(node => node.position!.x)))
      .toEqual(new Set([0]))
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await place(page, name, 'done'))?.x).toBe(500)
    await page.getByRole('button', { name: 'Select nothing' }).click()
    await card(page, 'done').click()
    await card(page, 'no').click({ modifiers: ['Shift'] })
    await page.keyboard.press('Control+Shift+ArrowRight')
    await expect.poll(async () => (await place(page, name, 'done'))?.x).not.toBe(500)
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await place(page, name, 'done'))?.x).toBe(500)
  })

  await test.step('tidying leaves alone what is in order', async () => {
    const before = await chart(page, name)
    await page.keyboard.press('l')
    await expect(page.getByText('Everything is in order already.')).toBeVisible()
    await card(page, 'done').click()
    for (let i = 0; i < 10; i++) await page.keyboard.press('Shift+ArrowLeft')
    await expect.poll(async () => (await place(page, name, 'done'))?.x).toBe(0)
    await page.keyboard.press('l')
    await expect(page.getByText(/the others are where you put them/)).toBeVisible()
    await saved(page)
    const after = await chart(page, name)
    const at = (of: typeof before, id: string) => of.nodes.find(node => node.id === id)!.position!
    for (const id of ['start', 'ask', 'wrap']) expect(at(after, id)).toEqual(at(before, id))
    expect(at(after, 'done').x).toBeGreaterThanOrEqual(160)
  })
})

test('a step that is deleted leaves its path cut, and healing is a key away', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page, {
    nodes: [QUESTION, { ...WRAP, position: { x: 480, y: 20 } }, { ...DONE, position: { x: 780, y: 40 } }, NO],
    edges: [
      { id: 'e1', from: 'start', to: 'ask' },
      { id: 'e2', from: 'ask', to: 'wrap', when: { gift: 'true' } },
      { id: 'e3', from: 'ask', to: 'no', when: { gift: 'false' } },
      { id: 'e4', from: 'wrap', to: 'done' },
    ],
  })
  const offer = page.getByRole('status').filter({ hasText: 'The path is cut.' })
  await card(page, 'wrap').click()
  await page.keyboard.press('Delete')
  await expect(offer).toContainText('Shall “A gift?” lead on to “Resolved”?')
  await expect.poll(() => ends(page, name)).toEqual(['ask no', 'start ask'])
  await page.keyboard.press('j')
  await expect.poll(() => ends(page, name)).toEqual(['ask done', 'ask no', 'start ask'])
  expect((await chart(page, name)).edges.map(({ id }) => id)).toEqual(['e1', 'e2', 'e3'])
  await expect(offer).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(() => ends(page, name)).toEqual(['ask no', 'ask wrap', 'start ask', 'wrap done'])

  // A question led to several steps: one of them is chosen.
  await card(page, 'ask').click({ position: { x: 30, y: 12 } })
  await page.keyboard.press('Delete')
  await expect(offer).toContainText('Shall “Start” lead on to one of 2 steps?')
  await page.keyboard.press('j')
  await expect(page.getByRole('combobox', { name: 'Lead the path on to' })).toBeFocused()
  await page.keyboard.type('wrap')
  await page.keyboard.press('Enter')
  await expect.poll(() => ends(page, name)).toEqual(['start wrap', 'wrap done'])
})

test('steps go from one policy to another, with what they need of the handbook', async ({ as }) => {
  const page = await as('manager')
  await open(page, { ...ANSWERED, nodes: [...ANSWERED.nodes, WRAP] })
  await card(page, 'ask').click({ position: { x: 30, y: 12 } })
  await card(page, 'wrap').click({ modifiers: ['Shift'] })
  await expect(page.getByRole('heading', { name: '1 question, 1 action' })).toBeVisible()
  await page.keyboard.press('Control+c')

  const other = await page.context().newPage()
  const name = await open(other)
  const bare = await draft(other, name)
  const { revision, ...document } = bare
  const handbook = { tiers: [{ id: 'T1', title: 'Front line' }], facts: {}, actions: {} }
  await call(other.request, 'drafts.save', { policy: name, revision, document: { ...document, handbook } })
  await other.reload()
  await ready(other)
  await other.keyboard.press('Control+v')
  await expect(card(other, 'ask')).toBeVisible()
  await expect(other.getByText('New in the handbook: the fact “It is a gift”.')).toBeVisible()
  await expect
    .poll(async () => Object.keys((await draft(other, name)).handbook.facts ?? {}))
    .toEqual(['gift'])
  expect(Object.keys((await draft(other, name)).handbook.actions ?? {})).toEqual(['wrap'])
  await other.keyboard.press('Control+z')
  await expect.poll(async () => (await draft(other, name)).handbook).toEqual(handbook)
  expect((await chart(other, name)).nodes.map(({ id }) => id)).toEqual(['start'])
})
