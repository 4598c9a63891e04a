import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readGraph } from '@/compiler/1-graph/graph'
import { CHECKS } from '@/compiler/2-checks'
import { Cases } from '@/compiler/2-checks/cases'
import type { BehaviourCheck } from '@/compiler/2-checks/check'
import { TooLarge } from '@/compiler/3-diagram/too-large'
import { Tables } from '@/compiler/4-table/tables'
import { type Code, type Finding, finding } from '@/compiler/language/finding'
import type { PolicyDocument } from '@/compiler/language/policy'
import { check } from '../checked'
import { ANSWERS } from './answers'
import { AUTHORITIES } from './authority'
import { conditionLines } from './condition-lines'
import { DRAWING } from './drawing'
import { ENDINGS } from './endings'
import { FORM } from './form'
import { NAMES } from './names'
import { readingLines } from './reading-lines'
import { RULES } from './rules'
import { SHARED } from './shared'

const PAGES: Record<string, Record<string, unknown>> = {
  answers: ANSWERS,
  authority: AUTHORITIES,
  drawing: DRAWING,
  endings: ENDINGS,
  form: FORM,
  names: NAMES,
  rules: RULES,
}

/** All of a finding, in a few lines. */
function lines({ code, severity, message, fix, witness, ...places }: Finding): string[] {
  return [
    `- **${code}** (${severity}): ${message}`,
    `  - ${JSON.stringify(places)}`,
    ...(witness ? [`  - for example ${JSON.stringify(witness)}`] : []),
    ...(fix ? [`  - ${fix.title}:`, ...fix.edits.map(edit => `    - ${JSON.stringify(edit)}`)] : []),
  ]
}

/** That something is unused is told only where nothing else is: most of these documents are about a part of a policy. */
const told = (findings: readonly Finding[]) => {
  const others = findings.filter(({ code }) => code !== 'unused')
  return others.length > 0 ? others : findings
}

/** REMIT_PAGES=write writes a page anew; read the difference before you keep it. */
function kept(name: string, made: readonly string[]) {
  const page = join(import.meta.dirname, `${name}.md`)
  const text = `${made.join('\n')}\n`
  if (process.env.REMIT_PAGES === 'write') writeFileSync(page, text)
  expect(text.split('\n')).toEqual(readFileSync(page, 'utf8').split('\n'))
}

const pageOf = (title: string, findings: readonly Finding[]) => {
  const said = told(findings).flatMap(lines)
  return [`## ${title}`, ...(said.length > 0 ? said : ['Nothing.'])]
}

/** A document, a line for each step, line of the chart and entry of the handbook. */
const documentLines = ({ handbook, chart, scenarios = [], ...head }: PolicyDocument) =>
  [head, ...Object.entries(handbook), ...chart.nodes, ...chart.edges, ...scenarios].map(
    part => `    ${JSON.stringify(part)}`,
  )

describe('what is said', () => {
  for (const [name, documents] of Object.entries(PAGES))
    it(`of slips in ${name}`, () => {
      kept(
        name,
        Object.entries(documents).flatMap(([title, document]) => pageOf(title, check(document).findings)),
      )
    })

  it('of policies that take in a shared handbook', () => {
    kept(
      'shared',
      Object.entries(SHARED).flatMap(([title, [document, handbook]]) =>
        pageOf(title, check(document, handbook && { handbook }).findings),
      ),
    )
  })

  it('of conditions as people write them', () => kept('conditions', conditionLines()))
  it('of conditions that can be read', () => kept('readings', readingLines()))

  it('of the examples of every check, and about the check', () => {
    kept(
      'checks',
      CHECKS.flatMap(({ code, about, says, because, mend, offers, witness, example }) => [
        `# ${code}, of ${about}`,
        ...[says, because, mend, offers ?? 'No fix.', 'none' in witness ? witness.none : witness.shows],
        ...('document' in example
          ? [...documentLines(example.document), ...pageOf(example.title, check(example.document).findings)]
          : [`## ${example.title}`, example.words]),
      ]),
    )
  })

  it('where there is too much to look at', () => {
    const document = RULES['a rule of some cases that is broken']
    const { policy } = check(document)
    const graph = readGraph(policy!)
    const cases = (budget: number) => new Cases(graph, { budget })
    const tables = (too?: TooLarge) => Object.assign(new Tables(graph), too && { rows: () => too })
    const say = (title: string, code: Code, within: Cases, of = tables()) =>
      pageOf(
        title,
        (CHECKS.find(each => each.code === code) as BehaviourCheck)
          .find(within, of)
          .map(one => finding(code, one)),
      )
    const broken = cases(1_000)
    broken.look('words', { budget: 3 })
    broken.look('words', { budget: 2 })
    broken.look('the guardrail “One”', { budget: 5 })
    kept('limits', [
      ...say('enough time', 'undecided', cases(1_000)),
      ...say('no time', 'undecided', cases(0)),
      ...say('little time', 'undecided', cases(4)),
      ...say('little time for words and a rule', 'undecided', broken),
      ...say('few rows', 'too-large', cases(1_000)),
      ...say('too many rows', 'too-large', cases(1_000), tables(new TooLarge())),
      ...say('too deep', 'too-large', cases(1_000), tables(new TooLarge('depth'))),
      ...say('too many rows of what is not decided', 'too-large', cases(4), tables(new TooLarge())),
    ])
  })
})
