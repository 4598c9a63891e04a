import type { Graph } from '../1-graph/graph'
import { buildParts, MAIN } from '../3-diagram/build'
import type { Diagram } from '../3-diagram/diagram'
import { type Slice, sliceFor } from '../3-diagram/slice'
import { onceFor } from '../memory/once'
import type { Artifact } from '../runtime/artifact'
import { canonicalJson } from '../runtime/canonical-json'
import { type GraftedPart, graftParts } from './graft'
import { printFacts, printQuestions } from './print-names'
import { askFor, nameTable, type PrintedPart, printPart } from './print-part'
import { resumedHash } from './resumed-hash'
import { type DiagramRow, rowsOf } from './rows'
import { tracer } from './trace'

/** As many rows as the tables of an artifact may have together. */
export const ROW_LIMIT = 200_000

/** The decisions of a policy for one caller, before they are printed. */
export interface TierDiagram {
  slice: Slice
  /** By root key; `MAIN` first. */
  parts: ReadonlyMap<string, GraftedPart>
  /** The questions and triggers whose answers make a difference to this caller. */
  deciding: ReadonlySet<string>
}

/** @throws TooLarge where it takes more than twenty steps for each row of the limit to make. */
export function diagramFor(graph: Graph, tier: string, limit = ROW_LIMIT): TierDiagram {
  const slice = sliceFor(graph, graph.rank.get(tier)!)
  const built = buildParts(slice, limit * 20)
  const deciding = new Set<string>()
  for (const { diagram } of built.parts.values())
    for (const question of questionsIn(diagram)) deciding.add(question)
  return { slice, parts: graftParts(built, slice), deciding }
}

/** The questions and triggers on which a diagram branches. A diagram never changes: they are looked up once. */
const questionsIn = onceFor((diagram: Diagram): ReadonlySet<string> => {
  const found = new Set<string>()
  const seen = new Set([diagram])
  for (const at of seen) {
    if (at.kind === 'leaf') continue
    found.add(at.question)
    for (const { to } of at.ways) seen.add(to)
  }
  return found
})

/** The rows of all tables of a tier, by the root of each. */
export type TierRows = ReadonlyMap<string, readonly DiagramRow[]>

/** @throws TooLarge where they are more than the limit together. */
export function rowsFor({ slice, parts }: TierDiagram, limit = ROW_LIMIT): TierRows {
  const rows = new Map<string, readonly DiagramRow[]>()
  let left = limit
  for (const [key, part] of parts) {
    const made = rowsOf(part, slice, left)
    left -= made.length
    rows.set(key, made)
  }
  return rows
}

/**
 * The artifact of a tier. Its members stand in canonical order, so that equal policies give equal bytes.
 *
 * @throws TooLarge where its tables have more rows than the limit together.
 */
export function printTables(diagram: TierDiagram, tierRows = rowsFor(diagram)): Artifact {
  const { slice, parts } = diagram
  const { graph } = slice
  const trace = tracer(slice)
  const ids = new Map([[MAIN, MAIN]])
  const printed: PrintedPart[] = []
  const asked = new Map<string, Set<string>>()
  for (const key of ids.keys()) {
    const part = printPart(slice, parts.get(key)!, tierRows.get(key)!, parts, trace)
    printed.push(part)
    for (const root of part.goesOn) if (!ids.has(root)) ids.set(root, `t${ids.size + 1}`)
    for (const [node, facts] of part.asked) askFor(asked, node, facts)
  }
  const named = [...ids.values()].map((id, i) => nameTable(printed[i]!, id, ids))
  const [facts, questions] = [printFacts(slice), printQuestions(graph, asked)]
  const { name: policy, timeZone } = graph.policy
  const tier = graph.tiers[slice.caller]!
  const clock = Object.values(facts.value).some(fact => fact.source === 'clock')
  const zone = clock && timeZone !== undefined
  // Members in canonical order: the whole is their texts put together, and need not be printed again.
  const members = [
    `"facts":${facts.text}`,
    '"format":"remit-table/1"',
    `"policy":${canonicalJson(policy)}`,
    `"questions":${questions.text}`,
    `"tables":[${named.map(({ text }) => text).join()}]`,
    `"tier":${canonicalJson(tier)}`,
    ...(zone ? [`"timeZone":${canonicalJson(timeZone)}`] : []),
  ]
  return {
    facts: facts.value,
    format: 'remit-table/1',
    hash: `sha256-${resumedHash(graph.memory, tier, `{${members.join()}}`)}`,
    policy,
    questions: questions.value,
    tables: named.map(({ table }) => table),
    tier,
    ...(zone && { timeZone }),
  }
}
