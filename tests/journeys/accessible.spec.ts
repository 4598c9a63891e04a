import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './accounts'

/** Every page but the editor, and each dialog on it, with a heading that shows that it has loaded. */
const PAGES: {
  address: string
  heading: string | RegExp
  open?: (page: Page) => Promise<void>
  what?: string
}[] = [
  { address: '/', heading: 'Policies' },
  {
    address: '/',
    heading: 'Policies',
    what: 'New policy',
    open: page => page.getByRole('button', { name: 'New policy' }).click(),
  },
  {
    address: '/',
    heading: 'Policies',
    what: 'the settings',
    open: page => page.getByRole('button', { name: /your settings/ }).click(),
  },
  {
    address: '/',
    heading: 'Policies',
    what: 'what can be done with a policy',
    open: page => page.getByRole('button', { name: 'More about Shipping promises', exact: true }).click(),
  },
  {
    address: '/',
    heading: 'Policies',
    what: 'personal tokens',
    open: async page => {
      await page.getByRole('button', { name: /your settings/ }).click()
      await page.getByRole('button', { name: 'Personal tokens' }).click()
      await expect(page.getByRole('dialog', { name: /your settings/ })).toBeHidden()
    },
  },
  { address: '/overview', heading: 'Overview' },
  { address: '/audit', heading: 'Audit log' },
  {
    address: '/audit',
    heading: 'Audit log',
    what: 'exports',
    open: page => page.getByRole('button', { name: 'Export' }).click(),
  },
  { address: '/clients', heading: 'Runtime clients' },
  {
    address: '/clients',
    heading: 'Runtime clients',
    what: 'New client',
    open: page => page.getByRole('button', { name: 'New client' }).click(),
  },
  { address: '/people', heading: 'People' },
  {
    address: '/people',
    heading: 'People',
    what: 'Add somebody',
    open: page => page.getByRole('button', { name: 'Add somebody' }).click(),
  },
  { address: '/policies/shipping-promises/versions', heading: 'Versions' },
  { address: '/policies/shipping-promises/versions/1', heading: /^Version 1/ },
  {
    address: '/policies/shipping-promises/versions',
    heading: 'Versions',
    what: 'how many approve',
    open: page => page.getByRole('button', { name: 'Change…' }).click(),
  },
  { address: '/policies/shipping-promises/as-of', heading: 'As of' },
  { address: '/policies/shipping-promises/compare?from=1&to=1', heading: 'Nothing changes.' },
  { address: '/help', heading: 'How Remit works' },
  { address: '/help/gap', heading: /No answer/ },
  { address: '/no/such/page', heading: 'There is no such page' },
]

for (const colorScheme of ['light', 'dark'] as const) {
  for (const { address, heading, open, what } of PAGES)
    test(`${address}${what ? `, ${what}` : ''} is accessible in the ${colorScheme} theme`, async ({ as }) => {
      const page = await as('administrator', { colorScheme })
      const complaints = consoleOf(page)
      await page.goto(address)
      await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible()
      await expect(page.getByText(/^Loading/)).toHaveCount(0)
      if (open) {
        await open(page)
        await expect(page.locator('[role=dialog], [role=menu]').filter({ visible: true })).toBeVisible()
        // Where a dialog is still fading in, its text has less contrast.
        await page.evaluate(() => Promise.all(document.getAnimations().map(animation => animation.finished)))
      }
      const axe = new AxeBuilder({ page })
      // A menu hangs at the end of the page, outside its regions, and the keyboard is led into it.
      if (await page.getByRole('menu').isVisible()) axe.disableRules('region')
      const { violations } = await axe.analyze()
      expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual([])
      expect(complaints.filter(text => !text.includes('404'))).toEqual([])
    })

  test(`/sign-in is accessible in the ${colorScheme} theme`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL, colorScheme })
    const page = await context.newPage()
    const complaints = consoleOf(page)
    await page.goto('/sign-in')
    await expect(page.getByRole('heading', { name: 'Sign in to Remit' })).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })
}

/** What a page complains about: scripts that fail, and what the Content-Security-Policy refuses. */
function consoleOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(error.message))
  return complaints
}
