import type { Condition } from '@/compiler/compare/told/conditions'
import type { Example } from '@/compiler/compare/told/situations'
import type { Policy } from '@/compiler/language/policy'
import { timeWords } from '@/compiler/language/tests/value-words'
import { valueSaid } from '@/compiler/words/value-said'
import { caseWords } from '../_editor/panels/words/case-words'

/** What the button of an example says: its most telling value, "Play 3:20 PM", where there is a short one. */
export function exampleLabel(conditions: readonly Condition[], example: Example): string {
  const telling = conditions.find(({ flag }) => !flag)
  const value = telling && example[telling.fact]
  if (typeof value === 'number') return `Play ${value}`
  if (typeof value !== 'string' || value === '') return 'Play'
  const time = /^(\d\d):(\d\d):(\d\d)$/.exec(value)
  if (time) return `Play ${timeWords(Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3]))}`
  return value.length <= 12 ? `Play ${value}` : 'Play'
}

/** The facts of an example, those first that the situation is about; each named by the version that knows it. */
export function exampleWords(
  conditions: readonly Condition[],
  example: Example,
  old: Policy,
  next: Policy,
): string[] {
  const facts = { ...old.handbook.facts, ...next.handbook.facts }
  return caseWords(
    example,
    { ...next.handbook, facts },
    { first: conditions.map(({ fact }) => fact), timeZone: next.timeZone },
  )
}

/** The facts that a situation is about, as one reads them off a sheet: "Time of the call: 3:00 PM". */
export function exampleInShort(
  conditions: readonly Condition[],
  example: Example,
  old: Policy,
  next: Policy,
): string {
  const facts = { ...old.handbook.facts, ...next.handbook.facts }
  return conditions
    .map(({ fact, title }) => `${title}: ${valueSaid(fact, example[fact] ?? null, { facts }, next.timeZone)}`)
    .join('; ')
}
