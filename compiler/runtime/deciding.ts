import type { Artifact, ArtifactRow, ArtifactTable } from './artifact'
import { cellsOf } from './fact-cells'
import { indexRows } from './index-rows'
import { frozen, type Missing, make, numbering, type Outcome } from './outcomes'
import { readFact } from './read-fact'
import { readerOf, readPoint } from './reader'
import type { Ask, Facts, Invalid, Step, TableResult } from './result'
import { type IndexedRow, UNSETTLED } from './row-index'
import type { Runs } from './runs'
import { type JsonValue, toJson } from './values'

/** Whether nobody has put a member on every object that there is: it would be taken for a fact. */
function isBare() {
  for (const _ in EMPTY) return false
  return true
}
const EMPTY = {}

/**
 * Indexes an artifact's tables.
 *
 * @throws Error where the rows of one are no partition of the cases.
 */
export function deciding(artifact: Artifact): (facts: Facts) => TableResult {
  const tests = new Map(Object.keys(artifact.facts).map(name => [name, new Set<string>()]))
  for (const { rows } of artifact.tables)
    for (const { when } of rows) for (const name of Object.keys(when)) tests.get(name)!.add(when[name]!)
  const readers = Object.entries(artifact.facts).map(([name, form]) =>
    readerOf(name, form, cellsOf(form, tests.get(name)!)),
  )
  const cells = readers.map(reader => reader.cells)
  const numberOf = new Map(readers.map(({ name }, i) => [name, i]))
  const outcomes: Outcome[] = []
  const numberOfOutcome = numbering(outcomes)
  const tables = new Map(artifact.tables.map(table => [table.id, indexed(table)]))
  const main = tables.get('main')!
  /** By fact: the number that stands for its value in this case (see `FactCells`); NaN is not known. */
  const values = new Float64Array(readers.length)
  const absent = Float64Array.from(readers, reader => reader.absent)
  const places = new Int32Array(readers.length + 1)

  function indexed(table: ArtifactTable) {
    const rows = table.rows.map((row): IndexedRow => {
      const runs = new Map<number, Runs>()
      const test = (name: string) => {
        const fact = numberOf.get(name)!
        if (Object.hasOwn(row.when, name)) runs.set(fact, cells[fact]!.runs(row.when[name]!))
      }
      // What is volunteered is never asked for: it is known already, and goes first.
      const asked = new Set(row.asks.map(({ fact }) => fact))
      for (const name of Object.keys(row.when)) if (!asked.has(name)) test(name)
      asked.forEach(test)
      return { tests: runs, outcome: numberOfOutcome(row) }
    })
    try {
      const index = indexRows(rows, cells)
      const shared = rows.map(({ outcome }) => outcomes[outcome]!.shared)
      return { rows, shared, index, asks: table.rows.map(({ asks }) => asks) }
    } catch (caught) {
      throw new Error(`table ${table.id}: ${(caught as Error).message}`)
    }
  }

  /**
   * Reads the facts into `values`; how many names there are that this tier does not know, or -1 where a fact is not
   * what it has to be. Callers give their facts in one order, so that the place of a name mostly says which one it is.
   */
  function read(facts: Facts): number {
    // Held here, since engines look up what lies outside a function each time where several tables are loaded.
    const [its, known, order] = [values, readers, places]
    let strange = 0
    let place = 0
    for (let i = 0; i < its.length; i++) its[i] = absent[i]!
    for (const name in facts) {
      let fact = order[place]!
      if (known[fact]?.name !== name) {
        const found = numberOf.get(name)
        if (found === undefined) {
          if (facts[name] !== undefined) strange++
          continue
        }
        fact = found
        order[place] = found
      }
      place++
      const value = facts[name]
      if (value === undefined) continue
      const point = readPoint(known[fact]!, value)
      if (Number.isNaN(point)) return -1
      its[fact] = point
    }
    return strange
  }

  function invalid(facts: Facts): Invalid {
    const problems: Invalid['problems'] = []
    for (const fact of Object.keys(facts).sort()) {
      const reader = readers[numberOf.get(fact) ?? -1]
      if (!reader || facts[fact] === undefined) continue
      const { form } = reader
      const contains = () => !Number.isNaN(readPoint(reader, facts[fact]))
      const read = readFact(form, contains, facts[fact], () => form.allowedValues)
      if (!read.ok) problems.push({ fact, says: read.says })
    }
    return frozen({ kind: 'invalid', problems })
  }

  /** What the tables say of the case in `values`. Of its facts as they were given, only texts are looked at. */
  function known(facts: Facts): TableResult {
    let table = main
    const done: Step[] = []
    for (;;) {
      let row = table.index.row(values)
      if (row === UNSETTLED) {
        const { first, settled } = table.index.possible(values)
        if (!settled) return next(table.asks[first]!)
        row = first
      }
      const outcome = outcomes[table.rows[row]!.outcome]!
      if (outcome.shared && done.length === 0) return outcome.shared
      const made = make(outcome, fact => supplied(fact, facts))
      if ('missing' in made) return ask(made.missing)
      const { steps, end } = made
      for (const step of steps) done.push(step)
      if (end.kind !== 'continue') return frozen({ kind: 'decision', steps: done, end })
      table = tables.get(end.table)!
    }
  }

  function supplied(fact: string, facts: Facts): JsonValue | undefined {
    const { type } = artifact.facts[fact]!
    const value = values[numberOf.get(fact)!]!
    if (Number.isNaN(value)) return undefined
    if (value === Infinity) return null
    if (type === 'string') return facts[fact] as string
    return toJson(type, type === 'boolean' ? value === 1 : value + 0)
  }

  /** Asks for the first fact that is not yet known. */
  function next(asks: ArtifactRow['asks']): Ask {
    const { fact, question } = asks.find(ask => Number.isNaN(values[numberOf.get(ask.fact)!]!))!
    return ask({ fact, question, say: artifact.questions[question]!.say })
  }

  function ask({ fact, question, say }: Missing): Ask {
    const { source, ask } = artifact.facts[fact]!
    return frozen({
      kind: 'ask',
      fact,
      question,
      source,
      ...(say !== undefined && { say }),
      ...(ask !== undefined && { ask }),
    })
  }

  return given => {
    const prototype = Object.getPrototypeOf(given)
    const plain = (prototype === Object.prototype || prototype === null) && isBare()
    const facts: Facts = plain ? given : Object.assign(Object.create(null), given)
    const strange = read(facts)
    if (strange === 0) {
      const row = main.index.row(values)
      const shared = row === UNSETTLED ? null : main.shared[row]!
      if (shared) return shared
    }
    const result = strange < 0 ? invalid(facts) : known(facts)
    const ignored = Object.keys(facts).filter(name => facts[name] !== undefined && !numberOf.has(name))
    return ignored.length === 0 ? result : frozen({ ...result, ignored: ignored.sort() })
  }
}
