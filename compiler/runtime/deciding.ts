import type { Artifact, ArtifactRow, ArtifactTable } from './artifact'
import { cellsOf } from './fact-cells'
import { indexRows } from './index-rows'
import { frozen, type Missing, make, numbering, type Outcome } from './outcomes'
import { readFact } from './read-fact'
import { readerOf } from './reader'
import type { Ask, Facts, Invalid, Step, TableResult } from './result'
import type { IndexedRow } from './row-index'
import type { Runs } from './runs'
import { UNSETTLED } from './unsettled'
import { type JsonValue, toJson } from './values'

/** An object's own members: those alone are facts. Engines read it as fast as any other, which `Object.create(null)` is not. */
const ownOf = (facts: Facts): Facts => Object.setPrototypeOf({ ...facts }, null)

/**
 * Indexes an artifact's tables.
 *
 * @throws Error where the rows of one are no partition of the cases.
 */
export function deciding(artifact: Artifact): (facts: Facts) => TableResult {
  const names = Object.keys(artifact.facts)
  const tests = new Map(names.map(name => [name, new Set<string>()]))
  for (const { rows } of artifact.tables)
    for (const { when } of rows) for (const name of Object.keys(when)) tests.get(name)!.add(when[name]!)
  const forms = Object.values(artifact.facts)
  const cells = names.map((name, i) => cellsOf(forms[i]!, tests.get(name)!))
  const numberOf = new Map(names.map((name, i) => [name, i]))
  const { values, read } = readerOf(numberOf, forms, cells)
  const outcomes: Outcome[] = []
  const numberOfOutcome = numbering(outcomes)
  const tables = new Map(artifact.tables.map(table => [table.id, indexed(table)]))
  const main = tables.get('main')!

  function indexed(table: ArtifactTable) {
    const rows = table.rows.map((row): IndexedRow => {
      const { when, asks } = row
      const runs = new Map<number, Runs>()
      const asked = asks.map(({ fact }) => fact)
      // What is volunteered is never asked for: it is known already, and goes first.
      for (const name of [...Object.keys(when).filter(name => !asked.includes(name)), ...asked])
        if (Object.hasOwn(when, name)) {
          const fact = numberOf.get(name)!
          runs.set(fact, cells[fact]!.runs(when[name]!))
        }
      return { tests: runs, outcome: numberOfOutcome(row) }
    })
    const shared = rows.map(({ outcome }) => outcomes[outcome]!.shared)
    return { rows, shared, index: indexRows(rows, cells, table.id), given: table.rows }
  }

  function invalid(facts: Facts): Invalid {
    const problems: Invalid['problems'] = []
    for (const fact of Object.keys(facts).sort()) {
      const form = forms[numberOf.get(fact) ?? -1]
      if (!form || facts[fact] === undefined) continue
      const contains = () => read(ownOf({ [fact]: facts[fact] })) === 0
      const made = readFact(form, contains, facts[fact], () => form.allowedValues)
      if (!made.ok) problems.push({ fact, says: made.says })
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
        if (!settled) return next(table.given[first]!.asks)
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
    let facts = given
    let strange = read(facts)
    if (strange === 0) {
      const row = main.index.row(values)
      const shared = row === UNSETTLED ? null : main.shared[row]!
      if (shared !== null) return shared
    }
    if (strange < 0) {
      facts = ownOf(given)
      strange = read(facts)
    }
    const result = strange < 0 ? invalid(facts) : known(facts)
    const ignored = Object.keys(facts).filter(name => facts[name] !== undefined && !numberOf.has(name))
    return ignored.length === 0 ? result : frozen({ ...result, ignored: ignored.sort() })
  }
}
