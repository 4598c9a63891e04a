import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Node } from '@/compiler/language/kinds'
import type { PolicyDocument } from '@/compiler/language/policy'
import { parcels } from '../compiler/compare/told/versions'
import { ask, call, expect, freshName, test } from './accounts'

type Change = (document: PolicyDocument) => void

const node = (document: PolicyDocument, id: string) =>
  document.chart.nodes.find(each => each.id === id) as Node & Record<string, unknown>
const edge = (document: PolicyDocument, id: string) => document.chart.edges.find(each => each.id === id)!

/** An hour later, a step more, other words, a wider limit, and a card that only stands elsewhere. */
const anHourLater: Change = document => {
  edge(document, 'e3').when = { call_time: '< time("16:00:00")' }
  document.chart.nodes.push({
    id: 'more',
    kind: 'action',
    action: 'upgrade',
    say: 'And it comes tomorrow.',
    position: { x: 980, y: 200 },
  })
  document.chart.edges.push({ id: 'e9', from: 'more', to: 'done' })
  edge(document, 'e8').to = 'more'
  node(document, 'no').say = 'I am very sorry.'
  node(document, 'next-day').position = { x: 540, y: -20 }
  if ('tiers' in document.handbook) document.handbook.actions.credit!.grants!.T1 = { amount: '<= 40' }
}

/** A published policy whose draft was changed since. */
async function published(page: Page, approver: Page, change: Change): Promise<string> {
  const name = freshName('parcels')
  const document: PolicyDocument = { ...parcels(), name }
  const { message } = await call(page.request, 'policies.create', { name, title: 'Late parcels', document })
  expect(message).toBeUndefined()
  await publish(page, approver, name)
  await edit(page, name, change)
  return name
}

/** Proposes the draft, has somebody else approve it, and publishes it: where it is in force, too. */
async function publish(page: Page, approver: Page, policy: string) {
  const { data } = await ask(page.request, 'drafts.get', { policy })
  const made = await call(page.request, 'proposals.make', {
    policy,
    revision: data.revision,
    note: 'As agreed',
  })
  const { number, hash } = made.data
  const agreed = { policy, number, hash, comparedWith: data.inForce }
  expect((await call(approver.request, 'proposals.approve', agreed)).message).toBeUndefined()
  const starts = [{ channel: 'live', from: null }]
  const { message } = await call(page.request, 'proposals.publish', { policy, number, hash, starts })
  expect(message).toBeUndefined()
}

async function edit(page: Page, policy: string, change: Change) {
  const { data } = await ask(page.request, 'drafts.get', { policy })
  change(data.document)
  const { message } = await call(page.request, 'drafts.save', {
    policy,
    revision: data.revision,
    document: data.document,
  })
  expect(message).toBeUndefined()
}

const headline = (page: Page) => page.getByRole('heading', { level: 1 })
const charts = (page: Page) => page.getByRole('application', { name: /The two charts/ })
const side = (page: Page, which: 'old' | 'next') => page.locator(`svg[data-chart="${which}"]`)
/** What is lit on a chart, by the ids of its steps. */
const lit = (page: Page, which: 'old' | 'next') =>
  side(page, which)
    .locator('[data-node][data-path]')
    .evaluateAll(nodes => nodes.map(each => each.getAttribute('data-node')))

