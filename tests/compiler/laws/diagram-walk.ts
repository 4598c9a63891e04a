import type { CellSet } from '@/compiler/3-diagram/cells'
import type { Diagram } from '@/compiler/3-diagram/diagram'
import type { TierDiagram } from '@/compiler/4-table/table'
import type { ValueSet } from '@/compiler/language/tests/value-set'
import type { ArtifactWith } from '@/compiler/runtime/artifact'
import { type JsonValue, toJson, toPoint } from '@/compiler/runtime/values'
import type { Input } from '../generators/all-inputs'

/** What a diagram decides of a complete input, walked from fork to fork: the steps and the end, as `decide` gives them. */
export function decideByDiagram({ slice, parts }: TierDiagram, facts: Input): unknown {
  const { facts: known } = slice.graph.policy.handbook
  const givenFor = (fact: string): JsonValue => facts[fact] ?? (known[fact]!.volunteered ? false : null)
  const cellOf = (fact: string): CellSet => {
    const cells = slice.cells.get(fact)!
    return cells.of(only(givenFor(fact), fact))
  }
  const only = (value: JsonValue, fact: string): ValueSet => {
    const { type } = known[fact]!
    if (value === null)
      return type === 'string'
        ? { of: 'text', but: false, texts: [], null: true }
        : { of: 'grid', ranges: [], null: true }
    const point = toPoint(type, value)!
    return type === 'string'
      ? textCell(point as string, fact)
      : { of: 'grid', ranges: rangeOf(Number(point), fact), null: false }
  }
  /** The cell that a value lies in, as a set: cells know sets that they were made from, and no single values. */
  const rangeOf = (point: number, fact: string) => {
    const { count, values } = slice.cells.get(fact)!
    for (let cell = 0; cell < count; cell++) {
      const set = values(1n << BigInt(cell))
      if (set.of === 'grid' && set.ranges.some(([low, high]) => low <= point && point <= high))
        return set.ranges
    }
    throw new Error(`${point} lies in no cell of ${fact}.`)
  }
  const textCell = (text: string, fact: string): ValueSet => {
    const { count, values } = slice.cells.get(fact)!
    for (let cell = 0; cell < count; cell++) {
      const set = values(1n << BigInt(cell))
      if (set.of === 'text' && !set.null && set.texts.includes(text) !== set.but) return set
    }
    throw new Error(`“${text}” lies in no cell of ${fact}.`)
  }
  const filled = (args: ArtifactWith) =>
    Object.fromEntries(
      Object.entries(args).map(([name, arg]) => {
        if (typeof arg !== 'object' || arg === null) return [name, arg]
        const { type } = known[arg.fact]!
        const value = givenFor(arg.fact)
        return [name, value === null ? null : toJson(type, toPoint(type, value)!)]
      }),
    )

  const steps: unknown[] = []
  let at: Diagram = parts.get('main')!.diagram
  for (;;) {
    if (at.kind === 'fork') {
      const ways = at.ways.filter(({ box }) =>
        [...box].every(([fact, cells]) => (cells & cellOf(fact)) !== 0n),
      )
      if (ways.length !== 1) throw new Error(`${ways.length} ways of a fork hold.`)
      at = ways[0]!.to
      continue
    }
    for (const { question: _, with: args, ...step } of at.steps) steps.push({ ...step, with: filled(args) })
    if (at.end.kind === 'continue') {
      at = parts.get(at.end.root)!.diagram
      continue
    }
    if (at.end.kind === 'escalate') return { kind: 'decision', steps, end: at.end }
    const { question: _, options, ...end } = at.end
    const offers = options?.map(option =>
      'say' in option ? option : { action: option.action, with: filled(option.with) },
    )
    return { kind: 'decision', steps, end: { ...end, ...(offers && { options: offers }) } }
  }
}
