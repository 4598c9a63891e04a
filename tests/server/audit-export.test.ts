import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { runCommand } from '@/compiler/cli/run'
import { csvCell } from '@/server/audit/csv'
import { makeDailyCheckpoint } from '@/server/audit/make-checkpoint'
import { auditCommand } from '@/server/cli/audit'
import { openDatabase } from '@/server/database/open-database'
import { readInstallationSecret } from '@/server/signing/installation-secret'
import { seal, unseal } from '@/server/signing/seal'
import { ask, type Caller, change } from './harness/call'
import { made } from './harness/published'
import {
  administrator,
  auditor,
  base,
  dataDirectory,
  manager,
  newClient,
  nobody,
  ownerSql,
  sql,
} from './harness/shared'
import { temporaryDirectory } from './harness/temporary-directory'

const get = (path: string, caller: Caller, init: RequestInit = {}) =>
  fetch(`${base}/api/audit/${path}`, {
    ...init,
    headers: { ...(caller.cookie && { cookie: caller.cookie }), ...caller.headers },
  })
const textOf = async (path: string) => (await get(path, auditor)).text()

/** The command line, with files of its own. */
const verify = (folder: string, ...args: string[]) =>
  runCommand({ audit: auditCommand }, [
    'audit',
    'verify',
    join(folder, 'log.jsonl'),
    '--checkpoint',
    join(folder, 'checkpoint.json'),
    ...args,
  ])

beforeAll(() => made('exported', undefined))

