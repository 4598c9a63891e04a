import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { compile } from '@/compiler/compile'
import type { PolicyDocument } from '@/compiler/language/policy'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'remit-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

const sample = join(root, 'server/seed/shipping-promises.json')
const policy = JSON.parse(readFileSync(sample, 'utf8'))
const EARLY = '{"health_or_safety":true,"call_time":"14:30:00"}'

/** Runs the command line as a person does, in a process of its own. */
function remit(args: string[], input = '') {
  const command = [join(root, 'node_modules/.bin/tsx'), join(root, 'server/cli/main.ts'), ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    input,
    encoding: 'utf8',
    cwd: folder,
  })
  return { code: status, out: stdout, err: stderr }
}

/** A file with the sample, changed. */
function written(name: string, change: (document: PolicyDocument & Record<string, unknown>) => void): string {
  const document = structuredClone(policy)
  change(document)
  const file = join(folder, name)
  writeFileSync(file, JSON.stringify(document))
  return file
}

const withoutOtherwise = (document: PolicyDocument) => {
  document.chart.edges = document.chart.edges.filter(edge => edge.from !== 'q-time' || !edge.otherwise)
}

describe('remit check', () => {
  it('is content with the sample', () => {
    expect(remit(['check', sample])).toEqual({
      code: 0,
      out: expect.stringContaining('No findings.'),
      err: '',
    })
    expect(JSON.parse(remit(['check', sample, '--json']).out)).toEqual([])
  })

  it('says what is wrong, where, and for which example', () => {
    const { code, out } = remit(['check', written('gap.json', withoutOtherwise)])
    expect(code).toBe(1)
    expect(out).toMatch(/error gap {2}No answer at “Before three\?”/)
    expect(out).toMatch(/for example \{.*"call_time":"15:00:00"/)
  })

  it('points at the place in a test’s text', () => {
    const file = written('bad-test.json', document => {
      document.chart.edges.find(edge => edge.when?.call_time)!.when = { call_time: '< tim("15:00:00")' }
    })
    const { code, out } = remit(['check', file])
    expect(code).toBe(1)
    const [text, caret] = out.split('\n').filter(line => line.startsWith('  | ')) as [string, string]
    expect(text.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('tim')
  })

  it('names an unknown field with the one that was meant', () => {
    const file = written('field.json', document => {
      document.tilte = document.title
    })
    expect(remit(['check', file])).toMatchObject({
      code: 1,
      out: expect.stringContaining('Did you mean “title”?'),
    })
  })

  it('cannot read what is not there or no JSON: exit 2, on standard error', () => {
    writeFileSync(join(folder, 'half.json'), '{"format":')
    expect(remit(['check', 'nowhere.json'])).toEqual({
      code: 2,
      out: '',
      err: expect.stringContaining('ENOENT'),
    })
    expect(remit(['check', 'half.json'])).toEqual({
      code: 2,
      out: '',
      err: expect.stringContaining('is not JSON'),
    })
  })
})

describe('remit compile', () => {
  it('prints the artifact of a tier', () => {
    const { code, out } = remit(['compile', sample, '--tier', 'T1'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual(compile(policy, 'T1'))
  })

  it('writes it to a file, and as tables for people', () => {
    expect(remit(['compile', sample, '--tier', 'T1', '-o', 'table.json'])).toEqual({
      code: 0,
      out: '',
      err: '',
    })
    expect(JSON.parse(readFileSync(join(folder, 'table.json'), 'utf8')).tier).toBe('T1')
    expect(remit(['compile', sample, '--tier', 'T1', '--to', 'markdown']).out).toContain('| before 3:00 PM |')
    expect(remit(['compile', sample, '--tier', 'T1', '--to', 'csv']).out).toContain('"< time(""15:00:00"")"')
  })

  it('prints the findings and no artifact where there are errors', () => {
    const { code, out, err } = remit(['compile', written('broken.json', withoutOtherwise), '--tier', 'T1'])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('No answer at')
  })

  it('knows its tiers and formats', () => {
    expect(remit(['compile', sample, '--tier', 'T9'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('T1, T2, T3'),
    })
    expect(remit(['compile', sample])).toMatchObject({ code: 2, err: expect.stringContaining('--tier') })
    expect(remit(['compile', sample, '--tier', 'T1', '--to', 'xml'])).toMatchObject({ code: 2 })
  })
})

describe('remit decide', () => {
  it('decides by a policy and by an artifact alike', () => {
    remit(['compile', sample, '--tier', 'T1', '-o', 'artifact.json'])
    const byPolicy = remit(['decide', sample, '--tier', 'T1', '--facts', EARLY])
    expect(byPolicy.code).toBe(0)
    expect(JSON.parse(byPolicy.out)).toMatchObject({
      kind: 'decision',
      end: { kind: 'close', result: 'resolved' },
    })
    expect(remit(['decide', 'artifact.json', '--tier', 'T1', '--facts', EARLY])).toEqual(byPolicy)
    expect(remit(['decide', 'artifact.json', '--tier', 'T2', '--facts', EARLY])).toMatchObject({ code: 2 })
  })

  it('says what is invalid, with exit 1', () => {
    const { code, out } = remit(['decide', sample, '--tier', 'T1', '--facts', '{"call_time":"25:00:00"}'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ kind: 'invalid', problems: [{ fact: 'call_time' }] })
  })

  it('reads a case a line, and writes a result a line', () => {
    const { code, out } = remit(['decide', sample, '--tier', 'T1', '--facts', '-'], `${EARLY}\n\n{}\n`)
    expect(code).toBe(0)
    expect(
      out
        .trim()
        .split('\n')
        .map(line => JSON.parse(line).kind),
    ).toEqual(['decision', 'ask'])
  })

  it('refuses facts that are no object', () => {
    expect(remit(['decide', sample, '--tier', 'T1', '--facts', '[1]'])).toMatchObject({ code: 2 })
    expect(remit(['decide', sample, '--tier', 'T1', '--facts', '-'], '{}\n{')).toMatchObject({
      code: 2,
      err: expect.stringContaining('line 2'),
    })
  })
})

describe('remit test', () => {
  it('plays the scenarios', () => {
    const { code, out } = remit(['test', sample])
    expect(code).toBe(0)
    expect(out).toContain('Every line is taken by some scenario.')
    expect(out).toMatch(new RegExp(`${policy.scenarios.length} passed, 0 failed\\s*$`))
  })

  it('says which failed and why, and which lines none of them takes', () => {
    const file = written('scenarios.json', document => {
      document.scenarios = [
        { ...document.scenarios![0]!, expect: { end: { kind: 'close', result: 'declined' } } },
      ]
    })
    const { code, out } = remit(['test', file])
    expect(code).toBe(1)
    expect(out).toContain('FAILED')
    expect(out).toContain('expected: “declined”')
    expect(out).toMatch(/No scenario takes \d+ of \d+ lines/)
  })
})

describe('remit diff', () => {
  /** Three o'clock becomes four, in the answers and in what the actions require. */
  const later = () =>
    written('later.json', document => {
      const moved = JSON.parse(JSON.stringify(document).replaceAll('15:00:00', '16:00:00'))
      Object.assign(document, { handbook: moved.handbook, chart: moved.chart, scenarios: [] })
    })

  it('has nothing to say of a version and itself', () => {
    expect(remit(['diff', sample, sample])).toMatchObject({
      code: 0,
      out: expect.stringContaining('as before'),
    })
    expect(JSON.parse(remit(['diff', sample, sample, '--json']).out)).toMatchObject({
      same: true,
      tiers: { T1: { changes: [] } },
    })
  })

  it('says exactly which cases a moved threshold decides differently', () => {
    const { code, out } = remit(['diff', sample, later(), '--tier', 'T1', '--json'])
    expect(code).toBe(1)
    const { same, changes } = JSON.parse(out)
    expect(same).toBe(false)
    const hour = '[time("15:00:00")..time("16:00:00"))'
    expect(changes.map((change: { when: object }) => change.when)).toEqual(
      expect.arrayContaining([expect.objectContaining({ call_time: hour, health_or_safety: 'true' })]),
    )
    for (const { when } of changes) expect(when.call_time).toBe(hour)
    // Where the warehouse can still do it, the same is done, in other words.
    const kinds = changes.map((change: { kind: string; when: object }) => [change.kind, change.when])
    expect(kinds).toContainEqual(['wording', expect.objectContaining({ warehouse_can: 'true' })])
    expect(kinds.filter(([kind]: [string]) => kind === 'wording')).toHaveLength(1)
    expect(remit(['diff', sample, later(), '--tier', 'T1']).out).toContain('from 3:00 PM up to 4:00 PM')
  })

  it('does not compare what has errors', () => {
    const broken = written('broken-2.json', withoutOtherwise)
    expect(remit(['diff', sample, broken])).toMatchObject({
      code: 2,
      err: expect.stringContaining('No answer at'),
    })
  })
})

it('a command that is not understood says what there is', () => {
  expect(remit(['chekc', sample])).toMatchObject({ code: 2, err: expect.stringContaining('check FILE') })
  expect(remit([])).toMatchObject({ code: 2 })
  expect(remit(['check', sample, '--jsno'])).toMatchObject({ code: 2, err: expect.stringContaining('Usage') })
})

it('a shared handbook beside the file is taken in; another version is not', () => {
  const { tiers, facts, actions, guardrails } = policy.handbook
  const shared = {
    format: 'remit-handbook/1',
    name: 'company',
    version: 7,
    tiers,
    facts,
    actions,
    guardrails,
  }
  writeFileSync(join(folder, 'company.handbook.json'), JSON.stringify(shared))
  const from = (version: number) =>
    written(`shared-${version}.json`, document => {
      document.handbook = { from: { name: 'company', version } }
    })
  expect(remit(['check', from(7)])).toMatchObject({ code: 0 })
  expect(remit(['check', from(8)])).toMatchObject({ code: 1, out: expect.stringContaining('version 7') })
})
