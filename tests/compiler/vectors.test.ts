import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { check, compile } from '@/compiler/compile'
import { decide } from '@/compiler/meaning/decide'
import type { Artifact } from '@/compiler/runtime/artifact'
import { load } from '@/compiler/runtime/load'
import type { Facts, TableResult } from '@/compiler/runtime/result'
import { FACT_TYPES } from '@/compiler/runtime/values'
import { plainTable } from './runtime/plain-table'
import { RULE_TOPICS } from './vectors/rule-topics'
import type { Topic } from './vectors/topic'
import { VALUE_TOPICS } from './vectors/value-topics'

interface Vectors {
  about: string
  artifact: Artifact
  cases: { facts: Facts; result: TableResult }[]
}

const FOLDER = join(import.meta.dirname, 'vectors')
const TOPICS: readonly Topic[] = [...VALUE_TOPICS, ...RULE_TOPICS]
const file = (name: string) => join(FOLDER, `${name}.json`)
const read = (name: string): Vectors => JSON.parse(readFileSync(file(name), 'utf8'))

/** One case a line, and -0 as it is: `JSON.stringify` makes it a 0. */
function written({ policy, tier, about, cases }: Topic): string {
  const artifact = compile(policy, tier)
  const decidePlainly = plainTable(artifact)
  const json = (value: unknown) =>
    JSON.stringify(value, (_, member) => (Object.is(member, -0) ? MINUS_ZERO : member)).replaceAll(
      JSON.stringify(MINUS_ZERO),
      '-0',
    )
  const lines = cases.map(
    facts => `    { "facts": ${json(facts)},\n      "result": ${json(decidePlainly(facts))} }`,
  )
  return `{\n  "about": ${json(about)},\n  "artifact": ${json(artifact)},\n  "cases": [\n${lines.join(',\n')}\n  ]\n}\n`
}
const MINUS_ZERO = 'minus zero'

describe.each(TOPICS)('vectors of $name', topic => {
  it('are what the compiler and the rules of the format make of them', () => {
    expect(check(topic.policy).findings.filter(({ severity }) => severity === 'error')).toEqual([])
    // REMIT_VECTORS=write writes the files anew; read the difference before you keep it.
    const text = written(topic)
    if (process.env.REMIT_VECTORS === 'write') writeFileSync(file(topic.name), text)
    expect(readFileSync(file(topic.name), 'utf8')).toBe(text)
  })

  it('hold for the runtime, and for the rules followed plainly', () => {
    const { artifact, cases } = read(topic.name)
    const [loaded, plain] = [load(artifact), plainTable(artifact)]
    expect(cases).toHaveLength(topic.cases.length)
    for (const { facts, result } of cases) {
      expect(loaded.decide(facts), JSON.stringify(facts)).toEqual(result)
      expect(plain(facts), JSON.stringify(facts)).toEqual(result)
    }
  })

  it('are what the chart decides, too, where it has all that it needs', () => {
    const { cases } = read(topic.name)
    let same = 0
    for (const { facts, result } of cases) {
      const drawn = decide(topic.policy, topic.tier, facts)
      // On some facts a table may decide, or ask, where the chart asks.
      if (drawn.kind === 'ask') continue
      expect(drawn, JSON.stringify(facts)).toEqual(result)
      same++
    }
    expect(same).toBeGreaterThan(0)
  })
})

describe('the vectors together', () => {
  const all = () => TOPICS.map(({ name }) => read(name))

  it('are all the files there are, each of another name', () => {
    const files = readdirSync(FOLDER).filter(name => name.endsWith('.json'))
    expect(files.sort()).toEqual(TOPICS.map(({ name }) => `${name}.json`).sort())
  })

  it('come to everything that a table can say', () => {
    const seen = new Set<string>()
    for (const { result } of all().flatMap(({ cases }) => cases)) {
      seen.add(result.kind)
      if (result.ignored) seen.add(`${result.kind}, ignored`)
      if (result.kind === 'invalid' && result.problems.length > 1) seen.add('several problems')
      if (result.kind === 'ask') {
        seen.add(`ask ${result.source}`)
        if (result.say) seen.add('ask with words')
        if (result.ask) seen.add('ask with its own words')
      }
      if (result.kind === 'decision') {
        const { end, steps } = result
        seen.add(end.kind === 'close' ? end.result : end.mode)
        if (end.kind === 'escalate' && end.here) seen.add('here')
        if (end.kind === 'escalate' && end.within) seen.add('within')
        if (end.kind === 'close' && end.options) seen.add('options')
        if (steps.some(step => Object.values(step.with).includes(null))) seen.add('null for a parameter')
        if (steps.length > 1) seen.add('several steps')
      }
    }
    expect([...seen].sort()).toEqual(
      [
        ...[
          'ask',
          'decision',
          'invalid',
          'ask, ignored',
          'decision, ignored',
          'invalid, ignored',
          'several problems',
        ],
        ...[
          'ask record',
          'ask clock',
          'ask customer',
          'ask agent',
          'ask team',
          'ask with words',
          'ask with its own words',
        ],
        ...['resolved', 'declined', 'consult', 'transfer', 'callback', 'here', 'within', 'options'],
        ...['null for a parameter', 'several steps'],
      ].sort(),
    )
  })

  it('decide by facts of every type, refuse values of every type, and go on in other tables', () => {
    const types = (kind: TableResult['kind']) =>
      new Set(
        all().flatMap(({ artifact, cases }) =>
          cases.flatMap(({ facts, result }) =>
            result.kind === kind
              ? Object.keys(facts).flatMap(name =>
                  Object.hasOwn(artifact.facts, name) ? [artifact.facts[name]!.type] : [],
                )
              : [],
          ),
        ),
      )
    expect([...types('decision')].sort()).toEqual([...FACT_TYPES].sort())
    expect([...types('invalid')].sort()).toEqual([...FACT_TYPES].sort())
    const ends = all().flatMap(({ artifact }) =>
      artifact.tables.flatMap(({ rows }) => rows.map(({ end }) => end.kind)),
    )
    expect(new Set(ends)).toEqual(new Set(['close', 'escalate', 'continue']))
  })
})
