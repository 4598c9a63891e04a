import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { canonicalJson } from '@/compiler/runtime/canonical-json'
import { openDatabase } from '@/server/database/open-database'
import { ask, change, signIn } from './harness/call'
import { publish } from './harness/publish'
import { smallPolicy } from './harness/small-policy'
import { startServer } from './harness/start-server'
import { temporaryDirectory } from './harness/temporary-directory'

/** How often the process is killed; `REMIT_KILLS=1000` is the full run. */
const KILLS = Number(process.env.REMIT_KILLS ?? 5)

const BOTH = [
  { channel: 'staging', from: null },
  { channel: 'live', from: null },
] as const

interface Listed {
  number: number
  channels: string[]
  proposal: number
  tables: { tier: string; hash: string }[]
}

const postmasterOf = (dataDirectory: string) =>
  Number(readFileSync(join(dataDirectory, 'database', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])

test(`a publish that was acknowledged is there, and none is half there: killed ${KILLS} times`, {
  timeout: 20_000 + KILLS * 15_000,
}, async () => {
  const dataDirectory = temporaryDirectory()
  const policy = 'killed'
  onTestFinished(async () => {
    await server.end()
    // Nobody else is there: whoever leaves switches off what was left running.
    const { close } = await openDatabase({ databaseUrl: undefined, dataDirectory })
    await close()
    rmSync(dataDirectory, { recursive: true })
  })
  const acknowledged = new Map<number, string>()
  let words = 0
  let server = await startServer(dataDirectory)
  const password = readFileSync(join(dataDirectory, 'first-sign-in.txt'), 'utf8').trim()
  const { cookie } = await signIn(server.base, 'admin@remit.local', password)
  const second = readFileSync(join(dataDirectory, 'first-approver.txt'), 'utf8').trim()
  const approver = await signIn(server.base, 'approver@remit.local', second)
  await change({ base: server.base, cookie }, 'policies.create', { name: policy, title: 'Killed' })

  for (let kill = 0; kill < KILLS; kill++) {
    const caller = { base: server.base, cookie }
    const before = acknowledged.size
    const publishing = (async () => {
      for (;;) {
        const { data: draft } = await ask(caller, 'drafts.get', { policy })
        const document = smallPolicy(policy, `Words ${words++}.`)
        const saved = await change(caller, 'drafts.save', { policy, revision: draft.revision, document })
        const { data } = await publish(
          { proposer: caller, approver: { base: server.base, cookie: approver.cookie } },
          { policy, revision: saved.data.revision, starts: BOTH },
        )
        acknowledged.set(data.number, canonicalJson(document))
      }
    })().catch(() => {})
    // At some moment after the first that was acknowledged this time.
    while (acknowledged.size === before) await sleep(5)
    await sleep(Math.random() * 300)
    await server.end('SIGKILL')
    // Every other time the database dies as well, and recovers from its log.
    if (kill % 2) process.kill(postmasterOf(dataDirectory), 'SIGKILL')
    await publishing
    server = await startServer(dataDirectory)
  }

  const caller = { base: server.base, cookie }
  const versions: Listed[] = []
  for (let before: number | undefined; ; before = versions.at(-1)!.number) {
    const { data } = await ask(caller, 'versions.list', { policy, before, limit: 200 })
    if (data.length === 0) break
    versions.push(...data)
  }
  const numbers: number[] = versions.map(({ number }) => number).reverse()
  expect(numbers).toEqual(numbers.map((_, n) => n + 1))
  expect(acknowledged.size).toBeGreaterThan(0)
  for (const [number, document] of acknowledged) {
    const { data } = await ask(caller, 'versions.get', { policy, number })
    expect(canonicalJson(data.document), `version ${number}`).toBe(document)
  }
  // Whole: released on both channels, its proposal closed with it, and written into the log.
  expect(versions[0]!.channels).toEqual(['live', 'staging'])
  for (const { number, tables, proposal } of versions) {
    const { data: closed } = await ask(caller, 'proposals.get', { policy, number: proposal })
    expect(closed).toMatchObject({ outcome: 'applied', version: number })
    expect(tables).toHaveLength(2)
    for (const { tier, hash } of tables) {
      const { data } = await ask(caller, 'versions.table', { policy, number, tier })
      expect(data.hash).toBe(hash)
    }
  }
})
