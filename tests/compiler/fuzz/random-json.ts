import type { JsonValue } from '@/compiler/runtime/values'
import type { Dice } from '../generators/dice'

/** What a JSON text can hold; `1e999` is one, and is read as Infinity. */
export type Json = JsonValue | Json[] | { [key: string]: Json }

/** Names that the language knows, and those that JavaScript does. */
export const KEYS = [
  ...['format', 'name', 'title', 'timeZone', 'handbook', 'chart', 'scenarios', 'tiers', 'facts', 'actions'],
  ...['guardrails', 'nodes', 'edges', 'id', 'kind', 'from', 'to', 'when', 'otherwise', 'type', 'source'],
  ...['allowedValues', 'step', 'mayBeUnknown', 'volunteered', 'neverSay', 'about', 'shares', 'params'],
  ...['grants', 'requires', 'never', 'always', 'say', 'note', 'why', 'minutes', 'priority', 'hit', 'with'],
  ...['mode', 'within', 'result', 'options', 'tier', 'expect', 'asked', 'steps', 'end', 'version', 'fact'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', '', ' ', '0', '-1', 'é', '\ud800'],
] as const

const TEXTS = [
  ...['remit/1', 'remit-handbook/1', 'start', 'trigger', 'question', 'action', 'escalate', 'close', 'note'],
  ...['boolean', 'number', 'string', 'date', 'time', 'date and time', 'days and time duration', 'record'],
  ...['clock', 'customer', 'agent', 'team', 'T1', 'T2', 'T3', 'resolved', 'declined', 'consult', 'transfer'],
  ...['callback', 'first', 'unique', 'PT1H', 'P1Y', 'America/Chicago', '+06:00', 'Nowhere/Land', 'true', '-'],
  ...['< 5', '[1..2]', 'not(null)', '"gold"', 'null', '{nobody}', '{', '{{}}', 'end', 'q', 'f0', ''],
  ...['\ud800', 'a\udc00b', '\u0000', '\u200b', '🎈', 'x'.repeat(300), '"'.repeat(99), '('.repeat(500)],
] as const

const NUMBERS = [
  ...[0, -0, 1, -1, 0.1, 1e21, 1e-7, 5e-324, Number.MAX_VALUE, -Number.MAX_VALUE, 2 ** 53, 2 ** 31],
  ...[Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e15, 0.30000000000000004, 123456789.123],
] as const

/** Any JSON at all, often with the names and words of the language in it. */
export function anyJson(dice: Dice, depth = 4): Json {
  switch (dice.int(0, depth > 0 ? 7 : 4)) {
    case 0:
      return null
    case 1:
      return dice.chance(50)
    case 2:
      return dice.pick(NUMBERS)
    case 3:
    case 4:
      return dice.pick(TEXTS)
    case 5:
      return Array.from({ length: dice.int(0, 4) }, () => anyJson(dice, depth - 1))
    default: {
      const made: { [key: string]: Json } = {}
      for (let n = dice.int(0, 5); n > 0; n--) put(made, dice.pick(KEYS), anyJson(dice, depth - 1))
      return made
    }
  }
}

/** As JSON.parse does it: `__proto__` becomes a member like any other. */
export const put = (object: object, key: string, value: unknown) =>
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })

type Holder = { [key: string]: Json }

/** Every place of a document: who holds it, and by which name. */
function placesIn(document: Json): { holder: Holder; key: string }[] {
  const places: { holder: Holder; key: string }[] = []
  const open: Json[] = [document]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (typeof at !== 'object' || at === null) continue
    for (const [key, value] of Object.entries(at)) {
      places.push({ holder: at as Holder, key })
      open.push(value)
    }
  }
  return places
}

/** A copy of a document with something deleted, doubled, retyped, renamed, moved or misspelt, a few times. */
export function spoilt(dice: Dice, document: Json): Json {
  const copy = structuredClone(document)
  for (let n = dice.pick([1, 1, 1, 2, 3, 6]); n > 0; n--) {
    const places = placesIn(copy)
    if (places.length === 0) return copy
    const { holder, key } = dice.pick(places)
    const value = holder[key]!
    // What stands elsewhere under the same name fits well enough to get far.
    const alike = places.filter(place => place.key === key)
    if (dice.chance(60) && alike.length > 1) {
      const other = dice.pick(alike)
      put(holder, key, structuredClone(other.holder[key]!))
      continue
    }
    switch (dice.int(0, 7)) {
      case 0:
        if (Array.isArray(holder)) holder.splice(Number(key), 1)
        else delete holder[key]
        break
      case 1:
        if (Array.isArray(holder)) holder.push(structuredClone(value))
        else put(holder, dice.pick(KEYS), structuredClone(value))
        break
      case 2:
        put(holder, key, anyJson(dice, 2))
        break
      case 3:
        if (!Array.isArray(holder)) {
          delete holder[key]
          put(holder, dice.pick(KEYS), value)
        }
        break
      case 4: {
        const other = dice.pick(places)
        put(holder, key, structuredClone(other.holder[other.key]!))
        break
      }
      case 5:
        put(holder, key, typeof value === 'string' ? misspelt(dice, value) : [structuredClone(value)])
        break
      case 6:
        put(holder, key, dice.pick(TEXTS))
        break
      default:
        put(holder, key, typeof value === 'number' ? dice.pick(NUMBERS) : !value)
    }
  }
  return copy
}

/** A text after a slip of the pen. */
export function misspelt(dice: Dice, text: string): string {
  const at = dice.int(0, text.length)
  const wrong = [
    '',
    ' ',
    'x',
    '"',
    ')',
    '(',
    '[',
    ']',
    ',',
    '..',
    '<',
    '-',
    'not(',
    '\\',
    '{',
    '}',
    '0',
    '\ud800',
  ]
  return text.slice(0, at) + dice.pick(wrong) + text.slice(at + dice.int(0, 2))
}
