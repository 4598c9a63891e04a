import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openEmbedded } from '@/server/database/embedded/open-embedded'
import { change, signIn } from './call'
import { bundleServer, startServer } from './start-server'
import { temporaryDirectory } from './temporary-directory'

const PEOPLE = {
  manager: { role: 'manager' },
  approver: { role: 'manager', approves: true },
  auditor: { role: 'auditor' },
} as const

declare module 'vitest' {
  interface ProvidedContext {
    base: string
    /** For the application's role, and for the owner of the tables. */
    databaseUrl: string
    databaseOwnerUrl: string
    dataDirectory: string
    /** The session cookies of somebody of each role, and of a manager who may approve. */
    cookies: Record<keyof typeof PEOPLE | 'administrator', string>
  }
}

/** One server for all tests that can share one: each works on policies, people and clients of its own. */
export default async function sharedServer(project: TestProject) {
  await bundleServer()
  const dataDirectory = temporaryDirectory()
  const { base, end } = await startServer(dataDirectory)
  const password = readFileSync(join(dataDirectory, 'first-sign-in.txt'), 'utf8').trim()
  const administrator = await signIn(base, 'admin@remit.local', password)
  const cookies = { administrator: administrator.cookie!, manager: '', approver: '', auditor: '' }
  for (const [who, rights] of Object.entries(PEOPLE)) {
    const email = `${who}@example.com`
    const made = await change(administrator, 'people.create', { name: `The ${who}`, email, ...rights })
    cookies[who as keyof typeof PEOPLE] = (await signIn(base, email, made.data.password)).cookie!
  }
  project.provide('base', base)
  const { url, ownerUrl } = await openEmbedded(dataDirectory)
  project.provide('databaseUrl', url)
  project.provide('databaseOwnerUrl', ownerUrl)
  project.provide('dataDirectory', dataDirectory)
  project.provide('cookies', cookies)
  return async () => {
    await end()
    rmSync(dataDirectory, { recursive: true, force: true })
  }
}
