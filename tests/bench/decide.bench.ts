import { compile } from '@/compiler/compile'
import { load } from '@/compiler/runtime/load'
import type { JsonValue } from '@/compiler/runtime/values'
import { COLUMNS, casesOf, policyOf, type Tree, treeOf } from './decision-tree'
import { checkedFlatWalk, flatWalk } from './flat-walk'
import { dmnEval } from './peers/dmn-eval'
import { jsonLogic } from './peers/json-logic'
import { jsonRules } from './peers/json-rules'
import { nestedIfs } from './peers/nested-ifs'
import { asNumbers, type Peer } from './peers/tests-as-numbers'
import { zen } from './peers/zen'
import { type Contender, race, spread, type Timing } from './race'
import type { Report } from './report'

export const title = 'Deciding a case'

const SIZES = [30, 300, 3000, 30_000]
const OURS = 'Remit'
const COLUMN_FORM = 'Remit, columns'
const FLAT = 'flat walk, validating'
const BARE = 'flat walk, bare numbers'
const READING = 'facts validated by hand, no table'

/** A decision of ours: the amount of its one step is the row's number. */
type Credit = { kind: string; steps: { with: { amount: JsonValue } }[] }
const rowOf = (result: unknown) => (result as Credit).steps[0]!.with.amount as number

export async function run(report: Report) {
  report.text(
    'Eight columns: numbers with and without a step, a closed and an open text, a date, a time, a date-time and a boolean. Each way through the tree tests as many of them as it can. Cases are spread evenly over the rows.',
  )
  const times = new Map<string, [rows: number, ns: number][]>()
  const ratios: string[][] = []
  let base: Timing | undefined
  for (const rows of SIZES) {
    const tree = treeOf(rows)
    const { contenders, about, left } = await contendersFor(tree, rows)
    const { timings, noise } = await race(contenders)
    const of = (name: string) => timings.find(timing => timing.name === name)
    const ours = of(OURS)!
    base ??= ours
    for (const { name, median } of timings) times.set(name, [...(times.get(name) ?? []), [rows, median]])
    report.text(`### ${rows.toLocaleString('en-GB')} rows`)
    report.table(
      ['', 'a decision', 'decisions a second', `as many times ${OURS}’s time`],
      timings.map(timing => [
        timing.name,
        spread(timing),
        Math.round(1e9 / timing.median).toLocaleString('en-GB'),
        ratio(timing, ours),
      ]),
    )
    report.text(`Noise: ${(noise * 100).toFixed(1)} %. ${left.join(' ')}`)
    if (rows === SIZES[0]) report.text(about.map(line => `- ${line}`).join('\n'))
    ratios.push([
      rows.toLocaleString('en-GB'),
      ratio(of('zen-engine')!, ours),
      of('json-logic-engine') ? ratio(of('json-logic-engine')!, ours) : 'does not compile it',
      ratio(ours, of(FLAT)!),
      ratio(ours, base),
    ])
  }
  report.text('### Ratios: of the medians, and in brackets of the best times')
  report.table(
    ['rows', 'zen-engine / Remit', 'json-logic-engine / Remit', 'Remit / flat walk', 'Remit / Remit at 30'],
    ratios,
  )
  report.plot('decide', {
    title: 'A decision, by the rows of the table',
    x: 'rows',
    y: 'nanoseconds',
    series: [...times].map(([name, points]) => ({ name, points })),
  })
}

/** Of the medians, and of the best times: those say more where the machine is busy with something else. */
const ratio = (one: Timing, other: Timing) =>
  `${(one.median / other.median).toPrecision(3)} (${(one.best / other.best).toPrecision(3)})`

