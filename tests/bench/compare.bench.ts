import { readGraph } from '@/compiler/1-graph/graph'
import { Tables } from '@/compiler/4-table/tables'
import { diff, diffOf } from '@/compiler/compare/diff'
import type { Policy } from '@/compiler/language/policy'
import { reading } from '@/compiler/meaning/decide'
import { canonicalJson } from '@/compiler/runtime/canonical-json'
import { PAIRS } from './compare-workloads'
import { duration, race } from './race'
import type { Run } from './report'

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
}
