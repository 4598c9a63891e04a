import { chmodSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openEmbedded } from '@/server/database/embedded/open-embedded'
import { openDatabase } from '@/server/database/open-database'
import { issueToken } from '@/server/tokens/issue-token'
import { ask, change, signIn } from './harness/call'
import { publish } from './harness/publish'
import { smallPolicy } from './harness/small-policy'
import { type RunningServer, startServer } from './harness/start-server'
import { temporaryDirectory } from './harness/temporary-directory'

let directory: string
let running: RunningServer[]

const start = async (options?: Parameters<typeof startServer>[1], dataDirectory = directory) => {
  const server = await startServer(dataDirectory, options)
  running.push(server)
  return server
}
const kept = (file: string) => readFileSync(join(directory, file), 'utf8').trim()
const enter = (base: string) => signIn(base, 'admin@remit.local', kept('first-sign-in.txt'))
const postmaster = () => join(directory, 'database', 'cluster', 'postmaster.pid')

beforeEach(() => {
  directory = temporaryDirectory()
  running = []
})
afterEach(async () => {
  await Promise.all(
    running.map(server => (server.process.exitCode ?? server.process.signalCode) === null && server.end()),
  )
  // A test that kills its server leaves a database behind, which the next one to leave switches off.
  if (existsSync(postmaster()))
    await (await openDatabase({ databaseUrl: undefined, dataDirectory: directory })).close()
  rmSync(directory, { recursive: true, force: true })
})

describe('one data directory', () => {
  test('keeps what was acknowledged when the process is killed', async () => {
    const first = await start()
    const caller = await enter(first.base)
    await change(caller, 'policies.create', {
      name: 'survivor',
      title: 'S',
      document: smallPolicy('survivor'),
    })
    const approver = await signIn(first.base, 'approver@remit.local', kept('first-approver.txt'))
    const { data: published } = await publish({ proposer: caller, approver }, { policy: 'survivor' })
    await first.end('SIGKILL')
    expect(existsSync(postmaster())).toBe(true) // the database lives on

    const started = Date.now()
    const second = await start()
    expect(Date.now() - started).toBeLessThan(10_000)
    const { data: versions } = await ask({ ...caller, base: second.base }, 'versions.list', {
      policy: 'survivor',
    })
    expect(versions).toMatchObject([{ number: 1, tables: published.tables, inForce: true }])
    expect(await second.end()).toBe(0)
    expect(existsSync(postmaster())).toBe(false) // and is switched off by the last to leave
  })

  test('is shared by two processes; the first may leave', async () => {
    const first = await start()
    const second = await start()
    const caller = await enter(first.base)
    await change(caller, 'policies.create', { name: 'shared', title: 'Shared' })
    const there = { ...caller, base: second.base }
    expect((await ask(there, 'drafts.get', { policy: 'shared' })).status).toBe(200)
    expect(await first.end()).toBe(0)
    expect((await fetch(`${second.base}/api/health`)).status).toBe(200)
    expect((await ask(there, 'drafts.get', { policy: 'shared' })).status).toBe(200)
  })

  test('may be started by several at once: one makes the database, one migrates, one seeds', async () => {
    const servers = await Promise.all([start(), start(), start()])
    const caller = await enter(servers[0]!.base)
    for (const { base } of servers) {
      const { data } = await ask({ ...caller, base }, 'people.list')
      expect(data).toHaveLength(2)
    }
    const token = kept('demonstration-token.txt')
    for (const { base } of servers) expect((await ask({ base, token }, 'tables.list')).status).toBe(200)
  })

  test('refuses a port that is in use, at once and in a sentence, and does no harm', async () => {
    const first = await start()
    const began = Date.now()
    await expect(start({ port: first.port })).rejects.toThrow(
      /^Port \d+ is in use\. Choose another one: PORT=\d+ npm start$/,
    )
    expect(Date.now() - began).toBeLessThan(10_000)
    expect((await fetch(`${first.base}/api/health`)).status).toBe(200)
  })

  test('keeps its secrets to whoever owns it', async () => {
    await start()
    for (const file of [
      'first-sign-in.txt',
      'first-approver.txt',
      'demonstration-token.txt',
      'database/password',
      'database/application-password',
    ])
      expect(statSync(join(directory, file)).mode & 0o777, file).toBe(0o600)
    expect(statSync(join(directory, 'database', 'cluster')).mode & 0o777).toBe(0o700)
  })

  test('prints the same first sign-in again until it is changed', async () => {
    const first = await start()
    const caller = await enter(first.base)
    await first.end()
    const second = await start()
    const again = await enter(second.base)
    const current = kept('first-sign-in.txt')
    await change(again, 'auth.changePassword', { current, next: 'something of my own' })
    expect(caller.cookie).not.toBe(again.cookie)
    await second.end()
    const third = await start()
    await signIn(third.base, 'admin@remit.local', 'something of my own')
  })
})

