import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '@/compiler/cli/run'
import { compile } from '@/compiler/compile'
import { tokenCommand } from '@/server/cli/token'
import { commandLine, policy, root, sample, withoutOtherwise } from './command-line/remit'

const { folder, remit, changed: written } = commandLine()
const COMMAND_NAMES = [...Object.keys(COMMANDS), 'token', 'pull', 'push', 'audit']
const EARLY = '{"health_or_safety":true,"call_time":"14:30:00"}'

describe('remit compile', () => {
  it('prints the artifact of a tier', async () => {
    const { code, out } = await remit(['compile', sample, '--tier', 'T1'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual(compile(policy, 'T1'))
  })

  it('writes it to a file, and as tables for people', async () => {
    expect(await remit(['compile', sample, '--tier', 'T1', '-o', 'table.json'])).toEqual({
      code: 0,
      out: '',
      err: '',
    })
    expect(JSON.parse(readFileSync(join(folder, 'table.json'), 'utf8')).tier).toBe('T1')
    expect((await remit(['compile', sample, '--tier', 'T1', '--to', 'markdown'])).out).toContain(
      '| before 3:00 PM |',
    )
    expect((await remit(['compile', sample, '--tier', 'T1', '--to', 'csv'])).out).toContain(
      '"< time(""15:00:00"")"',
    )
  })

  it('cannot write where it may not: exit 2, and the reason', async () => {
    for (const [out, says] of [
      ['nowhere/table.json', /nowhere\/table\.json cannot be written: there is no such file/],
      ['.', /is a folder/],
    ] as const)
      expect(await remit(['compile', sample, '--tier', 'T1', '-o', out])).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringMatching(says),
      })
  })

  it('prints the findings and no artifact where there are errors', async () => {
    const { code, out, err } = await remit([
      'compile',
      written('broken.json', withoutOtherwise),
      '--tier',
      'T1',
    ])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('No answer at')
  })

  it('knows its tiers and formats', async () => {
    expect(await remit(['compile', sample, '--tier', 'T9'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('T1, T2, T3'),
    })
    expect(await remit(['compile', sample])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--tier'),
    })
    expect(await remit(['compile', sample, '--tier', 'T1', '--to', 'xml'])).toMatchObject({ code: 2 })
  })
})

describe('remit decide', () => {
  it('decides by a policy and by an artifact alike', async () => {
    await remit(['compile', sample, '--tier', 'T1', '-o', 'artifact.json'])
    const byPolicy = await remit(['decide', sample, '--tier', 'T1', '--facts', EARLY])
    expect(byPolicy.code).toBe(0)
    expect(JSON.parse(byPolicy.out)).toMatchObject({
      kind: 'decision',
      end: { kind: 'close', result: 'resolved' },
    })
    expect(await remit(['decide', 'artifact.json', '--tier', 'T1', '--facts', EARLY])).toEqual(byPolicy)
    expect(await remit(['decide', 'artifact.json', '--tier', 'T2', '--facts', EARLY])).toMatchObject({
      code: 2,
    })
  })

  it('says what is invalid, with exit 1', async () => {
    const { code, out } = await remit([
      'decide',
      sample,
      '--tier',
      'T1',
      '--facts',
      '{"call_time":"25:00:00"}',
    ])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ kind: 'invalid', problems: [{ fact: 'call_time' }] })
  })

  it('reads a case a line, and writes a result a line', async () => {
    const { code, out } = await remit(['decide', sample, '--tier', 'T1', '--facts', '-'], `${EARLY}\n\n{}\n`)
    expect(code).toBe(0)
    expect(
      out
        .trim()
        .split('\n')
        .map(line => JSON.parse(line).kind),
    ).toEqual(['decision', 'ask'])
  })

  it('decides by a draft with errors, but not where its chart cannot be followed', async () => {
    const gap = written('draft.json', withoutOtherwise)
    const { code, out } = await remit([
      'decide',
      gap,
      '--tier',
      'T1',
      '--facts',
      '{"health_or_safety":true,"call_time":"16:00:00"}',
    ])
    expect({ code, kind: JSON.parse(out).kind }).toEqual({ code: 0, kind: 'gap' })
    const lost = written('lost.json', document => {
      document.chart.edges[0]!.to = 'nowhere'
    })
    expect(await remit(['decide', lost, '--tier', 'T1', '--facts', '{}'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('error unknown-reference'),
    })
  })

  it('refuses facts that are no object', async () => {
    expect(await remit(['decide', sample, '--tier', 'T1', '--facts', '[1]'])).toMatchObject({ code: 2 })
    const half = await remit(['decide', sample, '--tier', 'T1', '--facts', '{"call_time":'])
    expect(half).toMatchObject({
      code: 2,
      err: expect.stringMatching(/--facts is not JSON, from column 14 on.*\^/s),
    })
  })
})

