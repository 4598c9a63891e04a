import type { Graph } from '../1-graph/graph'
import type { Path } from '../1-graph/read-tests'
import type { Say } from '../language/finding'
import type { Domain } from '../language/tests/domain'
import { contains } from '../language/tests/value-set'
import { isTimeZone } from '../language/time-zone'
import { Kept } from '../memory/memory'
import { once } from '../memory/once'
import { gridOf } from '../runtime/grid'
import type { FactType } from '../runtime/values'
import { isInDocument } from './in-document'

/** Whether a name is one of a time zone: engines take long to tell. */
class TimeZones extends Kept<boolean> {}

/** What is malformed in the facts of the handbook and in the parameters of its actions. */
export function* factForms(graph: Graph): Generator<Say> {
  const { handbook, timeZone } = graph.policy
  for (const [name, fact] of Object.entries(handbook.facts)) {
    const path = ['handbook', 'facts', name]
    const where = { facts: [name] }
    yield* stepForm(name, fact, path, isInDocument(graph, path), where)
    if (fact.volunteered && fact.type !== 'boolean')
      yield {
        message: `“${name}” is volunteered, and so has to be true or false.`,
        path: [...path, 'volunteered'],
        ...where,
      }
    else if (fact.volunteered && !contains(graph.domains.get(name)!.all, false))
      yield {
        message: `“${name}” is volunteered: what nobody brought up is false, which its allowed values leave out.`,
        path: [...path, 'allowedValues'],
        ...where,
      }
    if (fact.source === 'clock' && timeZone === undefined)
      yield {
        message: `“${name}” comes from the clock, and the policy does not say in which time zone.`,
        path: ['timeZone'],
        ...where,
      }
  }
  for (const [name, action] of Object.entries(handbook.actions))
    for (const [param, form] of Object.entries(action.params ?? {})) {
      const path = ['handbook', 'actions', name, 'params', param]
      yield* stepForm(param, form, path, isInDocument(graph, path))
    }
  if (timeZone !== undefined && !once(graph.memory.shelf(TimeZones), timeZone, () => isTimeZone(timeZone)))
    yield {
      message: `“${timeZone}” is no time zone; they are called like America/Chicago.`,
      path: ['timeZone'],
    }
}

function* stepForm(
  name: string,
  { type, step }: { type: FactType; step?: number },
  path: Path,
  ours: boolean,
  where: Partial<Say> = {},
): Generator<Say> {
  if (step === undefined) return
  const at = { path: [...path, 'step'], ...where }
  if (type !== 'number')
    yield {
      message: `“${name}” has a step; only numbers have one.`,
      ...at,
      ...(ours && { fix: { title: 'Take the step out', edits: [{ path: at.path }] } }),
    }
  else if (gridOf(type, step)!.max === 0)
    yield {
      message: `The step of “${name}” has more than 15 digits; doubles cannot tell its multiples apart.`,
      ...at,
    }
}

/** Whether every value of a fact lies on the steps of a parameter of the same type. */
export function stepsWithin(fact: Domain, param: Domain): boolean {
  if (param.step === undefined || fact.all.of !== 'grid') return true
  if (fact.step !== undefined && isMultiple(fact.step, param.step)) return true
  // Two neighbours both on the steps would make the fact's own step one of their multiples.
  return fact.all.ranges.every(([low, high]) => low === high && param.grid!.floor(low) === low)
}

/** Exact, in decimal: 0.3 is a multiple of 0.1. */
function isMultiple(of: number, step: number): boolean {
  const [[a, p], [b, q]] = [decimal(of), decimal(step)]
  const least = Math.min(p, q)
  return (a * 10n ** BigInt(p - least)) % (b * 10n ** BigInt(q - least)) === 0n
}

const decimal = (n: number): [units: bigint, power: number] => {
  const [digits, power] = n.toExponential().split('e') as [string, string]
  return [BigInt(digits.replace('.', '')), Number(power) - (digits.split('.')[1]?.length ?? 0)]
}