describe.runIf(process.getuid?.() === 0)('as root', () => {
  test('the database is kept elsewhere where its user cannot reach the data directory, and found again', async () => {
    chmodSync(directory, 0o700)
    const first = await openDatabase({ databaseUrl: undefined, dataDirectory: directory })
    const place = kept('database-is-at')
    expect(first.notices.join()).toContain(`The database is kept in ${place}`)
    expect(existsSync(join(place, 'cluster', 'PG_VERSION'))).toBe(true)
    await first.pool.query(`insert into artifacts values ('kept', '{}')`)
    await first.close()
    const second = await openDatabase({ databaseUrl: undefined, dataDirectory: directory })
    expect((await second.pool.query('select hash from artifacts')).rows).toEqual([{ hash: 'kept' }])
    await second.close()
    rmSync(place, { recursive: true })
  })
})

describe('the command line’s token', () => {
  const dataOnly = () => ({ databaseUrl: undefined, dataDirectory: directory })

  test('works while the server runs, and where it does not', async () => {
    const first = await start()
    const token = await issueToken({ tier: 'T1', policy: 'shipping-promises' }, dataOnly())
    const { data } = await ask({ base: first.base, token }, 'tables.list')
    expect(data).toMatchObject([{ policy: 'shipping-promises', tier: 'T1' }])
    await first.end()
    const other = await issueToken({ tier: 'T2' }, dataOnly())
    expect(existsSync(postmaster())).toBe(false)
    const second = await start()
    expect((await ask({ base: second.base, token: other }, 'tables.list')).status).toBe(200)
  })

  test('is refused for a tier or a policy that there is not', async () => {
    await start()
    await expect(issueToken({ tier: 'T9' }, dataOnly())).rejects.toThrow(
      'No policy has a tier "T9"; there is T1',
    )
    await expect(issueToken({ tier: 'T1', policy: 'none' }, dataOnly())).rejects.toThrow(
      'There is no policy named "none".',
    )
  })
})

describe('another PostgreSQL', () => {
  test('is used where DATABASE_URL names one', async () => {
    const lender = await openDatabase({ databaseUrl: undefined, dataDirectory: directory })
    const { ownerUrl: url } = await openEmbedded(directory)
    const own = temporaryDirectory()
    const server = await start({ env: { DATABASE_URL: url } }, own)
    const password = readFileSync(join(own, 'first-sign-in.txt'), 'utf8').trim()
    await signIn(server.base, 'admin@remit.local', password)
    expect(existsSync(join(own, 'database'))).toBe(false)
    await server.end()
    expect(existsSync(postmaster())).toBe(true) // not ours to switch off
    await lender.close()
    rmSync(own, { recursive: true })
  })

  test('that cannot be reached is told in a sentence', async () => {
    const env = { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none' }
    const refused = await start({ env }).catch((error: Error) => error.message)
    expect(refused).toMatch(/^The database at DATABASE_URL cannot be used: connect ECONNREFUSED/)
    expect(refused).not.toContain('secret')
  })
})
