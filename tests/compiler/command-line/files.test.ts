import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commandLine, policy, root, sample } from './remit'

const { folder, remit, file, changed } = commandLine()
const text = JSON.stringify(policy, null, 2)

/** The carets of a message, and what stands above them. */
function pointedAt(message: string): string {
  const lines = message.split('\n')
  const at = lines.findIndex(line => /^ +\| +\^+$/.test(line))
  const carets = lines[at]!
  return lines[at - 1]!.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)
}

describe('a file that cannot be read', () => {
  const refused = async (name: string, says: string | RegExp) => {
    const ended = await remit(['check', name])
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.err).toMatch(says)
    return ended.err
  }

  it('is not there, is a folder, is empty, is no UTF-8: exit 2, and the reason', async () => {
    mkdirSync(join(folder, 'a-folder'))
    await refused('nowhere.json', /nowhere\.json cannot be read: there is no such file \(ENOENT\)/)
    await refused('a-folder', /is a folder/)
    await refused(file('empty.json', ''), /is empty/)
    await refused(file('blank.json', '\uFEFF \n'), /is empty/)
    await refused(
      file('latin.json', Buffer.from(text.replace('Shipping', 'Sch\u00e4fer'), 'latin1')),
      /not text in UTF-8/,
    )
    await refused(file('wide.json', Buffer.from(`\uFEFF${text}`, 'utf16le')), /save it as UTF-8/)
  })

  it.skipIf(process.getuid?.() === 0)('may not be read: exit 2', async () => {
    file('secret.json', text)
    chmodSync(join(folder, 'secret.json'), 0)
    await refused('secret.json', /you may not/)
  })

  it('is no JSON: line, column, and a caret under the place', async () => {
    const broken = text.replace('"name": "shipping-promises",', '"name": "shipping-promises"')
    const said = await refused(
      file('comma.json', broken),
      /^comma\.json is not JSON: A comma or a closing brace is expected.*\n {2}at comma\.json:4:3\n/,
    )
    expect(pointedAt(said)).toBe('"')
    await refused(file('half.json', '{"format":'), /the file ends here\.\n {2}at half\.json:1:11\n/)
    await refused(file('twice.json', '{"a": 1,\r\n "a": 2}'), /appears twice.*\n {2}at twice\.json:2:2\n/)
    await refused(file('deep.json', '['.repeat(100_000)), /nested more than 200 levels/)
    const long = `{"a":"${'x'.repeat(5000)}", oops}`
    const shown = await refused(file('long.json', long), /not JSON/)
    expect(pointedAt(shown)).toBe('o')
    for (const line of shown.split('\n')) expect(line.length).toBeLessThan(250)
  })

  it('begins with a byte order mark, or comes by standard input: read like any', async () => {
    expect(await remit(['check', file('bom.json', `\uFEFF${text}`)])).toMatchObject({ code: 0, err: '' })
    expect(await remit(['check', '-'], text)).toMatchObject({
      code: 0,
      out: 'standard input: No findings.\n',
    })
  })
})

describe('a finding', () => {
  it('has the place in the file, the line, and a caret under what is meant, escapes or not', async () => {
    const name = changed('bad-test.json', document => {
      document.chart.edges.find(edge => edge.when?.call_time)!.when = { call_time: '< tim("15:00:00")' }
    })
    const { code, out } = await remit(['check', name])
    expect(code).toBe(1)
    expect(pointedAt(out)).toBe('tim')
    const [, line, column] = /at bad-test\.json:(\d+):(\d+)/.exec(out)!
    const { readFileSync } = await import('node:fs')
    const lines = readFileSync(join(folder, name), 'utf8').split('\n')
    expect(lines[Number(line) - 1]!.slice(Number(column) - 1)).toMatch(/^tim\(\\"15/)
    const escaped = text.replaceAll('< time(\\"15:00:00\\")', '\\u003c \\u0074im(\\"15:00:00\\")')
    expect(pointedAt((await remit(['check', file('escapes.json', escaped)])).out)).toBe('\\u0074im')
  })

  it('points into a document that is one long line', async () => {
    const line = JSON.stringify(policy).replace('"order_total":"<= 200"', '"order_total":"<= 2oo"')
    const { out } = await remit(['check', file('line.json', line)])
    expect(pointedAt(out)).toBe('oo')
  })

  it('names an unknown field at its key, with what to do and the name that was meant', async () => {
    const name = changed('field.json', document => {
      document.tilte = document.title
    })
    const { code, out } = await remit(['check', name])
    expect(code).toBe(1)
    expect(pointedAt(out)).toBe('"tilte"')
    expect(out).toContain('Did you mean “title”?')
    expect(out).toContain('what to do: ')
  })

  it('about a step is shown where the step has its name, and has an example that decide takes', async () => {
    const name = changed('gap.json', document => {
      document.scenarios = []
      document.chart.edges = document.chart.edges.filter(({ id }) => id !== 'courier-no')
    })
    const { code, out } = await remit(['check', name])
    expect(code).toBe(1)
    expect(out).toMatch(/^error gap {2}No answer at “Can a courier bring it\?”/)
    expect(pointedAt(out)).toBe('"q-courier"')
    const example = /for example (\{.*\})/.exec(out)![1]!
    const decided = await remit(['decide', name, '--tier', 'T3', '--facts', example])
    expect(JSON.parse(decided.out)).toMatchObject({ kind: 'gap', question: 'q-courier' })
    expect(decided.code).toBe(0)
  })

  it('is the same for programs as JSON, and nothing else is printed', async () => {
    const name = changed('json.json', document => {
      document.tilte = 1
    })
    const { code, out, err } = await remit(['check', name, '--json'])
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(JSON.parse(out)).toMatchObject([{ code: 'malformed', severity: 'error', path: ['tilte'] }])
    expect(await remit(['check', sample, '--json'])).toEqual({ code: 0, out: '[]\n', err: '' })
  })
})

it('runs in the repository as the documents say', async () => {
  const { spawnSync } = await import('node:child_process')
  const { status, stdout } = spawnSync('npm', ['run', '--silent', 'remit', '--', 'check', sample], {
    cwd: root,
    encoding: 'utf8',
  })
  expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('No findings.') })
})
