import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { type Embedded, openEmbedded } from '@/server/database/embedded/open-embedded'
import { findPlace } from '@/server/database/embedded/place'
import { runSingleUser } from '@/server/database/embedded/single-user'
import { openDatabase } from '@/server/database/open-database'
import { temporaryDirectory } from './harness/temporary-directory'

let dataDirectory: string
/** A database server that the test itself has to switch off. */
let lender: Embedded | undefined
beforeEach(() => {
  dataDirectory = temporaryDirectory()
})
afterEach(async () => {
  await lender?.stop()
  lender = undefined
  rmSync(dataDirectory, { recursive: true })
})

const application = () => join(dataDirectory, 'database', 'application-password')
const isRunning = () => existsSync(join(dataDirectory, 'database', 'cluster', 'postmaster.pid'))
const whoAsks = async (opened: Awaited<ReturnType<typeof openDatabase>>) =>
  (await opened.pool.query('select current_user as who')).rows[0].who

describe('a data folder from before the application had a role of its own', () => {
  test('gets one, and keeps what is in it', async () => {
    const first = await openDatabase({ dataDirectory })
    await first.pool.query(`insert into artifacts values ('kept', '{}')`)
    await first.close()
    // As it was then: no such role, and no file.
    await runSingleUser(findPlace(dataDirectory), ['ALTER ROLE remit_app RENAME TO somebody_else'])
    rmSync(application())

    const second = await openDatabase({ dataDirectory })
    expect(await whoAsks(second)).toBe('remit_app')
    expect((await second.pool.query('select * from artifacts')).rows).toEqual([{ hash: 'kept', body: '{}' }])
    await expect(second.pool.query('delete from artifacts')).rejects.toThrow('permission denied')
    expect(statSync(application()).mode & 0o777).toBe(0o600)
    await second.close()
  })

  test('gets one also where its server was left running, and where it died on the way', async () => {
    await openEmbedded(dataDirectory) // nobody is there who would switch it off
    renameSync(application(), `${application()}.unfinished`)
    expect(isRunning()).toBe(true)
    const opened = await openDatabase({ dataDirectory })
    expect(await whoAsks(opened)).toBe('remit_app')
    expect(existsSync(`${application()}.unfinished`)).toBe(false)
    await opened.close()
    expect(isRunning()).toBe(false)
  })

  test('is left alone while that version still runs', async () => {
    const earlier = await openDatabase({ dataDirectory })
    const kept = readFileSync(application())
    rmSync(application())
    await expect(openDatabase({ dataDirectory })).rejects.toThrow(
      'An earlier version of Remit still runs on this data folder.',
    )
    expect((await earlier.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    writeFileSync(application(), kept)
    await earlier.close()
  })
})

test('another PostgreSQL is migrated by its owner and used by a role that owns nothing', async () => {
  // The embedded one in its place, with an owner who may make roles.
  await (await openEmbedded(dataDirectory)).stop()
  await runSingleUser(findPlace(dataDirectory), [
    'ALTER ROLE remit CREATEROLE',
    `CREATE ROLE boss LOGIN PASSWORD 'boss'`,
  ])
  lender = await openEmbedded(dataDirectory)
  const own = temporaryDirectory()
  onTestFinished(() => rmSync(own, { recursive: true }))
  const owner = lender.ownerUrl
  const as = (username: string, password: string) =>
    Object.assign(new URL(owner), { username, password: encodeURIComponent(password) }).href
  const open = (databaseUrl: string, databaseOwnerUrl?: string) =>
    openDatabase({ dataDirectory: own, databaseUrl, databaseOwnerUrl })

  // Without its owner's address it is guarded by triggers alone, and the start says so.
  for (const again of [undefined, owner]) {
    const opened = await open(owner, again)
    expect(opened.notices).toEqual([expect.stringMatching(/^The role of DATABASE_URL owns the tables/)])
    await expect(opened.pool.query('delete from versions')).rejects.toThrow('is refused')
    await opened.close()
  }

  // A role that is not there is made, and afterwards used as it is.
  for (const time of ['first', 'second']) {
    const opened = await open(as('desk', 'wh@t/else?'), owner)
    expect(opened.notices, time).toEqual([])
    expect(await whoAsks(opened)).toBe('desk')
    await expect(opened.pool.query('delete from versions')).rejects.toThrow('permission denied')
    await opened.close()
  }

  // What is wrong is told in a sentence.
  await expect(open(as('desk', 'wrong'), owner)).rejects.toThrow(
    /^The database at DATABASE_URL cannot be used: password authentication failed/,
  )
  await expect(open(owner, as('desk', 'wrong'))).rejects.toThrow(
    /^The database at DATABASE_OWNER_URL cannot be used: password authentication failed/,
  )
  await expect(open(owner, as('boss', 'boss'))).rejects.toThrow(
    'Give them to boss first, as a superuser: REASSIGN OWNED BY "remit" TO "boss".',
  )
})