/** Everything that decides by the tree, each asked for every case first: a wrong row stops the bench. */
async function contendersFor(tree: Tree, rows: number) {
  const cases = casesOf(tree, Math.max(3000, rows))
  const numbers = cases.map(({ facts }) => asNumbers(facts))
  const points = numbers.map(facts =>
    Float64Array.from(COLUMNS, ({ name, texts }) =>
      texts.length > 0 ? texts.indexOf(facts[name] as string) : Number(facts[name]),
    ),
  )
  const table = load(compile(policyOf(tree), 'T1'))
  const [checked, bare] = [checkedFlatWalk(tree), flatWalk(tree)]
  // A table of one row: what is left is to read the facts. Whoever validates them cannot be faster than this.
  const reading = checkedFlatWalk({ row: 0 })
  const columns = Object.fromEntries(COLUMNS.map(({ name }) => [name, cases.map(({ facts }) => facts[name])]))
  const { which, results } = table.decideColumns(columns)

  for (const [i, { facts, row }] of cases.entries())
    for (const [name, its] of [
      [OURS, rowOf(table.decide(facts))],
      [COLUMN_FORM, rowOf(results[which[i]!])],
      [FLAT, checked(facts)],
      [BARE, bare(points[i]!)],
    ] as const)
      if (its !== row) throw new Error(`${name}: row ${its}, not ${row}, for ${JSON.stringify(facts)}`)

  // What is written by hand has its decisions in a list, too.
  const decisions = new Array<unknown>(rows)
  for (const [i, { row }] of cases.entries()) decisions[row] ??= structuredClone(results[which[i]!]!)
  const looped = (name: string, decide: (at: number) => unknown): Contender => {
    let at = 0
    return {
      name,
      run: count => {
        for (let n = 0; n < count; n++) {
          if (decide(at) === null) throw new Error(`${name} has no answer.`)
          at = at + 1 < cases.length ? at + 1 : 0
        }
      },
    }
  }
  const contenders: Contender[] = [
    looped(OURS, at => table.decide(cases[at]!.facts)),
    {
      name: COLUMN_FORM,
      size: cases.length,
      run: times => {
        for (let n = 0; n < times; n++) table.decideColumns(columns)
      },
    },
    looped(FLAT, at => decisions[checked(cases[at]!.facts)]!),
    looped(BARE, at => decisions[bare(points[at]!)]!),
    looped(READING, at => decisions[reading(cases[at]!.facts)]!),
  ]
  const about: string[] = []
  // Nothing of Remit's or the flat walk's remembers values; many are distinct, so that nothing that did would gain by it.
  const distinct = COLUMNS.map(({ name }) => `${name} ${new Set(columns[name]).size.toLocaleString('en-GB')}`)
  const left = [
    `Distinct values among ${cases.length.toLocaleString('en-GB')} cases: ${distinct.join(', ')}.`,
  ]
  for (const make of [nestedIfs, jsonLogic, zen, jsonRules, dmnEval]) {
    if (make === dmnEval && rows > 3000) {
      left.push('dmn-eval-js is left out: it takes too long to parse so many rules.')
      continue
    }
    let peer: Peer
    try {
      peer = await make(tree)
      await answersRight(peer)
    } catch (caught) {
      if (!(caught instanceof RangeError)) throw caught
      left.push(`${make.name} is left out: ${caught.message}.`)
      continue
    }
    about.push(peer.about)
    let at = 0
    const { row } = peer
    contenders.push(
      row(numbers[0]!) instanceof Promise
        ? {
            name: peer.name,
            run: async count => {
              for (let n = 0; n < count; n++) {
                await row(numbers[at]!)
                at = at + 1 < numbers.length ? at + 1 : 0
              }
            },
          }
        : looped(peer.name, index => row(numbers[index]!)),
    )
  }
  return { contenders, about, left }

  /** As many cases as there is time for, spread over the rows. */
  async function answersRight(peer: Peer) {
    const until = performance.now() + 5000
    for (let i = 0; i < cases.length && performance.now() < until; i++) {
      const row = await peer.row(numbers[i]!)
      if (row !== cases[i]!.row)
        throw new Error(`${peer.name}: row ${row}, not ${cases[i]!.row}, for ${JSON.stringify(numbers[i])}`)
    }
  }
}
