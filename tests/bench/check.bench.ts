import { check, compileAll } from '@/compiler/compile'
import type { PolicyDocument } from '@/compiler/language/policy'
import { Memory } from '@/compiler/memory/memory'
import { randomNumbers, stagedChart, wideQuestion } from './check-workloads'
import { EDITS, type EditName, edited } from './edits'
import { duration, race, spread, summary, type Timing } from './race'
import type { Run } from './report'

export const title = 'Checking and compiling'

const repeated = (work: () => unknown) => (times: number) => {
  for (let i = 0; i < times; i++) work()
}

/** What is found, and how many rows the tables of all tiers have; the workload is what it says it is. */
function looked(document: PolicyDocument, clean: boolean) {
  const { findings, artifacts } = compileAll(document)
  const errors = findings.filter(({ severity }) => severity === 'error').length
  if (clean !== (errors === 0)) throw new Error(`There are ${errors} errors.`)
  const rows = Object.values(artifacts ?? {}).flatMap(({ tables }) => tables.map(table => table.rows.length))
  return { findings: findings.length, rows: rows.reduce((all, count) => all + count, 0) }
}

/**
 * Checks and compiles versions of a chart one after another, each with one edit more than the one before, with a memory
 * and without. Kinds of edits take turns, and their places are spread evenly over the chart.
 */
function editing(document: PolicyDocument, edits: number, random: () => number) {
  const names = Object.keys(EDITS) as EditName[]
  const memory = new Memory()
  const samples = new Map<string, number[]>()
  const timed = <T>(name: string, work: () => T): T => {
    const start = performance.now()
    const made = work()
    const known = samples.get(name) ?? []
    samples.set(name, [...known, (performance.now() - start) * 1e6])
    return made
  }
  let version = document
  compileAll(version, { memory })
  const warm = Math.ceil(edits / 5)
  for (let i = 0; i < edits + warm; i++) {
    const name = names[i % names.length]!
    version = edited(version, name, random())
    if (i === warm) samples.clear()
    const kept = timed(name, () => compileAll(version, { memory }))
    const afresh = i % 8 === 3 ? timed('afresh', () => compileAll(version)) : null
    if (afresh && JSON.stringify(kept) !== JSON.stringify(afresh))
      throw new Error('A memory changes what comes out.')
    if (!kept.artifacts) throw new Error(`After “${name}” there are errors.`)
  }
  return { names, timings: new Map([...samples].map(([name, times]) => [name, summary(name, times)])) }
}

const timesOf = (timings: readonly Timing[], name: string) => timings.find(timing => timing.name === name)!

export const run: Run = async report => {
  report.text(
    'From a document, as a JSON value, to all its findings (`check`), and to the tables of its three tiers as well, printed and hashed (`compileAll`). Nothing is kept from one time to the next.',
  )
  const workloads: [string, PolicyDocument, boolean][] = [
    ['1,500 rules by 5 columns', wideQuestion(1500, 1), true],
    ['the same, 40 of them spoilt', wideQuestion(1500, 1, 40), false],
    ['a chart of 500 nodes', stagedChart(500, 1), true],
    ['a chart of 10,000 nodes', stagedChart(10_000, 1), true],
  ]
  const lines: string[][] = []
  let most = 0
  for (const [name, document, clean] of workloads) {
    const { findings, rows } = looked(document, clean)
    const text = JSON.stringify(document)
    const { timings, noise } = await race(
      [
        { name: 'parse', run: repeated(() => JSON.parse(text)) },
        { name: 'check', run: repeated(() => check(document)) },
        ...(clean ? [{ name: 'compile', run: repeated(() => compileAll(document)) }] : []),
      ],
      { rounds: name.includes('10,000') ? 5 : 15 },
    )
    most = Math.max(most, noise)
    const [parse, checked] = [timesOf(timings, 'parse'), timesOf(timings, 'check')]
    lines.push([
      name,
      String(findings),
      rows.toLocaleString('en'),
      duration(parse.median),
      spread(checked),
      `${(checked.median / parse.median).toFixed(0)} ×`,
      clean ? spread(timesOf(timings, 'compile')) : '–',
    ])
  }
  report.table(
    ['What', 'Findings', 'Rows, 3 tiers', 'JSON.parse', 'check', 'to JSON.parse', 'check and compile'],
    lines,
  )
  report.text(
    `Noise: up to ${(100 * most).toFixed(0)} %. The bars: 150 ms for 1,500 rules, 2 s for 10,000 nodes.`,
  )

  const { names, timings } = editing(stagedChart(500, 1), 240, randomNumbers(7))
  report.text(
    'A chart of 500 nodes while it is edited: each version has one edit more than the one before, and is checked and compiled for three tiers with the memory of those before. The bar: 16 ms an edit.',
  )
  report.table(
    ['An edit', 'check and compile', 'at most'],
    [...names, 'afresh'].map(name => {
      const timing = timings.get(name)!
      return [name === 'afresh' ? 'any, without a memory' : name, spread(timing), duration(timing.worst)]
    }),
  )

  const rules = await growth([30, 100, 300, 1000, 3000, 10_000, 30_000], size => wideQuestion(size, 1))
  const nodes = await growth([50, 100, 300, 1000, 3000, 10_000], size => stagedChart(size, 1))
  for (const [file, of, x] of [
    ['check-rules', rules, 'rules of one question'],
    ['check-nodes', nodes, 'nodes of a chart'],
  ] as const) {
    report.plot(`${file}-time`, {
      title: `Checking: time by ${x}`,
      x,
      y: 'milliseconds',
      series: [{ name: 'check', points: of.map(({ size, time }) => [size, time]) }],
    })
    report.plot(`${file}-memory`, {
      title: `Checking: memory by ${x}`,
      x,
      y: 'megabytes allocated and still held at the end',
      series: [{ name: 'check', points: of.map(({ size, memory }) => [size, memory]) }],
    })
    report.table(
      [x, 'check', 'memory'],
      of.map(({ size, time, memory }) => [
        size.toLocaleString('en'),
        duration(time * 1e6),
        `${memory.toFixed(1)} MB`,
      ]),
    )
  }
}

/** The time of one check in milliseconds, the best of three; and the memory held while its result is. */
async function growth(sizes: readonly number[], make: (size: number) => PolicyDocument) {
  const made: { size: number; time: number; memory: number }[] = []
  for (const size of sizes) {
    const document = make(size)
    let time = Number.POSITIVE_INFINITY
    for (let i = 0; i < 3; i++) {
      const start = performance.now()
      check(document)
      time = Math.min(time, performance.now() - start)
    }
    globalThis.gc?.()
    const before = process.memoryUsage().heapUsed
    const held = check(document)
    const memory = (process.memoryUsage().heapUsed - before) / 2 ** 20
    if (!held.policy) throw new Error('The workload is no policy.')
    made.push({ size, time, memory: Math.max(memory, 0.1) })
  }
  return made
}
