import type { Handbook } from '../language/handbook'
import { valueWords } from '../language/tests/value-words'
import { toPoint } from '../runtime/values'

/** The value of a fact as one would say it: "4:30 PM", "yes", "nobody knows". */
export function valueSaid(
  fact: string,
  value: unknown,
  { facts }: Pick<Handbook, 'facts'>,
  timeZone?: string,
): string {
  if (value === null) return 'nobody knows'
  const type = facts[fact]?.type
  const point = type === undefined ? undefined : toPoint(type, value)
  return type === undefined || point === undefined ? String(value) : valueWords(type, point, timeZone)
}
