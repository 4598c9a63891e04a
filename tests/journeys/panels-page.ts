import type { Page } from '@playwright/test'
import type { Node } from '@/compiler/language/kinds'
import type { PolicyDocument } from '@/compiler/language/policy'
import { ask, call, expect, freshName } from './accounts'

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

/** A policy with a step of every kind, opened in the editor by somebody who may change it. */
export async function open(page: Page): Promise<string> {
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
export const expectDraft = (page: Page, name: string, look: (document: PolicyDocument) => unknown) =>
  expect.poll(async () => {
    const { data } = await ask(page.request, 'drafts.get', { policy: name })
    return look(data.document)
  })
export const nodeOf = (id: string) => (document: PolicyDocument) =>
  document.chart.nodes.find(node => node.id === id)

export const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' })
export const select = (page: Page, id: string) =>
  page.locator(`.react-flow__node[data-id="${id}"]`).click({ position: { x: 30, y: 14 } })

export async function pick(page: Page, label: string, option: string) {
  await inspector(page).getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}
