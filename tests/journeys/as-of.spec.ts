import { expect, test } from './accounts'

const CASE = { health_or_safety: true, call_time: '14:30:00', paid_speed: 'two-day' }
const AS_OF = '/policies/shipping-promises/as-of'

test('a case is decided by what was in force, and its way told; the address keeps it', async ({ as }) => {
  const page = await as('auditor')
  await page.goto('/policies/shipping-promises/versions')
  await page.getByRole('link', { name: 'As of a moment…' }).click()
  await expect(page.getByText(/version 1 is in force on live: since/)).toBeVisible()

  // Played as a call, the case gathers in the address.
  await page.getByRole('button', { name: 'Health or safety issue' }).click()
  await expect(page.getByText('Before three?').first()).toBeVisible()
  await expect(page).toHaveURL(/facts=.*health_or_safety/)
  await page.goBack()
  await page.goto(`${AS_OF}?tier=T1&facts=${encodeURIComponent(JSON.stringify(CASE))}`)
  const decided = page.getByRole('list', { name: 'What to do' })
  await expect(decided).toContainText('Upgrade to next-day shipping at no charge')
  const way = page
    .getByRole('listitem')
    .filter({ hasText: 'Time of the call: 2:30 PM. The answer: before 3:00 PM.' })
  await expect(way).toBeVisible()

  // A case from a log of decisions, pasted: later in the day the warehouse has to be asked.
  await page.getByText('The case as JSON').click()
  const json = page.getByRole('textbox', { name: 'The case as JSON' })
  await json.fill('{"call_time":')
  await page.getByRole('button', { name: 'Decide this case' }).click()
  await expect(page.getByText(/That is no JSON/)).toBeVisible()
  await expect(decided).toContainText('Upgrade to next-day shipping at no charge')
  await json.fill(JSON.stringify({ ...CASE, call_time: '17:05:00', agent_mood: 'good' }))
  await page.getByRole('button', { name: 'Decide this case' }).click()
  await expect(page.getByText('This version does not know “agent_mood”: left out.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Next' })).toContainText('Can the warehouse still do it?')
  await page.reload()
  await expect(page.getByRole('region', { name: 'Next' })).toContainText('Can the warehouse still do it?')
})

test('a moment before there was a version, a version that there is not, and any by its number', async ({
  as,
}) => {
  const page = await as('manager')
  await page.goto(AS_OF)
  await page.getByLabel(/^At, in/).fill('2020-03-03T14:30')
  await expect(
    page.getByText(/On 3 Mar 2020, 14:30, nothing was in force on live. The first version came on/),
  ).toBeVisible()
  await page.goto(`${AS_OF}?version=999`)
  await expect(page.getByText('There is no version 999')).toBeVisible()
  await page.getByRole('combobox', { name: 'Decide by' }).click()
  await page.getByRole('option', { name: /^Version 1,/ }).click()
  await expect(page.getByRole('region', { name: 'Next' })).toContainText('What is the call about?')
  await expect(page).toHaveURL(/version=1$/)
})
