import type { Artifact, ArtifactArgument, ArtifactFact, ArtifactRow, ArtifactTable } from './artifact'
import { ArtifactError } from './artifact-error'
import { canonicalJson } from './canonical-json'
import { checkArtifact } from './check-artifact'
import { gridOf } from './grid'
import { readFact } from './read-fact'
import type { Ask, End, Facts, Offer, Step, TableResult } from './result'
import { type Matches, readCanonical } from './tests'
import { type JsonValue, type Point, toJson } from './values'

export { ArtifactError }

/** A table that is ready to decide. */
export interface LoadedTable {
  artifact: Artifact
  /** What the table says of a case. `facts` are as JSON writes them; a fact left out is not yet known. */
  decide: (facts: Facts) => TableResult
}

interface Row {
  tests: { fact: string; matches: Matches }[]
  asks: ArtifactRow['asks']
  steps: ArtifactRow['steps']
  end: ArtifactRow['end']
  /** Equal for rows with the same steps and the same end. */
  outcome: string
}

interface FactReader {
  form: ArtifactFact
  contains: (point: Point) => boolean
}

type Known = Map<string, Point | null>

/**
 * Makes an artifact ready to decide, by the four rules of its format.
 *
 * @throws ArtifactError where it is malformed.
 */
export function load(artifact: Artifact): LoadedTable {
  try {
    return new Loaded(artifact)
  } catch (caught) {
    throw caught instanceof ArtifactError
      ? caught
      : new ArtifactError(`The artifact is malformed: ${(caught as Error).message}`)
  }
}

class Loaded implements LoadedTable {
  private readonly readers: Map<string, FactReader>
  private readonly tables: Map<string, readonly Row[]>

  constructor(readonly artifact: Artifact) {
    checkArtifact(artifact)
    this.readers = new Map(Object.entries(artifact.facts).map(([name, form]) => [name, factReader(form)]))
    this.tables = new Map(artifact.tables.map(table => [table.id, this.rows(table)]))
  }

  private rows(table: ArtifactTable): Row[] {
    return table.rows.map(row => ({
      tests: Object.entries(row.when).map(([fact, text]) => {
        const { type, step } = this.reader(fact).form
        return { fact, matches: readCanonical(text, type, step) }
      }),
      asks: row.asks,
      steps: row.steps,
      end: row.end,
      outcome: canonicalJson([row.steps, row.end]),
    }))
  }

  private reader(fact: string): FactReader {
    const reader = this.readers.get(fact)
    if (!reader) throw new ArtifactError(`There is no fact “${fact}”.`)
    return reader
  }

  decide = (facts: Facts): TableResult => {
    const known: Known = new Map()
    const ignored: string[] = []
    const problems: { fact: string; says: string }[] = []
    for (const name of Object.keys(facts).sort()) {
      if (facts[name] === undefined) continue
      const reader = this.readers.get(name)
      if (!reader) {
        ignored.push(name)
        continue
      }
      const read = readFact(reader.form, reader.contains, facts[name], () => reader.form.allowedValues)
      if (read.ok) known.set(name, read.point)
      else problems.push({ fact: name, says: read.says })
    }
    for (const [name, { form }] of this.readers)
      if (form.volunteered && !known.has(name)) known.set(name, false)
    const result: TableResult = problems.length > 0 ? { kind: 'invalid', problems } : this.walk(known)
    return ignored.length > 0 ? { ...result, ignored } : result
  }

  private walk(known: Known): TableResult {
    const steps: Step[] = []
    let table = this.tables.get('main')!
    for (;;) {
      const possible = table.filter(row =>
        row.tests.every(({ fact, matches }) => !known.has(fact) || matches(known.get(fact)!)),
      )
      const first = possible[0]
      if (!first)
        throw new ArtifactError('No row of the table is possible: its rows do not cover every case.')
      if (possible.some(row => row.outcome !== first.outcome)) {
        const next = first.asks.find(({ fact }) => !known.has(fact))
        if (!next) throw new ArtifactError('Two rows of the table hold for one case.')
        return this.ask(next.fact, next.question, this.artifact.questions[next.question]?.say)
      }
      for (const { action, with: args, say, note, tier, question } of first.steps) {
        const values = this.args(args, known)
        if (values.missing !== null) return this.ask(values.missing, question!, say)
        steps.push({ action, with: values.with, ...words(say, note), tier })
      }
      if (first.end.kind === 'continue') {
        table = this.tables.get(first.end.table)!
        continue
      }
      if (first.end.kind === 'escalate') return { kind: 'decision', steps, end: { ...first.end } }
      const { options, question, ...close } = first.end
      const end: End = close
      if (options) {
        const offers: Offer[] = []
        for (const option of options) {
          if ('say' in option) {
            offers.push({ say: option.say })
            continue
          }
          const values = this.args(option.with, known)
          if (values.missing !== null) return this.ask(values.missing, question!, close.say)
          offers.push({ action: option.action, with: values.with })
        }
        end.options = offers
      }
      return { kind: 'decision', steps, end }
    }
  }

  private args(
    args: Record<string, ArtifactArgument>,
    known: Known,
  ): { missing: string } | { missing: null; with: Record<string, JsonValue> } {
    const values: Record<string, JsonValue> = {}
    for (const [name, arg] of Object.entries(args)) {
      if (typeof arg !== 'object' || arg === null) {
        values[name] = arg
        continue
      }
      if (!known.has(arg.fact)) return { missing: arg.fact }
      values[name] = toJson(this.reader(arg.fact).form.type, known.get(arg.fact)!)
    }
    return { missing: null, with: values }
  }

  private ask(fact: string, question: string, say: string | undefined): Ask {
    const { source, ask } = this.reader(fact).form
    return {
      kind: 'ask',
      fact,
      question,
      source,
      ...(say !== undefined && { say }),
      ...(ask !== undefined && { ask }),
    }
  }
}

const words = (say: string | undefined, note: string | undefined) => ({
  ...(say !== undefined && { say }),
  ...(note !== undefined && { note }),
})

function factReader(form: ArtifactFact): FactReader {
  const { type, step, allowedValues } = form
  const grid = gridOf(type, step)
  const allowed = allowedValues === undefined ? undefined : readCanonical(allowedValues, type, step)
  return {
    form,
    contains: point =>
      (grid === null || grid.floor(Number(point)) === Number(point)) &&
      (allowed === undefined || allowed(point)),
  }
}
