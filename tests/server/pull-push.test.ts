import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { commandLine } from '../compiler/command-line/remit'
import { ask, change } from './harness/call'
import { madeHandbook, publishedHandbook, smallHandbook, takingIn } from './harness/handbooks'
import { made, published } from './harness/published'
import { base, manager } from './harness/shared'
import { smallPolicy } from './harness/small-policy'

const { folder, remit } = commandLine()
let env: Record<string, string>
beforeAll(async () => {
  const { data } = await change(manager, 'tokens.create', { name: 'Git', days: 1 })
  env = { REMIT_URL: base, REMIT_TOKEN: data.token }
})

const git = (args: string[], more: Record<string, string> = {}) =>
  remit(args, '', { ...process.env, ...env, ...more } as NodeJS.ProcessEnv)
const fileOf = (name: string) => join(folder, `${name}.policy.json`)
const read = (name: string) => JSON.parse(readFileSync(fileOf(name), 'utf8'))
const write = (name: string, document: unknown) =>
  writeFileSync(fileOf(name), `${JSON.stringify(document, null, 2)}\n`)
const draftOf = async (policy: string) => (await ask(manager, 'drafts.get', { policy })).data
const save = (policy: string, revision: number, words: string) =>
  change(manager, 'drafts.save', { policy, revision, document: smallPolicy(policy, words) })

