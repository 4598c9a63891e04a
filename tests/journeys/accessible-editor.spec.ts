import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { call, expect, freshName, test } from './accounts'
import { ready } from './editor-page'

/** What the editor can show, one after another on the seeded policy: the words that tell that it is there. */
const STATES: { what: string; within?: string; show: (page: Page) => Promise<void> }[] = [
  { what: 'the chart', show: async () => {} },
  ...(['Start', 'Before three?', 'Introduce a colleague', 'Still on time', 'Health or safety'] as const).map(
    title => ({
      what: `the inspector of “${title}”`,
      within: '#editor-panel',
      show: async (page: Page) => {
        await page.keyboard.press('/')
        await expect(page.getByRole('combobox', { name: 'Find a step' })).toBeFocused()
        await page.keyboard.type(title)
        await expect(page.getByRole('option').first()).toContainText(title)
        await page.keyboard.press('Enter')
        await expect(page.getByRole('dialog')).toBeHidden()
        await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText(title)
      },
    }),
  ),
  {
    what: 'a call that is tried',
    within: '#editor-panel',
    show: async page => {
      await page.getByRole('button', { name: 'Try a call' }).click()
      await expect(page.getByRole('region', { name: 'Next' })).toContainText('How can I help you')
    },
  },
  {
    what: 'a call that came out otherwise',
    within: '#editor-panel',
    show: async page => {
      const next = page.getByRole('region', { name: 'Next' })
      for (const answer of ['late', 'Yes', '3:00 PM to midnight'])
        await next.getByRole('button', { name: answer, exact: true }).click()
      await page.getByRole('combobox', { name: 'Why not this?' }).click()
      await page.getByRole('option', { name: 'Introduce a colleague' }).click()
      await expect(page.getByText('Nobody brought up “Health or safety issue”')).toBeVisible()
    },
  },
  {
    what: 'the scenarios',
    within: '#bottom-panel',
    show: page => page.getByRole('tab', { name: /Scenarios/ }).click(),
  },
  {
    what: 'the tables',
    within: '#bottom-panel',
    show: page => page.getByRole('tab', { name: /Table/ }).click(),
  },
  {
    what: 'the handbook',
    show: page =>
      page.getByRole('navigation', { name: 'Policy' }).getByRole('button', { name: 'Handbook' }).click(),
  },
  ...(['Control+k', '?', '/'] as const).map(key => ({
    what: `what ${key} opens`,
    within: '[role=dialog]',
    show: async (page: Page) => {
      await page.locator('.react-flow__node').first().focus()
      await page.keyboard.press(key)
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  })),
]

/** Looks at the whole page, or at the one part of it that is new. */
async function axe(page: Page, what: string, within = 'body') {
  // Away from what was clicked: a tooltip hangs at the end of the page, outside its regions.
  await page.mouse.move(640, 2)
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  // Where something is still fading in, its text has less contrast.
  await page.evaluate(() => Promise.all(document.getAnimations().map(each => each.finished.catch(() => {}))))
  const { violations } = await new AxeBuilder({ page }).include(within).analyze()
  expect
    .soft(
      violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) })),
      what,
    )
    .toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the editor is accessible in the ${colorScheme} theme, whatever it shows`, async ({ as }) => {
    test.setTimeout(240_000)
    const page = await as('manager', { colorScheme })
    await page.goto('/policies/shipping-promises/edit')
    await ready(page)
    for (const { what, within, show } of STATES) {
      await show(page)
      await axe(page, what, within)
      if (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()
    }

    const name = freshName('accessible')
    await call(page.request, 'policies.create', { name, title: 'New' })
    await page.goto(`/policies/${name}/edit`)
    await ready(page)
    await axe(page, 'the templates')
    await page.getByRole('button', { name: 'Draw a rule step by step' }).click()
    await axe(page, 'the tour')
  })
}