describe('the log as JSON Lines', () => {
  test('is proved by the command line against a checkpoint, and is not when a byte of it is changed', async () => {
    const folder = temporaryDirectory()
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const { data } = await change(auditor, 'audit.checkpoint')
    await made('exported-later') // behind the checkpoint
    const log = await get('log.jsonl', auditor)
    expect(log.headers.get('content-disposition')).toMatch(
      /^attachment; filename="remit-audit-log-to-\d+\.jsonl"$/,
    )
    const text = await log.text()
    const checkpoint = await textOf(`checkpoint-${data.seq}.json`)
    writeFileSync(join(folder, 'log.jsonl'), text)
    writeFileSync(join(folder, 'checkpoint.json'), checkpoint)

    const { data: known } = await ask(auditor, 'audit.checkpoints')
    const proved = await verify(folder, '--key', known.key.id)
    expect(proved.out).toContain(`the first ${data.seq} are as they were when the checkpoint was made`)
    expect(proved.out).toContain(`signed by ${known.key.id}, for which the key that you gave vouches.`)
    expect(proved.code).toBe(0)
    const json = await verify(folder, '--json')
    expect(JSON.parse(json.out!)).toMatchObject({
      proved: true,
      problems: [],
      entries: text.split('\n').length - 1,
      checkpoint: { seq: data.seq, vouchers: expect.arrayContaining([known.key.id]) },
    })

    writeFileSync(join(folder, 'log.jsonl'), text.replace('"Administrator"', '"Administrat0r"'))
    const refused = await verify(folder)
    expect(refused.code).toBe(1)
    expect(refused.out).toMatch(/log\.jsonl:2 {2}Line 2 was changed: what it says does not have its hash\./)
    writeFileSync(join(folder, 'log.jsonl'), text.slice(0, text.indexOf('\n') + 1))
    expect((await verify(folder)).out).toMatch(/Line 2 is missing: the log was cut off after entry 1/)
    writeFileSync(join(folder, 'log.jsonl'), text)
    expect((await verify(folder, '--key', `sha256-${'0'.repeat(64)}`)).code).toBe(1)
    writeFileSync(join(folder, 'checkpoint.json'), checkpoint.replace(/"at":"2/, '"at":"3'))
    expect((await verify(folder)).out).toContain('The checkpoint was changed, or is not from Remit')
  })

  test('is refused by the command line with a reason where it cannot be read', async () => {
    const folder = temporaryDirectory()
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const told = async (args: string[]) => {
      const { code, err } = await runCommand({ audit: auditCommand }, args)
      return [code, err]
    }
    const file = join(folder, 'some.json')
    writeFileSync(file, '{}')
    expect(await told(['audit', 'verify', file])).toEqual([2, 'audit verify needs --checkpoint FILE.'])
    expect(await told(['audit', 'prove', file])).toEqual([
      2,
      'audit can only verify; it does not know “prove”.',
    ])
    expect(await told(['audit', 'verify', file, '--checkpoint', file])).toEqual([
      2,
      `${file} is no checkpoint of an audit log, or was changed.`,
    ])
    expect(await told(['audit', 'verify', file, '--checkpoint', file, '--key', 'mine'])).toEqual([
      2,
      '“mine” is no fingerprint: sha256- and 64 hexadecimal digits.',
    ])
    const { data } = await change(auditor, 'audit.checkpoint')
    writeFileSync(file, await textOf(`checkpoint-${data.seq}.json`))
    const missing = join(folder, 'none.jsonl')
    expect(await told(['audit', 'verify', missing, '--checkpoint', file])).toEqual([
      2,
      `${missing} cannot be read: there is no such file (ENOENT).`,
    ])
    mkdirSync(missing)
    expect((await told(['audit', 'verify', missing, '--checkpoint', file]))[1]).toContain('it is a folder')
  })

  test('is what a filter leaves of it, each entry with its exact text', async () => {
    const lines = (await textOf('log.jsonl?policy=exported')).trimEnd().split('\n')
    const kept = await sql(`select body, hash from audit_entries where policy = 'exported' order by seq`)
    expect(lines).toEqual(kept.map(({ body, hash }) => `{"entry":${body},"hash":"${hash}"}`))
    expect((await get('log.jsonl?policy=exported', auditor)).headers.get('content-disposition')).toContain(
      '-part-',
    )
    for (const [query, expected] of [
      ['act=policy.created&policy=exported', 1],
      ['person=remit&act=log.begun', 1],
      ['person=remit&policy=exported', 0],
      ['search=100%25', 0],
      ['search=LOG.begun', 1],
      ['search=began+the+log', 1],
      ['until=2020-01-01T00:00:00Z', 0],
      ['from=2020-01-01T00:00:00Z&policy=exported', kept.length],
    ] as const)
      expect((await textOf(`log.jsonl?${query}`)).split('\n').length - 1, query).toBe(expected)
    expect((await get('log.jsonl?policy=No+name', auditor)).status).toBe(400)
    expect((await get('log.jsonl?surprise=1', auditor)).status).toBe(400)
  })
})

describe('the log as CSV', () => {
  test('has a row for each entry in words', async () => {
    const text = await textOf('log.csv?policy=exported')
    const [head, first] = text.split('\r\n')
    expect(head).toBe('Entry,Time (UTC),Person,What happened,Act,Policy,From,To,Why,Details,Hash')
    expect(first).toMatch(
      /^\d+,\d{4}-.*Z,The manager,made the policy A small policy,policy.created,exported,,1,,,sha256-[0-9a-f]{64}$/,
    )
    expect(text.endsWith('\r\n')).toBe(true)
  })

  test.each([
    ['=1+1', `'=1+1`],
    ['+49 30', `'+49 30`],
    ['-', `'-`],
    ['@here', `'@here`],
    ['\tx', `'\tx`],
    ['\rx', `"'\rx"`],
    [' =cmd', `' =cmd`],
    ['＝1', `'＝1`],
    ['a=b', 'a=b'],
    ['=“a”,"b"', `"'=“a”,""b"""`],
    [-1, '-1'],
    [undefined, ''],
    ['two\nlines', '"two\nlines"'],
  ])('%j is written as %j', (value, cell) => expect(csvCell(value)).toBe(cell))
})

describe('the log’s files', () => {
  test('are for whoever is signed in, and only to be read', async () => {
    const client = await newClient('T1')
    for (const path of ['log.jsonl', 'log.csv', 'checkpoint-1.json']) {
      expect((await get(path, nobody)).status, path).toBe(401)
      expect((await get(path, { base, cookie: `remit=${'A'.repeat(43)}` })).status).toBe(401)
      expect((await get(path, { base, headers: { authorization: `Bearer ${client.token}` } })).status).toBe(
        401,
      )
      expect((await get(path, auditor, { method: 'POST' })).status).toBe(405)
    }
    for (const caller of [auditor, manager, administrator])
      expect((await get('log.csv?act=log.begun', caller)).status).toBe(200)
    expect((await get('checkpoint-999999.json', auditor)).status).toBe(404)
  })
})

describe('signing keys', () => {
  test('are sealed by a secret that is not in the database', async () => {
    await change(auditor, 'audit.checkpoint')
    expect(statSync(join(dataDirectory, 'secret')).mode & 0o777).toBe(0o600)
    const secret = readFileSync(join(dataDirectory, 'secret'), 'utf8').trim()
    const keys = await sql('select * from signing_keys')
    expect(keys[0].sealed_private_key).toMatch(/^aes-256-gcm\$/)
    const dump = JSON.stringify([keys, await ownerSql('select * from audit_entries')])
    for (const word of ['PRIVATE KEY', secret]) expect(dump).not.toContain(word)
    const opened = readInstallationSecret({ secret: undefined, dataDirectory })
    expect(unseal(keys[0].sealed_private_key, opened, keys[0].id)).toContain('BEGIN PRIVATE KEY')
    expect(unseal(keys[0].sealed_private_key, opened, 'another')).toBeNull()
    const other = readInstallationSecret({ secret: 'x'.repeat(32), dataDirectory })
    expect(unseal(keys[0].sealed_private_key, other, keys[0].id)).toBeNull()
    const sealed = seal('a', opened, 'b').split('$')
    expect(unseal([...sealed.slice(0, 3), 'AA'].join('$'), opened, 'b')).toBeNull()
  })
})

describe('a data folder of its own', () => {
  const secrets = ['a', 'b'].map(letter =>
    readInstallationSecret({ secret: letter.repeat(32), dataDirectory: '' }),
  )

  test('makes a checkpoint a day, once, and none where its secret is another', async () => {
    const folder = temporaryDirectory()
    const opened = await openDatabase({ dataDirectory: folder }, async database => {
      const { beginLog } = await import('@/server/audit/begin-log')
      await beginLog(database)
    })
    onTestFinished(async () => {
      await opened.close()
      rmSync(folder, { recursive: true })
    })
    const both = await Promise.all([0, 1].map(() => makeDailyCheckpoint(opened.database, secrets[0]!)))
    // The first entry, and the one that says that the key was made.
    expect(both.sort()).toEqual([2, null])
    expect(await makeDailyCheckpoint(opened.database, secrets[0]!)).toBeNull()
    await expect(makeDailyCheckpoint(opened.database, secrets[1]!)).rejects.toThrow(
      'The signing key cannot be opened',
    )
  })
})
