import { compareDocuments } from '@/app/_compare/comparing'
import { readGraph } from '@/compiler/1-graph/graph'
import { Tables } from '@/compiler/4-table/tables'
import { diff, diffOf } from '@/compiler/compare/diff'
import type { Told } from '@/compiler/compare/told/tell'
import type { Policy, PolicyDocument } from '@/compiler/language/policy'
import { reading } from '@/compiler/meaning/decide'
import { canonicalJson } from '@/compiler/runtime/canonical-json'
import { stagedChart } from './check-workloads'
import { PAIRS } from './compare-workloads'
import { EDITS } from './edits'
import { duration, race } from './race'
import type { Report, Run } from './report'

export const title = 'Comparing two versions'

const TIER = 'T1'

/** Reads a policy and makes its diagram: what comparing begins with. */
function madeReady(policy: Policy): Tables {
  const tables = new Tables(readGraph(policy))
  tables.diagram(TIER)
  return tables
}

/** As many rows as both tables have, and what the comparison found, held against both charts at its examples. */
function looked(old: Policy, next: Policy) {
  const rows = [old, next].map(policy => {
    const artifact = madeReady(policy).artifact(TIER)
    if (artifact instanceof Error) throw artifact
    return artifact.tables.reduce((all, table) => all + table.rows.length, 0)
  })
  const { changes, same } = diff(old, next, TIER)
  const [before, after] = [reading(old), reading(next)]
  for (const { example } of changes)
    if (canonicalJson(before.decide(TIER, example)) === canonicalJson(after.decide(TIER, example)))
      throw new Error(`Both decide ${canonicalJson(example)} alike.`)
  if (same !== (changes.length === 0)) throw new Error('What differs has no region.')
  return { rows, regions: changes.length }
}

export const run: Run = async report => {
  report.text(
    'Each time is the whole of `diff(old, new, tier)`: from two policies as JSON values to the regions with their tests, decisions and examples, and the changes of the documents. It takes in reading every test of both, making both diagrams, and comparing them; it leaves out `JSON.parse` and the check of the form. “Comparing alone” has both diagrams ready. Every example was decided by both charts first.',
  )
  const lines: string[][] = []
  let most = 0
  for (const [name, make] of Object.entries(PAIRS)) {
    const { old, next } = make()
    const { rows, regions } = looked(old, next)
    const ready = [madeReady(old), madeReady(next)] as const
    const { timings, noise } = await race([
      {
        name: 'whole',
        run: times => {
          for (let i = 0; i < times; i++) diff(old, next, TIER)
        },
      },
      {
        name: 'alone',
        run: times => {
          for (let i = 0; i < times; i++) diffOf(ready[0], ready[1], TIER)
        },
      },
    ])
    most = Math.max(most, noise)
    const shown = timings.map(
      ({ median, lower, upper }) => `${duration(median)} (${duration(lower)}–${duration(upper)})`,
    )
    lines.push([name, rows.join(' and '), String(regions), ...shown])
  }
  report.table(['Versions', 'Rows', 'Regions', 'Whole', 'Comparing alone'], lines)
  report.text(
    `Noise: up to ${(100 * most).toFixed(0)} %. The bar is 300 ms for the whole, with about 1,500 rows each.`,
  )
  await onThePage(report)
}

/** As many nodes as the page has to compare in two seconds. */
const PAGE_NODES = 500

/** What the page waits for: both documents checked, compared for three tiers, and told. */
async function onThePage(report: Report) {
  const old = stagedChart(PAGE_NODES, 1)
  const lines: string[][] = []
  for (const [name, count] of [
    ['the same', 0],
    ['one threshold moved, one step said otherwise', 1],
    ['three of each', 3],
  ] as const) {
    const next = structuredClone(old)
    for (let i = 0; i < count; i++) {
      EDITS['a threshold moved'](next, (i + 0.5) / count)
      EDITS['other words'](next, (i + 0.4) / count)
    }
    const told = compared(old, next)
    const { timings } = await race([
      {
        name: 'page',
        run: times => {
          for (let i = 0; i < times; i++) compared(old, next)
        },
      },
    ])
    const [{ median, lower, upper }] = timings as [(typeof timings)[number]]
    const of = (about: string) => told.situations.filter(each => each.about === about).length
    lines.push([
      name,
      String(of('decision') + of('wording')),
      String(of('together')),
      `${duration(median)} (${duration(lower)}–${duration(upper)})`,
    ])
  }
  report.text(
    `What the page of a comparison waits for, in its worker: two charts of ${old.chart.nodes.length} nodes and three tiers, both checked in full, compared for each tier, and told in sentences. The bar is two seconds.`,
  )
  report.table(['Versions', 'Situations', 'Several at once', 'Until the answer'], lines)
}

function compared(from: PolicyDocument, to: PolicyDocument): Told {
  let told: Told | null = null
  compareDocuments({ from, to }, answer => {
    if (answer.is === 'told') told = answer.told
  })
  if (!told) throw new Error('The versions were not compared.')
  return told
}