describe('a policy is kept as a file', () => {
  test('pulled, changed, pushed, and pulled again when somebody else has saved', async () => {
    await made('git-one')
    expect(await git(['pull', 'git-one'])).toEqual({
      code: 0,
      out: 'git-one.policy.json: revision 1\n',
      err: '',
    })
    expect(read('git-one')).toEqual(smallPolicy('git-one'))
    expect((await git(['pull', 'git-one'])).out).toBe('Nothing has changed.\n')
    expect((await git(['push'])).out).toBe('Nothing has changed.\n')

    write('git-one', smallPolicy('git-one', 'Words from git.'))
    const pushed = await git(['push', 'git-one.policy.json'])
    expect(pushed).toMatchObject({ code: 0, out: expect.stringContaining('revision 2, http://127.0.0.1') })
    expect(await draftOf('git-one')).toMatchObject({
      revision: 2,
      savedBy: 'The manager',
      document: smallPolicy('git-one', 'Words from git.'),
    })

    await save('git-one', 2, 'Words from the page.')
    expect((await git(['pull', 'git-one'])).out).toBe('git-one.policy.json: revision 3\n')
    expect(read('git-one')).toEqual(smallPolicy('git-one', 'Words from the page.'))
  })

  test('and what somebody saved in between is never overwritten, nor what was changed here', async () => {
    await made('git-two')
    await git(['pull', 'git-two'])
    await save('git-two', 1, 'Words from the page.')
    write('git-two', smallPolicy('git-two', 'Words from git.'))
    const stale = await git(['push', 'git-two.policy.json'])
    expect(stale).toMatchObject({ code: 1, out: '' })
    expect(stale.err).toContain(
      'The manager saved revision 2 of this draft in the meantime; you have revision 1',
    )
    expect((await draftOf('git-two')).document).toEqual(smallPolicy('git-two', 'Words from the page.'))

    const kept = await git(['pull', 'git-two'])
    expect(kept).toMatchObject({
      code: 1,
      err: expect.stringContaining('was changed here, and is left as it is'),
    })
    expect(read('git-two')).toEqual(smallPolicy('git-two', 'Words from git.'))
    expect((await git(['pull', 'git-two', '--force'])).code).toBe(0)
    expect(read('git-two')).toEqual(smallPolicy('git-two', 'Words from the page.'))
  })

  test('and what it takes in comes beside it, so that the command line checks it as the editor does', async () => {
    await madeHandbook(smallHandbook('git-book'))
    await publishedHandbook(smallHandbook('git-book'))
    await made('git-taker', takingIn('git-taker', 'git-book'))
    expect(await git(['pull', 'git-taker'])).toMatchObject({
      code: 0,
      out: 'git-taker.policy.json: revision 1\ngit-book.handbook.json: version 1\n',
    })
    expect((await git(['check', 'git-taker.policy.json'])).code).toBe(0)
    expect((await git(['pull', 'git-taker'])).out).toBe('Nothing has changed.\n')
    expect((await git(['pull', 'git-book'])).err).toContain('There is no policy “git-book”')
  })

  test('a new file makes a new policy; what is in force comes beside the draft', async () => {
    write('git-new', smallPolicy('git-new'))
    expect((await git(['push', 'git-new.policy.json'])).out).toContain('git-new.policy.json: a new policy')
    expect((await draftOf('git-new')).document).toEqual(smallPolicy('git-new'))
    expect((await git(['push', 'git-new.policy.json'])).out).toBe('Nothing has changed.\n')
    await made('git-taken')
    write('git-taken', smallPolicy('git-taken'))
    expect(await git(['push', 'git-taken.policy.json'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('exists already'),
    })

    await published('git-live')
    await save('git-live', 1, 'Not yet in force.')
    expect((await git(['pull', 'git-live', '--live'])).out).toBe('git-live.live.json: version 1\n')
    expect(JSON.parse(readFileSync(join(folder, 'git-live.live.json'), 'utf8'))).toEqual(
      smallPolicy('git-live'),
    )
    expect(await git(['pull', 'git-new', '--live'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('Nothing of “git-new” is in force'),
    })
  })

  test('without a name all are pulled, into the folder that is named', async () => {
    const { code } = await git(['pull', '--to', 'everything'])
    expect(code).toBe(0)
    const files = readdirSync(join(folder, 'everything'))
    expect(files).toEqual(
      expect.arrayContaining(['.remit.json', 'git-one.policy.json', 'git-two.policy.json']),
    )
    const ledger = JSON.parse(readFileSync(join(folder, 'everything', '.remit.json'), 'utf8'))
    expect(ledger.at).toBe(base)
    expect(readFileSync(join(folder, 'everything', '.remit.json'), 'utf8')).not.toContain(env.REMIT_TOKEN)
  })
})

describe('is refused, with what to do, and nothing is changed', () => {
  const cases: [string, string[], Record<string, string>, string][] = [
    ['without a token', ['pull'], { REMIT_TOKEN: '' }, 'REMIT_TOKEN is not set'],
    ['with a token that is none', ['pull'], { REMIT_TOKEN: 'remitp_no' }, 'REMIT_TOKEN is not known here'],
    ['where nobody answers', ['pull'], { REMIT_URL: 'http://127.0.0.1:9' }, 'No Remit answers at'],
    [
      'over plain HTTP',
      ['pull'],
      { REMIT_URL: 'http://remit.example.com' },
      'a token is sent over HTTPS only',
    ],
    ['with an address that is none', ['pull'], { REMIT_URL: 'remit' }, 'which is no address such as'],
    ['of a policy that there is not', ['pull', 'git-nobodys'], {}, 'There is no policy “git-nobodys”'],
    ['of a file of another name', ['push', 'other.json'], {}, 'is not called NAME.policy.json'],
    ['of a file that is not there', ['push', 'absent.policy.json'], {}, 'there is no such file'],
  ]
  test.each(cases)('%s', async (_, args, more, says) => {
    const answer = await git(args, more)
    expect(answer).toMatchObject({ code: 2, out: '', err: expect.stringContaining(says) })
  })

  test('a file that is no policy, with its place', async () => {
    await made('git-bad')
    await git(['pull', 'git-bad'])
    write('git-bad', { ...smallPolicy('git-bad'), chart: { nodes: 'none', edges: [] } })
    const answer = await git(['push', 'git-bad.policy.json'])
    expect(answer).toMatchObject({
      code: 2,
      err: expect.stringContaining('does not have the form of a policy'),
    })
    expect((await draftOf('git-bad')).revision).toBe(1)
    expect(existsSync(`${fileOf('git-bad')}.new`)).toBe(false)
  })

  test('files of another installation', async () => {
    writeFileSync(
      join(folder, '.remit.json'),
      JSON.stringify({ at: 'https://elsewhere.example', policies: {} }),
    )
    expect(await git(['pull'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('The files here are from https://elsewhere.example'),
    })
    writeFileSync(join(folder, '.remit.json'), '{"at": 1}')
    expect(await git(['pull'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('is not what pull writes'),
    })
  })
})
