import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { commandLine, sample } from './remit'

const { remit, start } = commandLine()
const EARLY = '{"health_or_safety":true,"call_time":"14:30:00"}'
const BATCH = ['decide', sample, '--tier', 'T1', '--facts', '-']
const results = (out: string) =>
  out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))

describe('decide --facts -', () => {
  it('reads a case a line and writes a result a line, in their order', async () => {
    const { code, out, err } = await remit(BATCH, `\uFEFF${EARLY}\r\n\r\n  \n{}\n${EARLY}`)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(results(out).map(({ kind }) => kind)).toEqual(['decision', 'ask', 'decision'])
    expect(await remit(BATCH, '')).toEqual({ code: 0, out: '', err: '' })
  })

  it('goes on behind a line that is none: its result says what is wrong with it, and the exit code is 1', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${EARLY}\n{"call_time":\n[1]\nnull\n`),
      Buffer.from([0x7b, 0xff, 0x7d, 0x0a]),
      Buffer.from(`{"x":"${'y'.repeat(1_100_000)}"}\n{"call_time":"25:00:00"}\n${EARLY}\n`),
    ])
    const { code, out, err } = await remit(BATCH, bytes)
    expect(code).toBe(1)
    const all = results(out)
    expect(all.map(({ kind }) => kind)).toEqual([
      'decision',
      ...['invalid', 'invalid', 'invalid', 'invalid', 'invalid', 'invalid'],
      'decision',
    ])
    expect(all.slice(1, 7).map(({ problems }) => problems[0].says)).toEqual([
      expect.stringMatching(/^Line 2 is not JSON/),
      expect.stringMatching(/^Line 3 is not an object of facts/),
      expect.stringMatching(/^Line 4 is not an object of facts/),
      'Line 5 is not text in UTF-8.',
      'Line 6 is longer than a million bytes.',
      expect.stringContaining('is not a time'),
    ])
    expect(err).toContain('Not read: line 2, 3, 4, 5, 6')
  })

  it('takes many lines in bounded memory', async () => {
    const child = start(BATCH, { env: { ...process.env, NODE_OPTIONS: '--max-old-space-size=96' } })
    const line = `${EARLY}\n`
    const block = line.repeat(2000)
    let [lines, err] = [0, '']
    child.stderr!.on('data', chunk => {
      err += chunk
    })
    child.stdout!.on('data', (chunk: Buffer) => {
      for (const byte of chunk) if (byte === 0x0a) lines++
    })
    // Text of 300,000 cases, and of their results, is more than the process may keep.
    for (let i = 0; i < 150; i++) if (!child.stdin!.write(block)) await once(child.stdin!, 'drain')
    child.stdin!.end()
    const [code] = await once(child, 'close')
    expect({ code, lines, err }).toEqual({ code: 0, lines: 300_000, err: '' })
  })

  it('ends quietly where nobody reads any longer', async () => {
    const child = start(BATCH)
    let err = ''
    child.stderr!.on('data', chunk => {
      err += chunk
    })
    child.stdin!.on('error', () => {})
    const feed = setInterval(() => child.stdin!.write(`${EARLY}\n`.repeat(2000)), 5)
    await once(child.stdout!, 'data')
    child.stdout!.destroy()
    const [code] = await once(child, 'exit')
    clearInterval(feed)
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })

  it('does not take the file and the facts from one place', async () => {
    expect(await remit(['decide', '-', '--tier', 'T1', '--facts', '-'], '{}')).toMatchObject({
      code: 2,
      err: expect.stringContaining('not both'),
    })
  })
})

it('a long output whose reader has had enough is no error', async () => {
  const child = start(['compile', sample, '--tier', 'T3'])
  let err = ''
  child.stderr!.on('data', chunk => {
    err += chunk
  })
  child.stdout!.destroy()
  const [code] = await once(child, 'exit')
  expect({ code, err }).toEqual({ code: 0, err: '' })
})
