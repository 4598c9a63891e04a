import type { Handbook } from '@/compiler/language/handbook'
import { numberWords, valueWords } from '@/compiler/language/tests/value-words'
import { testWords } from '@/compiler/language/tests/words'
import type { ArtifactFact, ArtifactQuestion } from '@/compiler/runtime/artifact'
import { type JsonValue, toPoint } from '@/compiler/runtime/values'

/** What an agent’s desk is laid out by: as much as a tier’s table says, and titles where somebody knows them. */
export interface Desk {
  facts: Record<string, ArtifactFact>
  questions: Record<string, ArtifactQuestion>
  timeZone?: string
  actions?: Handbook['actions']
  tiers?: Handbook['tiers']
}

export const titleOf = (fact: string, { facts }: Desk) => facts[fact]?.title || fact

/** A fact’s value as one would say it; undefined where it is none of the fact’s. */
export function saidValue(fact: string, value: JsonValue, { facts, timeZone }: Desk): string | undefined {
  const form = facts[fact]
  if (!form) return undefined
  if (value === null) return 'nobody knows'
  const point = toPoint(form.type, value)
  return point === undefined ? undefined : valueWords(form.type, point, timeZone)
}

const SOURCES = {
  record: 'from a record',
  clock: 'from the clock',
  customer: 'the customer said so',
  agent: 'your judgement',
  team: 'another team said so',
} as const satisfies Record<ArtifactFact['source'], string>

/** Where a known fact is known from: "from the clock", "Warehouse said so". */
export const knownFrom = ({ source, team }: ArtifactFact) =>
  source === 'team' && team ? `${team} said so` : SOURCES[source]

const ASKS = {
  record: 'Look it up in the record',
  clock: 'Look at the clock',
  customer: 'Ask the customer',
  agent: 'Judge for yourself',
  team: 'Ask another team',
} as const satisfies Record<ArtifactFact['source'], string>

/** How a fact is found out: "Ask the customer", "Ask Warehouse". */
export const findOut = ({ source, team }: ArtifactFact) =>
  source === 'team' && team ? `Ask ${team}` : ASKS[source]

/** What a fact's values are, for somebody who gave another: "It has to be between 0 and 90, in steps of 1." */
export function boundWords({ type, allowedValues, step }: ArtifactFact, timeZone?: string): string {
  const bounds = allowedValues === undefined ? [] : [testWords(allowedValues, type, timeZone)]
  const steps = step === undefined ? [] : [`in steps of ${numberWords(step)}`]
  const words = [...bounds, ...steps].join(', ')
  return words === '' ? 'That is none of its values.' : `It has to be ${words}.`
}
