import { readFileSync } from 'node:fs'
import { ask, call, expect, freshName, test } from './accounts'

test.describe('signing in', () => {
  test.use({ storageState: { cookies: [], origins: [] } })

  test('leads to the page that was asked for, and says what is wrong', async ({ page, accounts }) => {
    await page.goto('/help')
    await expect(page).toHaveURL('/sign-in?next=%2Fhelp')
    await page.getByLabel('E-mail address').fill(accounts.manager.email)
    await page.getByRole('textbox', { name: 'Password' }).fill('not the password')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert').filter({ hasText: 'Not signed in' })).toContainText(
      'do not belong together',
    )
    await page.getByRole('textbox', { name: 'Password' }).fill(accounts.manager.password)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'How Remit works' })).toBeVisible()
    await expect(page).toHaveURL('/help')

    await page.getByRole('button', { name: /your settings/ }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in to Remit' })).toBeVisible()
    await page.goto('/')
    await expect(page).toHaveURL('/sign-in')
  })

  test('leads an auditor to what is new to them', async ({ page, accounts }) => {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail address').fill(accounts.auditor.email)
    await page.getByRole('textbox', { name: 'Password' }).fill(accounts.auditor.password)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL('/overview')
    await expect(page.getByRole('heading', { name: 'Waiting for approval' })).toBeVisible()
  })

  for (const elsewhere of ['https://example.com', '//example.com', '/\\example.com', '/.//example.com'])
    test(`never leads to another site: ${elsewhere}`, async ({ page, accounts }) => {
      await page.goto(`/sign-in?next=${encodeURIComponent(elsewhere)}`)
      await page.getByLabel('E-mail address').fill(accounts.manager.email)
      await page.getByRole('textbox', { name: 'Password' }).fill(accounts.manager.password)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { name: 'Policies' })).toBeVisible()
      await expect(page).toHaveURL('/')
    })

  test('is slowed after several failures, and says for how long', async ({ page }) => {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail address').fill(`${freshName('nobody')}@example.com`)
    const slowed = page.getByRole('alert').filter({ hasText: 'Too many attempts' })
    await expect(async () => {
      await page.getByRole('textbox', { name: 'Password' }).fill('a guess')
      await page.keyboard.press('Enter')
      await expect(slowed).toBeVisible({ timeout: 500 })
    }).toPass()
    await expect(slowed).toContainText(/Wait \d+ (second|minute)/)
  })

  test('is asked for again where the session has ended', async ({ as }) => {
    const page = await as('manager')
    await page.goto('/')
    await page.getByRole('button', { name: 'New policy' }).click()
    await page.context().clearCookies()
    await page.getByRole('textbox', { name: 'Title' }).fill('Too late')
    await page.getByRole('button', { name: 'Create policy' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in to Remit' })).toBeVisible()
  })
})

