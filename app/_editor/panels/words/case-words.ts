import type { Handbook } from '@/compiler/language/handbook'
import { valueSaid } from '@/compiler/words/value-said'
import { factTitle } from './titles'

/** One fact of a case: "Time of the call: 3:00 PM"; a yes is the fact's name alone. */
export function factWords(id: string, value: unknown, handbook: Handbook, timeZone?: string): string {
  const title = factTitle(id, handbook)
  return value === true ? title : `${title}: ${valueSaid(id, value, handbook, timeZone)}`
}

/**
 * The facts of a case in words. `first` are the ones that it is about; what is not so (a volunteered fact that
 * nobody brought up, among other things) goes last, since it says the least.
 */
export function caseWords(
  facts: Record<string, unknown>,
  handbook: Handbook,
  options: { first?: readonly string[]; timeZone?: string } = {},
): string[] {
  const { first = [], timeZone } = options
  const weight = (id: string) => (first.includes(id) ? first.indexOf(id) : facts[id] === false ? 2000 : 1000)
  return Object.keys(facts)
    .sort((a, b) => weight(a) - weight(b))
    .map(id => factWords(id, facts[id], handbook, timeZone))
}
