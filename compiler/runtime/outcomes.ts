import type { ArtifactRow, ArtifactWith } from './artifact'
import { canonicalJson } from './canonical-json'
import type { Decision, End, Offer, Step } from './result'
import type { JsonValue } from './values'

/** What rows lead to; those with the same steps and the same end have one. */
export interface Outcome {
  steps: ArtifactRow['steps']
  end: ArtifactRow['end']
  /** The decision, where it is the same for every case; null where facts supply parameters or another table goes on. */
  shared: Decision | null
}

/** A fact that is still to be found out, and the node at which it is asked for, with that node's words. */
export interface Missing {
  fact: string
  question: string
  say: string | undefined
}

/** The value of a parameter's fact, or undefined where it is not yet known. */
export type Supply = (fact: string) => JsonValue | undefined

/** The steps and the end of an outcome with their parameters, or the first fact that is missing for one. */
export type Made = { steps: Step[]; end: End | { kind: 'continue'; table: string } } | { missing: Missing }

/** Puts the outcomes of rows into the list, each once, and says where a row's is. */
export function numbering(list: Outcome[]): (row: ArtifactRow) => number {
  const numbers = new Map<string, number>()
  return ({ steps, end }) => {
    const key = canonicalJson([steps, end])
    const known = numbers.get(key)
    if (known !== undefined) return known
    const outcome: Outcome = { steps, end, shared: null }
    const made = make(outcome, () => undefined)
    if ('steps' in made && made.end.kind !== 'continue')
      outcome.shared = frozen({ kind: 'decision', steps: made.steps, end: made.end })
    numbers.set(key, list.length)
    return list.push(outcome) - 1
  }
}

export function make({ steps, end }: Outcome, supply: Supply): Made {
  let missing: Missing | null = null
  const valuesOf = (args: ArtifactWith, question: string | undefined, say: string | undefined) => {
    const values: Record<string, JsonValue> = {}
    for (const [name, arg] of Object.entries(args))
      if (typeof arg === 'object' && arg !== null) {
        const value = supply(arg.fact)
        if (value === undefined) missing ??= { fact: arg.fact, question: question!, say }
        else values[name] = value
      } else values[name] = arg
    return values
  }
  const done = steps.map(
    ({ action, with: args, say, note, tier, question }): Step => ({
      action,
      with: valuesOf(args, question, say),
      ...(say !== undefined && { say }),
      ...(note !== undefined && { note }),
      tier,
    }),
  )
  if (end.kind !== 'close') return missing ? { missing } : { steps: done, end: { ...end } }
  const { options, question, ...close } = end
  const offers = options?.map(
    (option): Offer =>
      'say' in option
        ? { say: option.say }
        : { action: option.action, with: valuesOf(option.with, question, close.say) },
  )
  return missing ? { missing } : { steps: done, end: { ...close, ...(offers && { options: offers }) } }
}

/** The value, which cannot be changed from here on, nor anything in it. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
    for (const member of Object.values(Object.freeze(value))) frozen(member)
  return value
}
