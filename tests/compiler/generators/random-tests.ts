import { FACT_TYPES, type FactType, type JsonValue, toJson } from '@/compiler/runtime/values'
import type { Dice } from './dice'

/** A unary test as somebody may write it, of any type, with the facts it is about. */
export interface WrittenTest {
  type: FactType
  text: string
  /** Its items, in the order and the words of the text. */
  items: string[]
}

const CONSTRUCTOR: Partial<Record<FactType, string>> = {
  date: 'date',
  time: 'time',
  'date and time': 'date and time',
  'days and time duration': 'duration',
}

const DAY = 86_400_000

/** A value of the type: often a plain one or one at its ends, sometimes any. */
export function randomValue(dice: Dice, type: FactType): JsonValue {
  switch (type) {
    case 'boolean':
      return dice.chance(50)
    case 'string':
      return dice.pick([
        '',
        'gold',
        'say "no"',
        'back\\slash',
        'line\nbreak',
        'a, b',
        '[1..2]',
        'null',
        'é',
        '\u{1F388}',
        '-',
        'not("x")',
      ])
    case 'number':
      if (dice.chance(50)) return dice.int(-20, 20)
      return dice.pick([
        0.1,
        -0.5,
        12.25,
        1e21,
        1e-7,
        5e-324,
        Number.MAX_VALUE,
        2 ** 53,
        dice.int(-1e9, 1e9) / 1000,
        0.1 + 0.2,
      ])
    case 'date':
      return dice.chance(70)
        ? toJson('date', 20_454 + dice.int(-3, 3))
        : toJson('date', dice.int(-719_162, 2_932_896))
    case 'time':
      return toJson(
        'time',
        dice.chance(70) ? dice.pick([0, 1, 53_999, 54_000, 54_001, 86_399]) : dice.int(0, 86_399),
      )
    case 'date and time':
      return toJson('date and time', dice.int(-2, 22_000) * DAY + dice.pick([0, 1, 999, 3_600_000, DAY - 1]))
    case 'days and time duration':
      return toJson('days and time duration', dice.int(-3, 3) * DAY + dice.pick([0, 1, 1500, 3_600_000]))
  }
}

/** A literal in one of the ways in which it can be written. */
function literal(dice: Dice, type: FactType): string {
  const value = randomValue(dice, type)
  const quoted = typeof value === 'string' ? JSON.stringify(value) : ''
  if (type === 'string')
    return quoted.replace(/[é]/g, found =>
      dice.chance(50) ? `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}` : found,
    )
  const name = CONSTRUCTOR[type]
  if (name === undefined) return String(value).replace('e+', dice.pick(['e+', 'E+', 'e']))
  const text = type === 'date and time' && dice.chance(30) ? quoted.replace('Z', '+00:00') : quoted
  return dice.chance(25) ? `@${text}` : `${name}${gap(dice)}(${gap(dice)}${text}${gap(dice)})`
}

const gap = (dice: Dice) => dice.pick(['', '', '', ' ', '  '])

function item(dice: Dice, type: FactType): string {
  if (dice.chance(8)) return 'null'
  if (type === 'boolean' || type === 'string' || dice.chance(40)) return literal(dice, type)
  if (dice.chance(50)) return `${dice.pick(['<', '<=', '>', '>='])}${gap(dice)}${literal(dice, type)}`
  return `${dice.pick(['[', '(', ']'])}${gap(dice)}${literal(dice, type)}${gap(dice)}..${gap(dice)}${literal(dice, type)}${gap(dice)}${dice.pick([']', ')', '['])}`
}

export function randomTest(dice: Dice): WrittenTest {
  const type = dice.pick(FACT_TYPES)
  if (dice.chance(4)) return { type, text: ` ${gap(dice)}-${gap(dice)}`, items: [] }
  const items = Array.from({ length: dice.int(1, 4) }, () => item(dice, type))
  const list = items.join(`${gap(dice)},${gap(dice)}`)
  const text = dice.chance(25)
    ? `not${gap(dice)}(${gap(dice)}${list}${gap(dice)})`
    : `${gap(dice)}${list}${gap(dice)}`
  return { type, text, items }
}
