import { byText, type Graph } from '../1-graph/graph'
import { buildParts, MAIN, type Part } from '../3-diagram/build'
import { type Slice, sliceFor } from '../3-diagram/slice'
import type { NodeOf } from '../language/kinds'
import { printAllowed } from '../language/tests/canonical'
import type {
  Artifact,
  ArtifactFact,
  ArtifactQuestion,
  ArtifactRow,
  ArtifactTable,
} from '../runtime/artifact'
import { canonicalJson } from '../runtime/canonical-json'
import { sha256 } from '../runtime/sha256'
import { graftParts } from './graft'
import { type DiagramRow, rowsOf } from './rows'
import { tracer } from './trace'

/** As many rows as the tables of an artifact may have together. */
export const ROW_LIMIT = 200_000

/** The decisions of a policy for one caller, before they are printed. */
export interface TierDiagram {
  slice: Slice
  /** By root key; `MAIN` first. */
  parts: ReadonlyMap<string, Part>
  /** The questions and triggers whose answers make a difference to this caller. */
  deciding: ReadonlySet<string>
}

/** @throws TooLarge where it takes more than twenty steps for each row of the limit to make. */
export function diagramFor(graph: Graph, tier: string, limit = ROW_LIMIT): TierDiagram {
  const slice = sliceFor(graph, graph.rank.get(tier)!)
  const { parts, store } = buildParts(slice, limit * 20)
  const deciding = new Set<string>()
  for (const diagram of store.all()) if (diagram.kind === 'fork') deciding.add(diagram.question)
  return { slice, parts: graftParts(parts, store, slice), deciding }
}

/** The rows of all tables of a tier, by the root of each. */
export type TierRows = ReadonlyMap<string, readonly DiagramRow[]>

/** @throws TooLarge where they are more than the limit together. */
export function rowsFor({ slice, parts }: TierDiagram, limit = ROW_LIMIT): TierRows {
  const rows = new Map<string, readonly DiagramRow[]>()
  let left = limit
  for (const [key, { diagram }] of parts) {
    const made = rowsOf(diagram, slice, left)
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
  const tables: ArtifactTable[] = []
  const trace = tracer(slice)
  const ids = new Map([[MAIN, MAIN]])
  for (const [key, id] of ids) {
    const { root } = parts.get(key)!
    const rows = tierRows.get(key)!
    for (const { leaf } of rows)
      if (leaf.end.kind === 'continue' && !ids.has(leaf.end.root)) ids.set(leaf.end.root, `t${ids.size + 1}`)
    // Members stand in canonical order from the beginning: what does can be printed at once.
    tables.push({
      columns: [...new Set(rows.flatMap(row => [...row.box.keys()]))],
      hitPolicy: 'UNIQUE',
      id,
      rows: rows.map((row, i): ArtifactRow => {
        const { steps, end } = row.leaf
        const until = end.kind === 'continue' ? parts.get(end.root)!.root.place : null
        return {
          asks: [...row.asks],
          end: end.kind === 'continue' ? { kind: 'continue', table: ids.get(end.root)! } : end,
          from: trace(root.place, row, until),
          id: `r${i + 1}`,
          steps: [...steps],
          when: whenOf(slice, row),
        }
      }),
    })
  }
  const facts = factsOf(slice)
  const clock = Object.values(facts).some(fact => fact.source === 'clock')
  const text = canonicalJson({
    facts: inCanonicalOrder(facts),
    format: 'remit-table/1',
    policy: graph.policy.name,
    questions: inCanonicalOrder(questionsOf(graph, tables)),
    tables,
    tier: graph.tiers[slice.caller]!,
    ...(clock && graph.policy.timeZone !== undefined && { timeZone: graph.policy.timeZone }),
  })
  const made: [string, unknown][] = [...Object.entries(JSON.parse(text)), ['hash', `sha256-${sha256(text)}`]]
  return Object.fromEntries(made.sort(([a], [b]) => byText(a, b))) as unknown as Artifact
}

const inCanonicalOrder = <T>(value: T): T => JSON.parse(canonicalJson(value))

function whenOf(slice: Slice, { box }: DiagramRow): Record<string, string> {
  const when: Record<string, string> = {}
  for (const fact of [...box.keys()].sort()) {
    const text = slice.cells.get(fact)!.text(box.get(fact)!)
    if (text !== null) when[fact] = text
  }
  return when
}

function factsOf({ graph, facts }: Slice): Record<string, ArtifactFact> {
  const made: Record<string, ArtifactFact> = {}
  for (const name of facts) {
    const {
      type,
      title,
      step,
      mayBeUnknown,
      volunteered,
      private: masked,
      source,
      team,
      ask,
      guidance,
    } = graph.policy.handbook.facts[name]!
    made[name] = {
      type,
      title,
      allowedValues: printAllowed(graph.domains.get(name)!),
      step,
      ...(mayBeUnknown && { mayBeUnknown }),
      ...(volunteered && { volunteered }),
      ...(masked && { private: masked }),
      source,
      team,
      ask,
      guidance,
    }
  }
  return made
}

/** The nodes at which something is asked for, in their words. */
function questionsOf(graph: Graph, tables: readonly ArtifactTable[]): Record<string, ArtifactQuestion> {
  const asked = new Map<string, Set<string>>()
  const ask = (id: string, facts: Iterable<string>) => {
    const known = asked.get(id) ?? new Set<string>()
    for (const fact of facts) known.add(fact)
    asked.set(id, known)
  }
  const factsOfArgs = (args: Record<string, unknown>) =>
    Object.values(args).flatMap(arg =>
      typeof arg === 'object' && arg !== null ? [(arg as { fact: string }).fact] : [],
    )
  for (const { rows } of tables)
    for (const { asks, steps, end } of rows) {
      for (const { fact, question } of asks) ask(question, [fact])
      for (const step of steps) if (step.question !== undefined) ask(step.question, factsOfArgs(step.with))
      if (end.kind === 'close' && end.question !== undefined)
        for (const option of end.options ?? [])
          if ('action' in option) ask(end.question, factsOfArgs(option.with))
    }
  const made: Record<string, ArtifactQuestion> = {}
  for (const [id, facts] of asked) {
    const node = graph.nodes.get(id) as NodeOf<'question' | 'trigger' | 'action' | 'close'>
    made[id] = {
      facts: node.kind === 'question' ? [...node.facts] : [...facts].sort(),
      title: node.title,
      say: node.say,
      note: node.note,
    }
  }
  return made
}
