import type { Fact } from '@/compiler/language/fact'
import { FACT_TYPES, type FactType } from '@/compiler/runtime/values'
import type { Dice } from './dice'

/** A fact, and the literals (as they stand in tests) that its questions cut it at, ascending. */
export interface RandomFact {
  id: string
  fact: Fact
  literals: string[]
  /** The domain is a list: each literal is a value of its own. */
  listed: boolean
  /** Any text that is not among the literals is allowed too. */
  open: boolean
}

const quoted = (name: string, at: Dice, texts: readonly string[]) =>
  texts.map(text => (at.chance(25) ? `@"${text}"` : `${name}("${text}")`))

/** Ascending in each; some of them values that are written in more than one way, and the ends of a type. */
const LITERALS: Record<'date' | 'time' | 'date and time' | 'days and time duration', readonly string[][]> = {
  date: [
    ['2026-01-01', '2026-01-02', '2026-01-04', '2026-01-05'],
    ['2024-02-28', '2024-02-29', '2024-03-01', '2025-02-28'],
    ['0001-01-01', '1969-12-31', '1970-01-01', '9999-12-31'],
  ],
  time: [
    ['09:00:00', '14:59:59', '15:00:00', '17:30:00'],
    ['00:00:00', '00:00:01', '12:00:00', '23:59:59'],
    ['15:00:00', '15:00:01', '15:00:02', '15:00:03'],
  ],
  'date and time': [
    [
      '2026-01-01T09:00:00-06:00',
      '2026-01-01T15:00:00.001Z',
      '2026-01-01T17:00:00+01:00',
      '2026-06-01T00:00:00Z',
    ],
    [
      '2026-03-08T01:59:59.999-06:00',
      '2026-03-08T08:00:00Z',
      '2026-03-08T08:00:00.001Z',
      '2026-03-08T03:00:01-05:00',
    ],
  ],
  'days and time duration': [
    ['PT1H', 'P1D', 'PT36H', 'P30D'],
    ['-P1D', 'PT0S', 'PT0.001S', 'PT1M'],
  ],
}

const STEPS = [1, 1, 0.1, 0.01, 5, 0.25] as const
const TEXTS = ['gold', 'silver', 'a, b', 'say "no"', '', 'null', 'élan', '[1..2]'] as const

function numberFact(dice: Dice) {
  const step = dice.chance(55) ? dice.pick(STEPS) : undefined
  const unit = step ?? dice.pick([1, 0.5, 1e-7, 1000])
  const from = dice.int(-2, 2)
  let k = from
  const literals = [0, 1, 2, 3].map(() => {
    k += dice.int(1, 2)
    return Number((k * unit).toPrecision(12))
  })
  // A bound that no value of the grid lies on.
  if (step === 1 && dice.chance(25)) literals[1]! += 0.5
  return { step, literals: literals.map(String) }
}

/** Bounds of the domain in the ways a policy writes them. */
function allowed(dice: Dice, literals: readonly string[]): { text?: string; listed: boolean } {
  const [a, b, c, d] = literals as [string, string, string, string]
  switch (dice.int(0, 5)) {
    case 0:
      return { text: [a, b, d].join(', '), listed: true }
    case 1:
      return { text: `[${a}..${d}]`, listed: false }
    case 2:
      return { text: `[${a}..${b}], [${c}..${d}]`, listed: false }
    case 3:
      return { text: `>= ${a}`, listed: false }
    default:
      return { listed: false }
  }
}

export function randomFact(dice: Dice, id: string): RandomFact {
  const type: FactType = dice.chance(12) ? 'boolean' : dice.pick(FACT_TYPES)
  const words = (text: string) => (dice.chance(50) ? { ask: text } : {})
  const source = dice.pick(['record', 'record', 'clock', 'customer', 'agent', 'team'] as const)
  const fact: Fact = {
    type,
    source,
    ...(dice.chance(25) ? { mayBeUnknown: true } : {}),
    ...(source === 'team' ? { team: 'Warehouse' } : {}),
    ...words(`What about ${id}?`),
    ...(dice.chance(20) ? { title: `The ${id}`, guidance: `How to see ${id}` } : {}),
    ...(dice.chance(10) ? { private: true } : {}),
  }
  if (type === 'boolean') {
    if (dice.chance(45)) {
      const { mayBeUnknown: _, team: __, ...rest } = fact
      return {
        id,
        fact: { ...rest, source: 'customer', volunteered: true },
        literals: ['true', 'false'],
        listed: true,
        open: false,
      }
    }
    return { id, fact, literals: ['true', 'false'], listed: true, open: false }
  }
  if (type === 'string') {
    const literals = dice
      .shuffle(TEXTS)
      .slice(0, dice.int(2, 3))
      .map(text => JSON.stringify(text))
    const open = dice.chance(40)
    if (open) return { id, fact, literals, listed: true, open }
    return { id, fact: { ...fact, allowedValues: literals.join(', ') }, literals, listed: true, open }
  }
  const { step, literals } =
    type === 'number'
      ? numberFact(dice)
      : { step: undefined, literals: quoted(CONSTRUCTOR[type], dice, dice.pick(LITERALS[type])) }
  const { text, listed } = allowed(dice, literals)
  return {
    id,
    fact: {
      ...fact,
      ...(text === undefined ? {} : { allowedValues: text }),
      ...(step === undefined ? {} : { step }),
    },
    literals: listed ? [literals[0]!, literals[1]!, literals[3]!] : literals,
    listed,
    open: false,
  }
}

const CONSTRUCTOR = {
  date: 'date',
  time: 'time',
  'date and time': 'date and time',
  'days and time duration': 'duration',
} as const
