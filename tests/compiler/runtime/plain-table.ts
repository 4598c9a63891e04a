import type { Artifact, ArtifactArgument, ArtifactFact, ArtifactRow } from '@/compiler/runtime/artifact'
import { gridOf } from '@/compiler/runtime/grid'
import { readFact } from '@/compiler/runtime/read-fact'
import type { Ask, End, Facts, Offer, Step, TableResult } from '@/compiler/runtime/result'
import { type JsonValue, type Point, toJson } from '@/compiler/runtime/values'
import { passes } from '../generators/plain-tests'

type Known = Map<string, Point | null>

/**
 * Decides by an artifact as the rules of its format (0 to 4) are written: every row is looked at, every time. The
 * runtime's index has to agree with it.
 */
export function plainTable(artifact: Artifact): (facts: Facts) => TableResult {
  const { facts: forms, questions } = artifact
  const outcome = new Map(
    artifact.tables.flatMap(({ rows }) =>
      rows.map(row => [row, JSON.stringify([row.steps, row.end])] as const),
    ),
  )
  const remembered = new Map<string, boolean>()
  const holds = (fact: string, test: string, point: Point | null): boolean => {
    const key = `${fact} ${typeof point} ${point} ${test}`
    const { type } = forms[fact]!
    const known = remembered.get(key) ?? passes(test, type, toJson(type, point))
    remembered.set(key, known)
    return known
  }
  const isPossible = (row: ArtifactRow, known: Known) =>
    Object.entries(row.when).every(([fact, test]) => !known.has(fact) || holds(fact, test, known.get(fact)!))

  const ask = (fact: string, question: string, say: string | undefined): Ask => {
    const { source, ask } = forms[fact]!
    return {
      kind: 'ask',
      fact,
      question,
      source,
      ...(say !== undefined && { say }),
      ...(ask !== undefined && { ask }),
    }
  }

  const walk = (known: Known): TableResult => {
    const steps: Step[] = []
    let table = artifact.tables.find(({ id }) => id === 'main')!
    for (;;) {
      const possible = table.rows.filter(row => isPossible(row, known))
      const first = possible[0]!
      if (possible.some(row => outcome.get(row) !== outcome.get(first))) {
        const next = first.asks.find(({ fact }) => !known.has(fact))!
        return ask(next.fact, next.question, questions[next.question]!.say)
      }
      for (const { action, with: args, say, note, tier, question } of first.steps) {
        const missing = missingFrom(args, known)
        if (missing !== undefined) return ask(missing, question!, say)
        steps.push({
          action,
          with: valuesOf(args, known, forms),
          ...(say !== undefined && { say }),
          ...(note !== undefined && { note }),
          tier,
        })
      }
      const { end } = first
      if (end.kind === 'escalate') return { kind: 'decision', steps, end: { ...end } }
      if (end.kind === 'close') {
        const { options, question, ...close } = end
        const offers: Offer[] = []
        for (const option of options ?? []) {
          if ('say' in option) offers.push({ say: option.say })
          else {
            const missing = missingFrom(option.with, known)
            if (missing !== undefined) return ask(missing, question!, close.say)
            offers.push({ action: option.action, with: valuesOf(option.with, known, forms) })
          }
        }
        const made: End = { ...close, ...(options && { options: offers }) }
        return { kind: 'decision', steps, end: made }
      }
      table = artifact.tables.find(({ id }) => id === end.table)!
    }
  }

  return facts => {
    const known: Known = new Map()
    const ignored: string[] = []
    const problems: { fact: string; says: string }[] = []
    for (const name of Object.keys(facts).sort()) {
      if (facts[name] === undefined) continue
      if (!Object.hasOwn(forms, name)) {
        ignored.push(name)
        continue
      }
      const form = forms[name]!
      const read = readFact(
        form,
        point => isInDomain(form, point),
        facts[name],
        () => form.allowedValues,
      )
      if (read.ok) known.set(name, read.point)
      else problems.push({ fact: name, says: read.says })
    }
    for (const [name, form] of Object.entries(forms))
      if (form.volunteered && !known.has(name)) known.set(name, false)
    const result: TableResult = problems.length > 0 ? { kind: 'invalid', problems } : walk(known)
    return ignored.length > 0 ? { ...result, ignored } : result
  }
}

function isInDomain({ type, step, allowedValues }: ArtifactFact, point: Point): boolean {
  if (step !== undefined && gridOf(type, step)!.floor(point as number) !== point) return false
  return allowedValues === undefined || passes(allowedValues, type, toJson(type, point))
}

const missingFrom = (args: Record<string, ArtifactArgument>, known: Known): string | undefined =>
  Object.values(args).flatMap(arg =>
    typeof arg === 'object' && arg !== null && !known.has(arg.fact) ? [arg.fact] : [],
  )[0]

const valuesOf = (args: Record<string, ArtifactArgument>, known: Known, forms: Artifact['facts']) =>
  Object.fromEntries(
    Object.entries(args).map(([name, arg]): [string, JsonValue] => [
      name,
      typeof arg === 'object' && arg !== null ? toJson(forms[arg.fact]!.type, known.get(arg.fact)!) : arg,
    ]),
  )
