import { type FactType, type JsonValue, toJson } from '@/compiler/runtime/values'
import { literals } from '../condition/form'

const FIRST = {
  boolean: true,
  number: 0,
  string: '',
  date: '2026-01-01',
  time: '12:00:00',
  'date and time': '2026-01-01T12:00:00Z',
  'days and time duration': 'P1D',
} as const satisfies Record<FactType, JsonValue>

/** A value to begin with: the first one allowed, where there is a list of them. */
export function firstValue(type: FactType, allowedValues: string | undefined): JsonValue {
  const [first] = literals(allowedValues, type) ?? []
  return first === undefined ? FIRST[type] : toJson(type, first)
}
