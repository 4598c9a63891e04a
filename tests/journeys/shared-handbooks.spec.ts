import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { SharedHandbook } from '@/compiler/language/handbook'
import type { PolicyDocument } from '@/compiler/language/policy'
import { parcels } from '../compiler/compare/told/versions'
import { ask, call, expect, freshName, test } from './accounts'
import { expectDraft } from './panels-page'

/** A policy whose people are given so much as a goodwill credit. */
async function policy(page: Page, title: string, amount: number): Promise<string> {
  const name = freshName('taker')
  const document: PolicyDocument = { ...parcels(), name, title }
  const give = document.chart.nodes.find(({ id }) => id === 'give')
  if (give?.kind === 'action') give.with = { amount }
  expect(await call(page.request, 'policies.create', { name, title, document })).toEqual({ data: { name } })
  return name
}

/** Proposes the handbook that is open, has somebody else approve it, and publishes it. */
async function publish(page: Page, approver: Page, policy: string, number: number) {
  await page.getByRole('button', { name: 'Propose…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Propose' }).click()
  await page.getByRole('link', { name: `Show proposal ${number}` }).click()
  await expect(page.getByRole('region', { name: 'Decide' })).toContainText('somebody else has to approve it')
  const { data } = await ask(approver.request, 'proposals.get', { policy, number })
  const agreed = { policy, number, hash: data.hash, comparedWith: null }
  expect((await call(approver.request, 'proposals.approve', agreed)).message).toBeUndefined()
  await page.reload()
  await page.getByRole('button', { name: 'Publish…' }).click()
  await page.getByRole('button', { name: `Publish version ${number}` }).click()
  await expect(page.getByText(`Version ${number} is published`)).toBeVisible()
}

const taken = ({ handbook }: PolicyDocument) => ('from' in handbook ? handbook.from.version : null)

test('a handbook is shared, taken in by two policies, changed, and the policies are moved together', async ({
  as,
}) => {
  const page = await as('manager')
  const approver = await as('approver')
  const [first, second] = [await policy(page, 'Late parcels', 10), await policy(page, 'Lost parcels', 20)]
  const book = freshName('company')

  // Shared: a handbook of its own, made of a policy's.
  await page.goto(`/policies/${first}/edit`)
  await page.getByRole('button', { name: 'Handbook' }).first().click()
  await page.getByRole('button', { name: 'Share this handbook…' }).click()
  const sharing = page.getByRole('dialog', { name: 'Share this handbook' })
  await sharing.getByRole('textbox', { name: 'Title' }).fill(`Handbook ${book}`)
  await sharing.getByRole('textbox', { name: 'Name' }).fill(book)
  await sharing.getByRole('button', { name: 'Make the handbook' }).click()
  await expect(page.getByRole('textbox', { name: 'Title of the handbook' })).toHaveValue(`Handbook ${book}`)
  await expect(page.getByText('Nothing to mend')).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await publish(page, approver, book, 1)

  // Taken in: what is the same is the shared handbook's from then on, and cannot be changed here.
  for (const name of [first, second]) {
    await page.goto(`/policies/${name}/edit`)
    await page.getByRole('button', { name: 'Handbook' }).first().click()
    await page.getByRole('button', { name: 'Take in a shared handbook…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Take in a shared handbook' })
    await dialog.getByRole('combobox', { name: 'Handbook' }).click()
    await page.getByRole('option', { name: `Handbook ${book}` }).click()
    await expect(dialog.getByText('7 entries of this policy’s own are the same there.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Take it in' }).click()
    await expect(page.getByText(/^Takes in the handbook .* version 1\./)).toBeVisible()
    await expectDraft(page, name, taken).toBe(1)
  }
  const panel = page.getByRole('complementary', { name: 'Handbook' })
  await panel.getByRole('button', { name: 'Goodwill credit', exact: true }).click()
  await expect(panel.getByRole('textbox', { name: 'Title' }).first()).toHaveAttribute('readonly')

  // Less authority in the handbook: what follows is shown before anybody agrees.
  await page.goto(`/policies/${book}/edit`)
  await page.getByRole('button', { name: /^Front line: Goodwill credit/ }).click()
  const limit = page
    .getByRole('dialog')
    .getByRole('textbox', { name: /Amount/ })
    .last()
  await limit.fill('15')
  await limit.press('Enter')
  await expect(page.getByRole('button', { name: 'Front line: Goodwill credit: 15 or less' })).toBeVisible()
  await expect
    .poll(async () => {
      const { data } = await ask(page.request, 'drafts.get', { policy: book })
      return (data.document as SharedHandbook).actions.credit?.grants?.T1
    })
    .toEqual({ amount: '<= 15' })
  await page.goto(`/policies/${book}/effects?of=draft`)
  const effects = page.getByRole('list', { name: 'What it does to each policy' }).getByRole('listitem')
  const [late, lost] = ['Late parcels', 'Lost parcels'].map(title => effects.filter({ hasText: title }))
  await expect(late!).toContainText('Nothing changes.')
  await expect(lost!).toContainText('This would raise 1 error.')
  await expect(page.getByText('1 policy would have errors; for 1 policy nothing changes.')).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  // Published, the policies move: the one that would have errors stays where it is.
  await page.goto(`/policies/${book}/edit`)
  await publish(page, approver, book, 2)
  await page.goto(`/policies/${book}/versions`)
  await page.getByRole('link', { name: 'Version 2', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Since version 1' })).toContainText('Goodwill credit')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.goto(`/policies/${book}/effects`)
  await page.getByRole('button', { name: 'Move 1 policy to version 2' }).click()
  await expect(page.getByText('At version 2 already: Late parcels.')).toBeVisible()
  await expectDraft(page, first, taken).toBe(2)
  await expectDraft(page, second, taken).toBe(1)

  // The other is moved in its editor, where what is wrong can be mended; undo leads back.
  await page.goto(`/policies/${second}/edit`)
  await page.getByRole('button', { name: 'Handbook' }).first().click()
  await page.getByRole('button', { name: 'Move to version 2…' }).click()
  const moving = page.getByRole('dialog', { name: 'Move to another version' })
  await expect(moving.getByText('This would raise 1 error.')).toBeVisible()
  await moving.getByRole('button', { name: 'Move to version 2' }).click()
  await expectDraft(page, second, taken).toBe(2)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expectDraft(page, second, taken).toBe(1)
})
