import type { Locator, Page } from '@playwright/test'
import type { Node, NodeOf } from '@/compiler/language/kinds'
import type { PolicyDocument } from '@/compiler/language/policy'
import { ask, call, expect, freshName } from './accounts'

export type Part = Partial<PolicyDocument['chart']>

export const policy = (name: string, { nodes = [], edges = [] }: Part = {}): PolicyDocument => ({
  format: 'remit/1',
  name,
  title: 'Gifts',
  timeZone: 'Europe/London',
  handbook: {
    tiers: [
      { id: 'T1', title: 'Front line' },
      { id: 'T2', title: 'Senior desk' },
    ],
    facts: {
      gift: { type: 'boolean', title: 'It is a gift', source: 'customer', ask: 'Is it a gift?' },
      call_time: { type: 'time', title: 'Time of the call', source: 'clock' },
    },
    actions: { wrap: { title: 'Wrap it', grants: { T1: {} } } },
  },
  chart: { nodes: [{ id: 'start', kind: 'start', position: { x: 0, y: 60 } }, ...nodes], edges },
})

export const QUESTION: Node = {
  id: 'ask',
  kind: 'question',
  title: 'A gift?',
  facts: ['gift'],
  position: { x: 160, y: 20 },
}
export const DONE: NodeOf<'close'> = {
  id: 'done',
  kind: 'close',
  result: 'resolved',
  position: { x: 500, y: 40 },
}
export const NO: Node = {
  id: 'no',
  kind: 'close',
  result: 'declined',
  say: 'Not today.',
  position: { x: 500, y: 160 },
}

/** A policy of this chart, opened in the editor by somebody who may change it. */
export async function open(page: Page, part?: Part): Promise<string> {
  const name = freshName('gifts')
  const { message } = await call(page.request, 'policies.create', {
    name,
    title: 'Gifts',
    document: policy(name, part),
  })
  expect(message).toBeUndefined()
  await page.goto(`/policies/${name}/edit`)
  await ready(page)
  return name
}

/** The chart is laid out and in sight: from here on it stands still. */
export const ready = (page: Page) =>
  expect(page.locator('[aria-busy="false"] .react-flow')).toBeAttached({ timeout: 20_000 })
export const card = (page: Page, id: string) => page.locator(`.react-flow__node[data-id="${id}"]`)
export const draft = async (page: Page, name: string): Promise<PolicyDocument & { revision: number }> => {
  const { data } = await ask(page.request, 'drafts.get', { policy: name })
  return { ...data.document, revision: data.revision }
}
export const chart = async (page: Page, name: string) => (await draft(page, name)).chart
export const saved = (page: Page) => expect(page.locator('[data-save="saved"]')).toBeVisible()

export async function dragLine(page: Page, from: Locator, to: Locator) {
  const [a, b] = [await from.boundingBox(), await to.boundingBox()]
  if (!a || !b) throw new Error('not on the screen')
  await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2)
  await page.mouse.down()
  await page.mouse.move(b.x + 20, b.y + 20, { steps: 8 })
  await page.mouse.up()
}

export const handle = (page: Page, node: string, name: string) =>
  card(page, node).locator(`.react-flow__handle[data-handleid="${name}"]`)
