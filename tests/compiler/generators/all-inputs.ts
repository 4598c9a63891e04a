import type { Fact } from '@/compiler/language/fact'
import type { Policy } from '@/compiler/language/policy'
import { type FactType, type JsonValue, type Point, toJson, toPoint } from '@/compiler/runtime/values'
import { literalsIn, passes } from './plain-tests'
import { type Sight, testsOn, visibleTo } from './visible'

export type Input = Record<string, JsonValue>

/**
 * Every distinguishable complete input of a policy for a tier: a value from every cell into which the tests of the
 * policy cut the domains of the facts that the tier sees, the first and the last one of the cell, and null. A
 * volunteered fact is also left out.
 */
export function allInputs(policy: Policy, tier: string): Input[] {
  let inputs: Input[] = [{}]
  for (const [name, values] of inputValues(policy, tier))
    inputs = inputs.flatMap(input =>
      values.map(value => (value === undefined ? input : { ...input, [name]: value })),
    )
  return inputs
}

/** How many `allInputs` there are, without making them. */
export const allInputsCount = (policy: Policy, tier: string): number =>
  inputValues(policy, tier).reduce((count, [, values]) => count * values.length, 1)

/** By fact that the tier sees, the values of which `allInputs` takes one each; undefined is left out. */
export const inputValues = (policy: Policy, tier: string): [string, (JsonValue | undefined)[]][] => {
  const sight = visibleTo(policy, tier)
  return [...sight.facts].sort().map(name => [name, valuesOf(policy, name, sight)])
}

function valuesOf(policy: Policy, name: string, sight: Sight): (JsonValue | undefined)[] {
  const fact = policy.handbook.facts[name]!
  // A fact that only words name changes no decision: it may be absent, which is the plainest value.
  if (!sight.decidedBy.has(name)) return [undefined]
  const tests = testsOn(policy, name)
  const values = representatives(fact, tests)
  // A law over no inputs would hold of anything.
  if (values.length === 0) throw new Error(`No value of ${name} was found within ${fact.allowedValues}.`)
  if (fact.mayBeUnknown) values.push(null)
  return fact.volunteered ? [...values, undefined] : values
}

/** Values of the fact's domain: the first and the last of each cell that the tests cannot tell apart. */
export function representatives(fact: Fact, tests: readonly string[]): JsonValue[] {
  const { type, allowedValues } = fact
  const points = candidates(fact, [...tests, ...(allowedValues === undefined ? [] : [allowedValues])])
  const values = points.map(point => toJson(type, point)).filter(value => isAllowed(fact, value))
  const cells = new Map<string, JsonValue[]>()
  for (const value of values) {
    const cell = tests.map(test => (passes(test, type, value) ? 1 : 0)).join('')
    cells.set(cell, [...(cells.get(cell) ?? []), value])
  }
  return [...cells.values()].flatMap(cell => (cell.length > 1 ? [cell[0]!, cell.at(-1)!] : cell))
}

function candidates(fact: Fact, tests: readonly string[]): Point[] {
  const { type } = fact
  if (type === 'boolean') return [true, false]
  const literals = [...new Set(tests.flatMap(test => literalsIn(test, type)))]
  if (type === 'string') return [...literals, 'some other text']
  const around = literals.flatMap(point => neighbours(fact, point as number))
  const points = around.length > 0 ? around : [toPoint(type, PLAIN[type]) as number]
  return [...new Set(points)].sort((a, b) => a - b)
}

/** Where no test mentions a value. */
const PLAIN: Record<Exclude<FactType, 'boolean' | 'string'>, JsonValue> = {
  number: 0,
  date: '2026-01-01',
  time: '12:00:00',
  'date and time': '2026-01-01T12:00:00Z',
  'days and time duration': 'P1D',
}

/** The value itself and the next ones on its grid, as far as there are such values. */
function neighbours({ type, step }: Fact, point: number): number[] {
  if (type === 'number' && step === undefined)
    return [beside(point, -1), point, beside(point, 1)].filter(Number.isFinite)
  if (step !== undefined) {
    const k = Math.round(point / step)
    return [k - 1, k, k + 1].map(n => Number((n * step).toPrecision(12)) + 0)
  }
  return [point - 1, point, point + 1].filter(at => toPoint(type, writable(type, at)) === at)
}

/** JSON of a point that may lie outside its type: such a text does not read as the same point, or as any. */
const writable = (type: FactType, point: number): JsonValue => {
  try {
    return toJson(type, point)
  } catch {
    return null
  }
}

const float = new Float64Array(1)
const bits = new BigInt64Array(float.buffer)

/** The double before or after. */
function beside(x: number, direction: 1 | -1): number {
  if (x === 0) return direction * Number.MIN_VALUE
  float[0] = x
  bits[0]! += BigInt(Math.sign(x) * direction)
  return float[0] + 0
}

/** Whether a value of the type lies in the fact's domain. */
function isAllowed({ type, allowedValues, step }: Fact, value: JsonValue): boolean {
  if (step !== undefined && Number((Math.round((value as number) / step) * step).toPrecision(12)) !== value)
    return false
  return allowedValues === undefined || passes(allowedValues, type, value)
}
