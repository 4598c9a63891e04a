import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './accounts'
import { open } from './panels-page'

async function download(page: Page, item: string) {
  await page.getByRole('button', { name: 'Export' }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: item }).click(),
  ])
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

/** What the browser would print, as text; and that afterwards the page is as it was. */
async function printed(page: Page, ask: () => Promise<unknown>) {
  await page.emulateMedia({ media: 'print' })
  await ask()
  const sheet = page.locator('.remit-sheet')
  await expect(sheet).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
  const text = await sheet.innerText()
  const heads = await sheet.locator('thead').allInnerTexts()
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  await expect(sheet).toHaveCount(0)
  return { text, heads }
}

test('a draft is saved as pictures, and printed', async ({ as }) => {
  const page = await as('manager')
  const name = await open(page)
  // The browser's own dialog would wait for somebody.
  await page.evaluate(() => {
    window.print = () => window.dispatchEvent(new Event('beforeprint'))
  })
  await page.getByRole('tab', { name: /Table/ }).click()
  await expect(page.getByRole('row', { name: /before 3:00 PM/ })).toBeVisible()

  const svg = await download(page, 'Chart as SVG')
  expect(svg.name).toBe(`${name}.chart.svg`)
  const text = svg.bytes.toString()
  expect(text).toMatch(/Panels · Draft of version 1 · \d+ \w+ \d{4}/)
  expect(text).toMatch(/<text[^>]*>Goodwill credit<\/text>/)
  expect(text).toContain('@font-face')
  expect(text).not.toMatch(/var\(--|<foreignObject/)

  const png = await download(page, 'Chart as PNG')
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
  expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(1500)

  const whole = await printed(page, () => page.evaluate(() => window.dispatchEvent(new Event('beforeprint'))))
  expect(whole.text).toMatch(/Panels · Draft of version 1 · \d+ \w+ \d{4}\s+The chart/)
  expect(whole.heads).toHaveLength(2)
  expect(whole.heads[0]).toMatch(/Draft of version 1.*\s+The table of T1 Front line[\s\S]*Time of the call/)

  await page.getByLabel('Filter rows').fill('transfer')
  await expect(page.getByText('1 of 2 rows')).toBeVisible()
  const rows = await printed(page, async () => {
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: 'Print the rows shown' }).click()
    await page.emulateMedia({ media: 'print' })
  })
  expect(rows.text).toContain('The table of T1 Front line, some of its rows')
  expect(rows.text).toContain('Transfer to Senior desk')
  expect(rows.text).not.toContain('Goodwill credit')
})

test('a version shows its chart beside its tables, and each marks the other', async ({ as }) => {
  const page = await as('auditor')
  await page.goto('/policies/shipping-promises/versions/1')
  const chart = page.getByRole('group', { name: 'The chart' })
  const card = chart.getByRole('button', { name: /^Send a replacement/ })
  await expect(card).toBeVisible()
  const row = page.getByRole('row', { name: /damaged/ })
  await row.getByRole('button', { name: 'Row 1' }).focus()
  await expect(card).toHaveAttribute('data-path', 'passed')
  await card.press('Enter')
  await expect(page.getByText('2 rows go through “Send a replacement”')).toBeVisible()
  await expect(row).toHaveAttribute('data-lit', 'true')
  const { text } = await printed(page, () =>
    page.evaluate(() => window.dispatchEvent(new Event('beforeprint'))),
  )
  expect(text).toContain('Shipping promises · Version 1')
  expect(text).toContain('The table of T3 Duty manager')
})