test('the draft is compared with what is in force, and an example is played on both charts', async ({
  as,
}) => {
  const page = await as('manager')
  const name = await published(page, await as('approver'), anHourLater)
  await page.goto(`/policies/${name}/edit`)
  await expect(page.locator('[aria-busy="false"] .react-flow')).toBeAttached({ timeout: 20_000 })
  await page.getByRole('button', { name: 'Compare with what is in force' }).click()
  await expect(page).toHaveURL(`/policies/${name}/compare?from=1&to=draft`)

  // What changes, in sentences, and all of it.
  await expect(headline(page)).toHaveText('Three situations are decided differently.')
  await expect(page.getByText('Every other case is decided as before.')).toBeVisible()
  await expect(page.getByText(/^Complete\. These are all the situations .* all three tiers/)).toBeVisible()
  const decided = page.getByRole('region', { name: 'Decided differently', exact: true })
  await expect(decided.getByRole('row')).toHaveCount(4)
  const row = decided
    .getByRole('row')
    .filter({ hasText: 'from 3:00 PM up to 4:00 PM' })
    .filter({ hasText: 'It is a gift: no' })
  await expect(row).toContainText('Declined')
  await expect(row).toContainText('Upgrade to next day')
  await expect(row.getByRole('list', { name: 'For T1, T2, T3' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Only worded differently', exact: true })).toContainText(
    'I am very sorry.',
  )
  const authority = page.getByRole('region', { name: 'Who may do what' })
  await expect(
    authority.getByRole('row', { name: /Goodwill credit.*25 or less.*40 or less.*More than before/ }),
  ).toBeVisible()

  // What differs on the charts, in words and one by one.
  const marks = page.getByRole('list', { name: 'What the marks mean' })
  await expect(marks).toContainText('added 1')
  await expect(marks).toContainText('moved 1')
  await expect(side(page, 'next')).toContainText('+ Added')
  await expect(side(page, 'old')).not.toContainText('Added')
  await page.keyboard.press('n')
  await expect(
    page.getByText(/Difference 1 of \d.*Changed.*Before three\?.*“before 3:00 PM” is now “before 4:00 PM”/),
  ).toBeVisible()
  await page.keyboard.press('p')
  await expect(page.getByText(/Difference (\d) of \1.*Moved/)).toBeVisible()

  // Both scroll and zoom as one.
  const views = () =>
    page.locator('svg[data-chart]').evaluateAll(all => all.map(each => each.getAttribute('viewBox')))
  await charts(page).focus()
  await page.keyboard.press('1')
  await expect.poll(async () => new Set(await views()).size).toBe(1)
  const [whole] = await views()
  await page.keyboard.press('+')
  await expect.poll(async () => (await views()).every(view => view !== whole)).toBe(true)
  await expect.poll(async () => new Set(await views()).size).toBe(1)

  // An example, step by step, side by side.
  await row.getByRole('button', { name: /^Play an example of situation/ }).click()
  const bar = page.getByRole('region', { name: 'The example on both charts' })
  await expect(bar).toBeFocused()
  await page.keyboard.press('Home')
  await expect(bar).toContainText('Step 1 of 4')
  await page.keyboard.press('End')
  await expect(bar.getByText(/^Version 1\s*Declined/)).toBeVisible()
  await expect(bar.getByText(/^The draft\s*Resolved/)).toBeVisible()
  expect(await lit(page, 'old')).toEqual(['start', 'when', 'gift', 'no'])
  expect(await lit(page, 'next')).toEqual(['start', 'when', 'next-day', 'done'])
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual([])
  }
  await page.keyboard.press('Escape')
  await expect(row.getByRole('button', { name: /^Play an example of situation/ })).toBeFocused()
  expect(await lit(page, 'old')).toEqual([])

  await page.emulateMedia({ colorScheme: null })

  // On paper, with the hashes of what is in force and lines to sign on.
  await page.evaluate(() => {
    window.print = () => window.dispatchEvent(new Event('beforeprint'))
  })
  await page.getByRole('button', { name: 'Print sign-off sheet' }).click()
  await page.emulateMedia({ media: 'print' })
  const sheet = page.locator('.remit-sheet')
  await expect(sheet).toContainText('Three situations are decided differently.')
  await expect(sheet).toContainText(/Table of T1\s*sha256-/)
  await expect(sheet).toContainText('As agreed')
  await expect(sheet).toContainText('Approved by')
  await expect(sheet).toContainText(/Findings in the draft/)
  await expect(page.getByRole('button')).toHaveCount(0)
})

test('any two versions are picked, swapped and shared by their address; what cannot be compared says why', async ({
  as,
}) => {
  const page = await as('manager')
  const name = await published(page, await as('approver'), anHourLater)
  await publish(page, await as('approver'), name)
  await edit(page, name, document => {
    node(document, 'done').position = { x: 1200, y: 90 }
  })

  await page.goto(`/policies/${name}/versions`)
  await page.getByRole('checkbox', { name: 'Pick version 1 to compare' }).check()
  await expect(page.getByText('Pick another version to compare them.')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Pick version 2 to compare' }).check()
  await page.getByRole('link', { name: 'Compare versions 1 and 2' }).click()
  await expect(page).toHaveURL(`/policies/${name}/compare?from=1&to=2`)
  await expect(headline(page)).toHaveText('Three situations are decided differently.')
  await expect(page.getByRole('columnheader', { name: 'Version 2' }).first()).toBeVisible()

  await page.getByRole('button', { name: 'The other way round' }).click()
  await expect(page).toHaveURL(`/policies/${name}/compare?from=2&to=1`)
  await expect(page.getByRole('row', { name: /Goodwill credit.*Less than before/ })).toBeVisible()

  // Only a card stands elsewhere: that nothing changes is proved.
  await page.getByRole('combobox', { name: 'With' }).click()
  await page.getByRole('option', { name: /^The draft/ }).click()
  await expect(page).toHaveURL(`/policies/${name}/compare?from=2&to=draft`)
  await expect(headline(page)).toHaveText('Nothing changes.')
  await expect(page.getByText(/^Proved\. The decision tables of all three tiers are the same/)).toBeVisible()
  await expect(page.getByRole('list', { name: 'What the marks mean' })).toContainText('moved 1')

  await edit(page, name, document => {
    document.chart.edges = document.chart.edges.filter(({ id }) => id !== 'e7')
  })
  await page.reload()
  await expect(headline(page)).toHaveText('The draft has an error')
  await expect(page.getByRole('alert').filter({ hasText: 'No answer' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Open the chart' })).toBeVisible()

  await page.goto(`/policies/${name}/compare?from=9&to=1`)
  await expect(headline(page)).toHaveText('There is no version 9')

  const fresh = freshName('unpublished')
  await call(page.request, 'policies.create', { name: fresh, title: 'Unpublished' })
  await page.goto(`/policies/${fresh}/compare`)
  await expect(headline(page)).toHaveText('There is nothing to compare with yet')
})
