import { isSupplied, suppliersOf } from '../language/kinds/common'
import type { ValueSet } from '../language/tests/value-set'
import { contains } from '../language/tests/value-set'
import type { ArtifactWith } from '../runtime/artifact'
import { canonicalJson } from '../runtime/canonical-json'
import { type JsonValue, toJson } from '../runtime/values'
import { type CellRuns, intersectRuns, type RunsStore } from './cell-runs'
import type { JointFact } from './joint'
import type { Outcome } from './outcome'
import type { Region } from './regions'

export type Facts = Record<string, JsonValue>

/** A case of a region. */
export interface Example {
  facts: Facts
  /** By the facts' places, the joint cells that it lies in. */
  cells: number[]
}

/** A value that a fact may take in an example. */
interface Choice {
  cell: number
  value: JsonValue
}

/** As many ways to put an example together are tried. */
const MOST_TRIED = 256

/**
 * A case of the region that shows its difference, with a value for every fact that either version knows, but those
 * that changed their type. Where there is a choice it is one that both versions accept. Where decisions differ by the facts
 * that supply their parameters, it is one in which these have different values, if there is one.
 */
export function exampleOf(
  region: Region,
  facts: readonly JointFact[],
  sets: RunsStore,
  decided: (cells: readonly number[]) => [Outcome, Outcome],
): Example {
  const runs = facts.map((fact, place) => runsOf(fact, region.box.get(place), sets))
  const plain = facts.map(({ cells }, place) => ({
    cell: runs[place]![0]!,
    value: cells.sample(runs[place]![0]!),
  }))
  const made = (choices: readonly Choice[]): Example => ({
    facts: Object.fromEntries(
      facts.flatMap(({ name, only }, place) => (only ? [] : [[name, choices[place]!.value] as const])),
    ),
    cells: choices.map(({ cell }) => cell),
  })
  const first = made(plain)
  const [before, after] = decided(first.cells)
  const open = new Set([...suppliers(before), ...suppliers(after)])
  if (open.size === 0 || differ(before, after, first.facts)) return first

  const choices = facts.map((fact, place) =>
    open.has(fact.name) && !fact.only ? choicesOf(fact, runs[place]!, plain[place]!) : [plain[place]!],
  )
  const turn = choices.map(() => 0)
  for (let tried = 0; tried < MOST_TRIED; tried++) {
    const example = made(choices.map((each, place) => each[turn[place]!]!))
    const [was, is] = decided(example.cells)
    if (differ(was, is, example.facts)) return example
    const place = turn.findIndex((at, i) => at + 1 < choices[i]!.length)
    if (place < 0) break
    turn[place]!++
    turn.fill(0, 0, place)
  }
  return first
}

/** The cells of a region, and of those the ones that both versions accept, if there are any. */
function runsOf({ cells, own }: JointFact, set: number | undefined, sets: RunsStore): CellRuns {
  let runs: CellRuns = set === undefined ? [0, cells.count] : sets.of(set)
  for (const side of [own.old, own.new]) {
    const both = side && intersectRuns(runs, side.accepted)
    if (both && both.length > 0) runs = both
  }
  return runs
}

/** A few values of different cells and from the ends of the first one. */
function choicesOf({ cells }: JointFact, runs: CellRuns, plain: Choice): Choice[] {
  const last = runs[runs.length - 1]! - 1
  const set = cells.values(1n << BigInt(plain.cell))
  const ends = set.of === 'grid' ? set.ranges.flat() : []
  return [
    plain,
    ...ends.map(end => ({
      cell: plain.cell,
      value: toJson(cells.domain.type, pointOf(cells.domain.type, end)),
    })),
    ...another(plain, set),
    ...(last === plain.cell ? [] : [{ cell: last, value: cells.sample(last) }]),
  ]
}

const pointOf = (type: string, value: number) => (type === 'boolean' ? value === 1 : value)

function another({ cell, value }: Choice, set: ValueSet): Choice[] {
  if (set.of !== 'text' || !set.but) return []
  const text = `${value}-`
  return contains(set, text) ? [{ cell, value: text }] : []
}

const argumentsOf = (outcome: Outcome): ArtifactWith[] => {
  if (outcome.kind === 'invalid') return []
  const { steps, end } = outcome
  const options = end.kind === 'close' ? (end.options ?? []) : []
  return [
    ...steps.map(step => step.with),
    ...options.flatMap(option => ('action' in option ? [option.with] : [])),
  ]
}

/** The facts that supply parameters. */
const suppliers = (outcome: Outcome): string[] => argumentsOf(outcome).flatMap(args => suppliersOf(args))

/** Whether they are not the same once the facts have these values. */
function differ(before: Outcome, after: Outcome, facts: Facts): boolean {
  const filled = (outcome: Outcome) =>
    canonicalJson([
      outcome.kind === 'invalid' ? null : silentArguments(outcome),
      argumentsOf(outcome).map(args =>
        Object.entries(args).map(([name, arg]) => [name, isSupplied(arg) ? (facts[arg.fact] ?? arg) : arg]),
      ),
    ])
  return filled(before) !== filled(after)
}

/** A decision with its parameters taken out. */
const silentArguments = ({ steps, end }: Extract<Outcome, { kind: 'decision' }>) => [
  steps.map(step => ({ ...step, with: {} })),
  end.kind === 'close' && end.options
    ? { ...end, options: end.options.map(option => ('action' in option ? { ...option, with: {} } : option)) }
    : end,
]