describe('remit test', () => {
  it('plays the scenarios', async () => {
    const { code, out } = await remit(['test', sample])
    expect(code).toBe(0)
    expect(out).toContain('Every line is taken by some scenario.')
    expect(out).toMatch(new RegExp(`${policy.scenarios.length} passed, 0 failed\\s*$`))
  })

  it('tells programs the same as JSON', async () => {
    const { code, out } = await remit(['test', sample, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ passed: policy.scenarios.length, failed: 0, untaken: [] })
    const none = await remit([
      'test',
      written('none.json', document => {
        document.scenarios = []
      }),
      '--json',
    ])
    expect(none.code).toBe(0)
    expect(JSON.parse(none.out)).toMatchObject({
      scenarios: [],
      untaken: policy.chart.edges.map(({ id }: { id: string }) => id),
    })
  })

  it('plays nothing where the chart cannot be followed: exit 1', async () => {
    const lost = written('lost-too.json', document => {
      document.chart.edges[0]!.to = 'nowhere'
    })
    expect(await remit(['test', lost])).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('unknown-reference'),
    })
  })

  it('says which failed and why, and which lines none of them takes', async () => {
    const file = written('scenarios.json', document => {
      document.scenarios = [
        { ...document.scenarios![0]!, expect: { end: { kind: 'close', result: 'declined' } } },
      ]
    })
    const { code, out } = await remit(['test', file])
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

  it('has nothing to say of a version and itself', async () => {
    expect(await remit(['diff', sample, sample])).toMatchObject({
      code: 0,
      out: expect.stringContaining('as before'),
    })
    expect(JSON.parse((await remit(['diff', sample, sample, '--json'])).out)).toMatchObject({
      same: true,
      tiers: { T1: { changes: [] } },
    })
  })

  it('says exactly which cases a moved threshold decides differently', async () => {
    const { code, out } = await remit(['diff', sample, later(), '--tier', 'T1', '--json'])
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
    expect((await remit(['diff', sample, later(), '--tier', 'T1'])).out).toContain(
      'from 3:00 PM up to 4:00 PM',
    )
  })

  it('tells people the situation, what was and is decided, and an example, for every tier', async () => {
    const { out } = await remit(['diff', sample, later()])
    expect(out).toContain('T1 Front line: 2 situations decided differently, 1 situation said differently.')
    expect(out).toContain('T3 Duty manager: ')
    expect(out).toMatch(
      /Where “Time of the call” is from 3:00 PM up to 4:00 PM, and .*:\n {7}before {2}.*\n {7}after {3}.*\n {7}example \{/,
    )
    expect(out).toMatch(/In the document:\n.*chart changed: before-three/s)
    const example = /example (\{.*\})/.exec(out)![1]!
    const both = await Promise.all(
      [sample, later()].map(version => remit(['decide', version, '--tier', 'T1', '--facts', example])),
    )
    expect(both[0]!.out).not.toBe(both[1]!.out)
  })

  it('names a tier that only one of them has, and a fact that changed its type', async () => {
    const other = written('other.json', document => {
      const { tiers, facts } = document.handbook as {
        tiers: { id: string; title?: string }[]
        facts: Record<string, { step?: number }>
      }
      tiers.push({ id: 'T4', title: 'The board' })
      facts.order_total!.step = 0.03
    })
    const { code, out } = await remit(['diff', sample, other])
    expect(code).toBe(1)
    expect(out).toContain('T1 Front line: every case is decided as before.')
    expect(out).toContain(
      'T2 Senior desk: a fact has other values, and no other case is decided differently; see below.',
    )
    expect(out).toContain('T4 The board (new): ')
    expect(out).toContain('facts changed: order_total')
  })

  it('prints sentences and tables for a pull request, and what was proved', async () => {
    const { code, out } = await remit(['diff', sample, later(), '--markdown'])
    expect(code).toBe(1)
    expect(out).toMatch(/^## \w+ situations are decided differently\.\n/)
    expect(out).toMatch(/\n\| When \| .*\.json \| later\.json \| For \| Example \|\n/)
    expect(out).toContain('Time of the call: **from 3:00 PM up to 4:00 PM**')
    expect(out).toContain('**Complete.** These are all the situations on which the two versions differ')
    expect(out).toContain('for all three tiers')
    const same = await remit(['diff', sample, sample, '--markdown', '--tier', 'T1'])
    expect(same).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^## Nothing changes\.\n(?:.|\n)*T1 Front line alone/),
    })
    expect(await remit(['diff', sample, sample, '--markdown', '--json'])).toMatchObject({ code: 2 })
  })

  it('does not compare what has errors', async () => {
    const broken = written('broken-2.json', withoutOtherwise)
    expect(await remit(['diff', sample, broken])).toMatchObject({
      code: 2,
      err: expect.stringContaining('No answer at'),
    })
  })
})

