import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type APIRequestContext, test as base, type Page } from '@playwright/test'

export interface Account {
  name: string
  email: string
  password: string
}
/** Managers and auditors, an administrator, and a manager who may approve what others propose. */
export type Role = 'administrator' | 'manager' | 'approver' | 'auditor'

/** What the API answers: the data, or the error's code and message. */
export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: journeys look at single fields, and fail where they are missing
  data?: any
  code?: string
  message?: string
}

/** Calls a procedure as a page would. */
export async function call(request: APIRequestContext, procedure: string, input?: unknown): Promise<Answer> {
  const response = await request.post(`/api/trpc/${procedure}`, { data: input })
  return told(await response.json())
}

export async function ask(request: APIRequestContext, procedure: string, input?: unknown): Promise<Answer> {
  const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`
  const response = await request.get(`/api/trpc/${procedure}${query}`)
  return told(await response.json())
}

// biome-ignore lint/suspicious/noExplicitAny: as above
const told = (answer: any): Answer =>
  answer.error
    ? { code: answer.error.data?.code, message: answer.error.message }
    : { data: answer.result?.data }

/** The first sign-in of the installation under test, as its data folder keeps it. */
export const firstSignIn = (): Account => ({
  name: 'Administrator',
  email: 'admin@remit.local',
  password: readFileSync(join(process.env.REMIT_DATA!, 'first-sign-in.txt'), 'utf8').trim(),
})

interface Fixtures {
  /** A page in a browser of its own where somebody of this role is signed in. */
  as: (role: Role, options?: { colorScheme?: 'light' | 'dark' }) => Promise<Page>
}

interface Shared {
  /** Somebody of each role, for all journeys of a worker; changing them would confuse the others. */
  accounts: Record<Role, Account>
}

export const test = base.extend<Fixtures, Shared>({
  accounts: [
    async ({ playwright }, use, { project }) => {
      const { baseURL } = project.use
      const request = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { origin: baseURL! } })
      const administrator = firstSignIn()
      await call(request, 'auth.signIn', { email: administrator.email, password: administrator.password })
      const make = async (
        who: Role,
        rights: { role: 'manager' | 'auditor'; approves?: boolean },
      ): Promise<Account> => {
        const person = { name: `Some ${who}`, email: `${who}-${randomUUID()}@example.com` }
        const { data } = await call(request, 'people.create', { ...person, ...rights })
        return { ...person, password: data.password }
      }
      const accounts = {
        administrator,
        manager: await make('manager', { role: 'manager' }),
        approver: await make('approver', { role: 'manager', approves: true }),
        auditor: await make('auditor', { role: 'auditor' }),
      }
      await request.dispose()
      await use(accounts)
    },
    { scope: 'worker' },
  ],
  as: async ({ browser, baseURL, accounts }, use) => {
    const contexts: { close: () => Promise<void> }[] = []
    await use(async (role, options = {}) => {
      const context = await browser.newContext({ ...options, baseURL, extraHTTPHeaders: {} })
      contexts.push(context)
      const { email, password } = accounts[role]
      const { message } = await call(context.request, 'auth.signIn', { email, password })
      if (message) throw new Error(`${role}: ${message}`)
      return context.newPage()
    })
    await Promise.all(contexts.map(context => context.close()))
  },
})

export { expect } from '@playwright/test'

/** A name that no other journey uses. */
export const freshName = (start: string) => `${start}-${randomUUID().slice(0, 8)}`
