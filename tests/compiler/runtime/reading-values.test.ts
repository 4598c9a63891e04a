import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { gridOf, stepGrid } from '@/compiler/runtime/grid'
import { type FactType, toJson, toPoint } from '@/compiler/runtime/values'
import { type Dice, dice } from '../generators/dice'
import { announce, law } from '../laws/run'
import { PLAIN_READERS } from './plain-values'

beforeAll(announce)

type Written = keyof typeof PLAIN_READERS
const TYPES = Object.keys(PLAIN_READERS) as Written[]
const RANGES: Record<Written, [number, number]> = {
  date: [-719_162, 2_932_896],
  time: [0, 86_399],
  'date and time': [-719_162 * 86_400_000, 2_932_897 * 86_400_000 - 1],
  'days and time duration': [-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
}

/** Texts that are nearly of a type: put together from its pieces, or right and then spoilt. */
function text(at: Dice, type: Written): string {
  const digits = (count: number) => String(at.int(0, 10 ** count - 1)).padStart(count, '0')
  const date = () =>
    `${at.pick([digits(4), '2024', '1900', '2000', '0000', '0001', '9999'])}-${at.chance(80) ? String(at.int(0, 13)).padStart(2, '0') : digits(2)}-${at.chance(90) ? String(at.int(0, 32)).padStart(2, '0') : digits(2)}`
  const time = () =>
    [at.int(0, 25), at.int(0, 61), at.int(0, 61)].map(n => String(n).padStart(2, '0')).join(':')
  const made = {
    date,
    time,
    'date and time': () =>
      `${date()}T${time()}${at.pick(['', `.${digits(at.int(1, 4))}`])}${at.pick(['Z', '', `${at.pick(['+', '-'])}${String(at.int(0, 15)).padStart(2, '0')}:${digits(2)}`])}`,
    'days and time duration': () =>
      `${at.pick(['', '-', '+'])}P${at.pick(['', `${digits(at.int(1, 13))}D`])}${at.pick(['', 'T'])}${at.pick(['', `${digits(at.int(1, 13))}H`])}${at.pick(['', `${digits(at.int(1, 3))}M`])}${at.pick(['', `${digits(at.int(1, 13))}${at.pick(['', '.5', '.1234', '.'])}S`])}`,
  }
  const right = at.chance(60)
    ? made[type]()
    : String(
        toJson(
          type,
          Math.min(
            RANGES[type][1],
            Math.max(
              RANGES[type][0],
              Math.floor(
                RANGES[type][0] + (at.int(0, 2 ** 30) / 2 ** 30) * (RANGES[type][1] - RANGES[type][0]),
              ),
            ),
          ),
        ),
      )
  if (at.chance(60)) return right
  const place = at.int(0, right.length)
  const put = at.pick([
    '',
    '0',
    '9',
    '-',
    ':',
    'T',
    'P',
    'D',
    'S',
    'Z',
    '.',
    ' ',
    '\n',
    '٣',
    'é',
    '/',
    ';',
    'z',
    't',
  ])
  return right.slice(0, place) + put + right.slice(place + at.int(0, 1))
}

it('dates, times and durations are read as regular expressions would', () => {
  let read = 0
  law(
    [dice()],
    at => {
      for (const type of TYPES) {
        const written = text(at, type)
        const point = toPoint(type, written)
        if (point !== undefined) read++
        expect(point, `${type} ${JSON.stringify(written)}`).toBe(PLAIN_READERS[type](written))
      }
    },
    200,
  )
  expect(read).toBeGreaterThan(0)
})

it('every day of four centuries is read, and no day besides', () => {
  const wrong: string[] = []
  for (let year = 1600; year < 2001; year++)
    for (let month = 0; month < 14; month++)
      for (const day of [0, 1, 27, 28, 29, 30, 31, 32]) {
        const written = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
        if (toPoint('date', written) !== PLAIN_READERS.date(written)) wrong.push(written)
      }
  expect(wrong).toEqual([])
})

it('a value is on the steps of its fact exactly where it is the greatest step that is not above it', () => {
  law(
    [
      fc.oneof(
        fc.constantFrom(1, 0.1, 0.01, 0.25, 5, 1e-7, 1e21, 3e-25, 5e-324, 7e300, 123456.789, 1e15),
        fc.double({ min: 5e-324, max: 1e300, noNaN: true }).filter(step => gridOf('number', step)!.max > 0),
      ),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.integer({ min: -2, max: 2 }),
    ],
    (step, any, k, off) => {
      const grid = stepGrid(step)
      let near = grid.floor(k * step)
      for (let i = 0; i < Math.abs(off); i++) near = off < 0 ? grid.previous(near) : grid.next(near)
      for (const x of [any, near, near * (1 + 2 ** -52), near * (1 - 2 ** -53), grid.max, grid.min])
        if (Number.isFinite(x)) expect(grid.has(x), `${x} in steps of ${step}`).toBe(grid.floor(x) === x)
      if (Number.isFinite(near)) expect(grid.has(near)).toBe(true)
    },
    20,
  )
})

it('the doubles of a step are the nearest to its multiples', () => {
  law(
    [fc.constantFrom(0.1, 0.01, 0.25, 1e-7, 0.3, 1e-22, 3e5, 1e22), fc.integer({ min: -1e8, max: 1e8 })],
    (step, k) => {
      const grid = stepGrid(step)
      const [digits, power] = step.toExponential().split('e') as [string, string]
      const written = `${BigInt(digits.replace('.', '')) * BigInt(k)}e${Number(power) - (digits.split('.')[1]?.length ?? 0)}`
      expect(grid.has(Number(written))).toBe(true)
      expect(grid.floor(Number(written))).toBe(Number(written) + 0)
    },
    20,
  )
})

it('every type without an order of its own is read by identity', () => {
  for (const type of ['boolean', 'string', 'number'] satisfies FactType[])
    for (const value of [
      true,
      false,
      0,
      -0,
      1.5,
      '',
      'x',
      '\u{1F388}',
      Number.NaN,
      Infinity,
      null,
      undefined,
      [],
      {},
    ])
      expect(toPoint(type, value)).toBe(
        typeof value === type && !Object.is(value, Number.NaN) && value !== Infinity
          ? Object.is(value, -0)
            ? 0
            : value
          : undefined,
      )
})
