import { readGraph } from './1-graph/graph'
import { runChecks } from './2-checks/run'
import { diagramFor, printTables } from './4-table/table'
import { Tables } from './4-table/tables'
import type { Finding } from './language/finding'
import type { SharedHandbook } from './language/handbook'
import type { Policy } from './language/policy'
import { readDocument } from './language/read-document'
import { Memory } from './memory/memory'
import type { Artifact } from './runtime/artifact'

export interface Options {
  /** The shared handbook that the document names in `from`, where it names one. */
  handbook?: SharedHandbook
  /**
   * What was learned from documents before. Give the same one along with every version of one document, and only what has
   * changed is worked out again. It changes nothing else.
   */
  memory?: Memory
}

export interface Checked {
  /** The policy with its handbook resolved; null where the document is not of the form of one. */
  policy: Policy | null
  findings: Finding[]
}

/** Everything that is to be said about a document. Never throws, whatever it is given. */
export const check = (input: unknown, options: Options = {}): Checked => {
  const { policy, findings } = inspect(input, options)
  return { policy, findings }
}

/**
 * The artifact of one tier: a pure function of the policy and the tier. The policy has to be one without errors.
 *
 * @throws RangeError where there is no such tier; TooLarge where the table has more rows than the limit.
 */
export function compile(policy: Policy, tier: string): Artifact {
  const graph = readGraph(policy)
  if (!graph.rank.has(tier)) throw new RangeError(`There is no tier “${tier}”.`)
  return printTables(diagramFor(graph, tier))
}

/** Checks a document, and where it has no errors compiles it for every tier. */
export function compileAll(
  input: unknown,
  options: Options = {},
): Checked & { artifacts: Record<string, Artifact> | null } {
  const { policy, findings, tables } = inspect(input, options)
  const errors = findings.some(finding => finding.severity === 'error')
  return { policy, findings, artifacts: tables && !errors ? tables.artifacts() : null }
}

/** As `check`, with what its tables are made from, for whoever goes on with them; null where the policy is. */
export function inspect(input: unknown, options: Options = {}): Checked & { tables: Tables | null } {
  const { memory = new Memory() } = options
  memory.turn()
  const read = readDocument(input, options.handbook, memory)
  if (!read.policy) return { policy: null, findings: read.findings, tables: null }
  const taken = read.document && 'from' in read.document.handbook ? options.handbook : undefined
  const graph = readGraph(read.policy, taken && namesOf(taken), memory)
  const tables = new Tables(graph)
  return { policy: read.policy, findings: [...read.findings, ...runChecks(graph, tables)], tables }
}

const namesOf = ({ facts, actions }: SharedHandbook) => ({
  facts: new Set(Object.keys(facts)),
  actions: new Set(Object.keys(actions)),
})