test('a policy is created by the keyboard alone, found, and removed', async ({ as }) => {
  const page = await as('manager')
  const name = freshName('late-parcels')
  await page.goto('/')
  await expect(page.getByRole('table')).toBeVisible()
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused()
  await page.keyboard.type('Läte parcels')
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('late-parcels')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Not a name')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Only small letters')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('shipping-promises')
  await expect(page.getByText('Another policy has this name.')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/policies/${name}/edit`)

  await page.goto('/')
  await expect(page.getByRole('table')).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type(name.slice(-8))
  const row = page.getByRole('row').filter({ hasText: name })
  await expect(row).toContainText('Not published yet')
  await expect(page.getByRole('row')).toHaveCount(2)
  await page.keyboard.press('ArrowDown')
  await expect(row.getByRole('link', { name: 'Läte parcels' })).toBeFocused()

  await row.getByRole('button', { name: 'More about Läte parcels' }).click()
  await page.getByRole('menuitem', { name: 'Remove…' }).click()
  await page.getByRole('button', { name: 'Remove the policy' }).click()
  await expect(page.getByText('Nothing found')).toBeVisible()
})

test.describe('importing', () => {
  const MALFORMED = `{
  "format": "remit/1",
  "name": "imported",
  "title": "Imported",
  "handbook": { "tiers": [{ "id": "T1" }], "facts": {}, "actions": {} },
  "chart": {
    "nodes": [{ "id": "start", "kind": "start" }],
    "edges": [],
    "edgez": []
  }
}`

  for (const { what, text, place, says } of [
    {
      what: 'no JSON',
      text: '{\n  "format": "remit/1",\n}',
      place: 'Line 3, column 1',
      says: 'in double quotes is expected',
    },
    {
      what: 'a key twice',
      text: '{ "name": "a",\n "name": "b" }',
      place: 'Line 2, column 2',
      says: 'appears twice',
    },
    { what: 'an unknown field', text: MALFORMED, place: 'Line 9, column 5', says: 'edgez' },
  ])
    test(`a file with ${what} is refused with its place, and creates nothing`, async ({ as }) => {
      const page = await as('manager')
      await page.goto('/')
      const before = (await ask(page.request, 'policies.list')).data.length
      await page.getByRole('button', { name: 'New policy' }).click()
      await page.getByText('A file', { exact: true }).click()
      await page
        .getByLabel('JSON file')
        .setInputFiles({ name: 'imported.json', mimeType: 'application/json', buffer: Buffer.from(text) })
      if (what === 'an unknown field') {
        await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Imported')
        await page.getByRole('textbox', { name: 'Name' }).fill(freshName('imported'))
        await page.getByRole('button', { name: 'Import policy' }).click()
      }
      const problem = page
        .getByRole('alert')
        .filter({ hasText: 'One problem in this file; nothing was created' })
      await expect(problem).toContainText(place)
      await expect(problem).toContainText(says)
      expect((await ask(page.request, 'policies.list')).data).toHaveLength(before)
    })

  test('what was downloaded can be imported under another name, and is the same', async ({ as }) => {
    const page = await as('manager')
    const name = freshName('copied')
    await page.goto('/')
    await page.getByRole('button', { name: 'More about Shipping promises', exact: true }).click()
    const downloading = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'Download the draft' }).click()
    const file = await (await downloading).path()

    await page.getByRole('button', { name: 'New policy' }).click()
    await page.getByText('A file', { exact: true }).click()
    await page.getByLabel('JSON file').setInputFiles(file)
    await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('shipping-promises')
    await page.getByRole('textbox', { name: 'Name' }).fill(name)
    await page.getByRole('button', { name: 'Import policy' }).click()
    await expect(page).toHaveURL(`/policies/${name}/edit`)
    const { data } = await ask(page.request, 'drafts.get', { policy: name })
    expect(data.document).toEqual({ ...JSON.parse(readFileSync(file, 'utf8')), name })
    await call(page.request, 'policies.remove', { policy: name })
  })
})

test.describe('roles', () => {
  test('an auditor sees everything and changes nothing', async ({ as }) => {
    const page = await as('auditor')
    await page.goto('/')
    const create = page.getByRole('button', { name: 'New policy' })
    await expect(create).toBeDisabled()
    await create.focus()
    await expect(page.getByRole('tooltip')).toHaveText('Auditors can see everything and change nothing.')
    await page.keyboard.press('Enter')
    await page.keyboard.press('n')
    await page.getByRole('button', { name: 'More about Shipping promises', exact: true }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('menuitem', { name: 'Remove…' })).toBeDisabled()
    await expect(page.getByRole('menuitem', { name: 'Download the draft' })).toBeEnabled()
    const refused = await call(page.request, 'policies.create', { name: freshName('no'), title: 'No' })
    expect(refused.code).toBe('FORBIDDEN')
  })

  for (const role of ['auditor', 'manager'] as const)
    test(`people and clients are not shown to a ${role}`, async ({ as }) => {
      const page = await as(role)
      for (const address of ['/people', '/clients']) {
        await page.goto(address)
        await expect(page.getByRole('heading', { name: 'This page is for administrators' })).toBeVisible()
        await expect(page.getByRole('navigation', { name: 'Sections' }).getByRole('link')).toHaveText([
          'Policies',
          'Overview',
          'Audit log',
        ])
      }
      expect((await ask(page.request, 'people.list')).code).toBe('FORBIDDEN')
      expect((await ask(page.request, 'clients.list')).code).toBe('FORBIDDEN')
    })
})

test('a runtime client’s token is shown once, works, and no longer works when it is revoked', async ({
  as,
  playwright,
  baseURL,
}) => {
  const page = await as('administrator')
  const name = freshName('desk')
  await page.goto('/clients')
  await page.getByRole('button', { name: 'New client' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('combobox', { name: 'Policy' }).click()
  await page.getByRole('option', { name: 'Shipping promises', exact: true }).click()
  await page.getByRole('combobox', { name: 'Tier' }).click()
  await page.getByRole('option', { name: /^T1/ }).click()
  await page.getByRole('button', { name: 'Create client' }).click()
  const dialog = page.getByRole('dialog', { name: `The token of “${name}”` })
  const token = (await dialog.locator('code').first().textContent())!
  expect(token).toMatch(/^remit_/)
  await expect(dialog).toContainText('curl')

  const client = await playwright.request.newContext({
    baseURL,
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  })
  const table = await ask(client, 'tables.get', { policy: 'shipping-promises' })
  expect(table.data.tier).toBe('T1')

  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: 'I have kept the token' }).click()
  await expect(dialog).toBeHidden()
  await page.reload()
  const row = page.getByRole('row').filter({ hasText: name })
  await expect(row).toBeVisible()
  expect(await page.content()).not.toContain(token)

  await row.getByRole('button', { name: `Revoke ${name}` }).click()
  await page.getByRole('button', { name: 'Revoke the token' }).click()
  await expect(row).toContainText('revoked just now')
  expect((await ask(client, 'tables.get', { policy: 'shipping-promises' })).code).toBe('UNAUTHORIZED')
  await client.dispose()
})

test('somebody is added, gets another role and a new password, and is removed', async ({
  as,
  playwright,
  baseURL,
}) => {
  const page = await as('administrator')
  const name = freshName('Ada')
  const email = `${name.toLowerCase()}@example.com`
  await page.goto('/people')
  await page.getByRole('button', { name: 'Add somebody' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('no address')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText('This is not an e-mail address.')).toBeVisible()
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(email)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  const shown = page.getByRole('dialog', { name: `${name} can sign in` })
  const first = (await shown.locator('code').nth(1).textContent())!
  await shown.getByRole('button', { name: 'I have passed it on' }).click()

  const request = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { origin: baseURL! } })
  const signIn = (password: string) => call(request, 'auth.signIn', { email, password })
  expect((await signIn(first)).data.role).toBe('manager')

  const row = page.getByRole('row').filter({ hasText: email })
  await row.getByRole('combobox', { name: `Role of ${name}` }).click()
  await page.getByRole('option', { name: 'Auditor' }).click()
  await page.getByRole('button', { name: 'Change the role' }).click()
  await expect(page.getByText(`${name} is now auditor.`)).toBeVisible()
  expect((await ask(request, 'auth.me')).data.role).toBe('auditor')

  await row.getByRole('button', { name: `More about ${name}` }).click()
  await page.getByRole('menuitem', { name: 'New password…' }).click()
  await page.getByRole('button', { name: 'Make a new password' }).click()
  const renewed = page.getByRole('dialog', { name: `The new password of ${name}` })
  const second = (await renewed.locator('code').nth(1).textContent())!
  await renewed.getByRole('button', { name: 'I have passed it on' }).click()
  expect((await signIn(first)).code).toBe('UNAUTHORIZED')
  expect((await signIn(second)).data.email).toBe(email)

  await row.getByRole('button', { name: `More about ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Remove…' }).click()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(row).toBeHidden()
  expect((await signIn(second)).code).toBe('UNAUTHORIZED')
  await request.dispose()
})