describe('a command', () => {
  it('is in the reference, with its arguments', () => {
    const reference = readFileSync(join(root, 'compiler/cli/README.md'), 'utf8')
    for (const { usage } of [...Object.values(COMMANDS), tokenCommand])
      expect(reference).toContain(`| \`${usage.replaceAll('|', '\\|')}\` |`)
  })

  it('that is not there is told with the nearest one and with all there are', async () => {
    const { code, out, err } = await remit(['chekc', sample])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/^There is no command “chekc”\. Did you mean “check”\?/)
    for (const command of COMMAND_NAMES) expect(err).toContain(`\n  ${command} `)
    expect(await remit([])).toMatchObject({ code: 2, out: '' })
  })

  it('says how it is used, as does help', async () => {
    const all = await remit(['help'])
    expect(all).toMatchObject({ code: 0, err: '' })
    expect(await remit(['--help'])).toEqual(all)
    for (const command of COMMAND_NAMES) {
      const own = await remit([command, '--help'])
      expect(own).toMatchObject({ code: 0, err: '' })
      expect(own.out).toMatch(new RegExp(`^Usage: npm run --silent remit -- ${command} `))
      expect(own.out).toContain('Exit codes: 0 ')
      expect(await remit(['help', command])).toEqual(own)
    }
  })

  it.each([
    [['check', sample, '--jsno'], 'There is no option --jsno. Did you mean “--json”?'],
    [['check', sample, '--json=yes'], '--json takes no value.'],
    [['check', sample, '--json', '--json'], '--json is given twice.'],
    [['check'], 'It takes one FILE, and there are 0.'],
    [['check', sample, sample], 'It takes one FILE, and there are 2.'],
    [['diff', sample], 'It takes 2 files, and there is 1.'],
    [['compile', sample, '--tier'], '--tier needs a value.'],
    [['compile', sample, '--tier', '--to', 'csv'], '--tier needs a value.'],
    [['compile', sample, '-x'], 'There is no option -x.'],
    [['token'], 'token needs --tier T.'],
    [['diff', '-', '-'], 'not both'],
  ])('is not understood: exit 2, case %#', async (args, says) => {
    const { code, out, err } = await remit(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(says)
  })
})

it('a shared handbook beside the file is taken in; another version is not', async () => {
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
  expect(await remit(['check', from(7)])).toMatchObject({ code: 0 })
  expect(await remit(['check', from(8)])).toMatchObject({
    code: 1,
    out: expect.stringContaining('version 7'),
  })
})
