import { zoneOffset } from '@/compiler/language/tests/value-words'
import { type FactType, type JsonValue, toJson } from '@/compiler/runtime/values'

/** What a clock in the zone shows now, for a fact of this type; undefined where a clock shows no such thing. */
export function nowFor(
  type: FactType,
  timeZone: string | undefined,
  now = Date.now(),
): JsonValue | undefined {
  const wall = now + ((timeZone !== undefined && zoneOffset(now, timeZone)) || 0)
  switch (type) {
    case 'time':
      return toJson(type, Math.floor((((wall % 86_400_000) + 86_400_000) % 86_400_000) / 60_000) * 60)
    case 'date':
      return toJson(type, Math.floor(wall / 86_400_000))
    case 'date and time':
      return toJson(type, Math.floor(now / 60_000) * 60_000)
    default:
      return undefined
  }
}