test('a version shows its tables, and gives them to keep', async ({ as }) => {
  const page = await as('auditor')
  await page.goto('/policies/shipping-promises/versions')
  const row = page.getByRole('row').filter({ hasText: 'in force' })
  await row.getByRole('link', { name: /^Version/ }).click()
  await expect(page.getByRole('heading', { name: /^Version/, level: 1 })).toContainText('in force')
  await page.getByRole('tab', { name: /^T3/ }).click()
  await expect(page).toHaveURL(/\?tier=T3$/)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'Table as JSON' }).click()
  const artifact = JSON.parse(readFileSync(await (await downloading).path(), 'utf8'))
  expect(artifact).toMatchObject({ format: 'remit-table/1', policy: 'shipping-promises', tier: 'T3' })
  const { data: versions } = await ask(page.request, 'versions.list', { policy: 'shipping-promises' })
  const inForce = versions.find((version: { inForce: boolean }) => version.inForce)
  expect(inForce.tables.map((table: { hash: string }) => table.hash)).toContain(artifact.hash)

  await page.goto('/policies/shipping-promises/versions/999')
  await expect(page.getByRole('heading', { name: 'There is no version 999' })).toBeVisible()
  await page.goto('/policies/no-such-policy/versions')
  await expect(page.getByRole('heading', { name: 'There is no policy named “no-such-policy”' })).toBeVisible()
})

test('a personal token is made, told once, and revoked', async ({ as }) => {
  const page = await as('manager')
  await page.goto('/')
  await page.getByRole('button', { name: /your settings/ }).click()
  await page.getByRole('button', { name: 'Personal tokens' }).click()
  const dialog = page.getByRole('dialog', { name: 'Personal tokens' })
  await dialog.getByRole('button', { name: 'Create token' }).click()
  await expect(dialog.getByText('Say what it is for.')).toBeVisible()
  const name = freshName('laptop')
  await dialog.getByRole('textbox', { name: 'A new token for' }).fill(name)
  await dialog.getByRole('button', { name: 'Create token' }).click()
  const told = page.getByRole('dialog', { name: `The token “${name}”` })
  await expect(told.getByText(/^remitp_[\w-]{49}$/)).toBeVisible()
  await told.getByRole('button', { name: 'I have kept the token' }).click()
  const mine = page.getByRole('list', { name: 'Your tokens' }).getByRole('listitem').filter({ hasText: name })
  await expect(mine).toContainText('never used')
  await mine.getByRole('button', { name: `Revoke ${name}` }).click()
  await expect(mine).toHaveCount(0)
})
