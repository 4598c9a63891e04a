import { type FactType, type Point, toJson } from '../../runtime/values'

/** The function that writes a literal of the type in S-FEEL, where there is one: `time` in `time("15:00:00")`. */
export const CONSTRUCTORS = {
  boolean: null,
  number: null,
  string: null,
  date: 'date',
  time: 'time',
  'date and time': 'date and time',
  'days and time duration': 'duration',
} as const satisfies Record<FactType, string | null>

/** An example of a literal, for messages. */
export const EXAMPLES = {
  boolean: 'true',
  number: '12.5',
  string: '"gold"',
  date: 'date("2026-01-31")',
  time: 'time("15:00:00")',
  'date and time': 'date and time("2026-01-31T15:00:00Z")',
  'days and time duration': 'duration("P1DT2H")',
} as const satisfies Record<FactType, string>

/** Texts and truth values have no order in S-FEEL. */
export const isOrdered = (type: FactType) => type !== 'string' && type !== 'boolean'

/** A literal as S-FEEL writes it, in canonical form. */
export function printLiteral(value: Point | null, type: FactType): string {
  if (value === null) return 'null'
  const json = toJson(type, value)
  const name = CONSTRUCTORS[type]
  return name ? `${name}(${JSON.stringify(json)})` : JSON.stringify(json)
}
