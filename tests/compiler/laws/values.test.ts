import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson } from '@/compiler/runtime/canonical-json'
import {
  FACT_TYPES,
  type FactType,
  MAX_DATE,
  MIN_DATE,
  type Point,
  toJson,
  toPoint,
} from '@/compiler/runtime/values'
import { announce, law } from './run'

beforeAll(announce)

const DAY = 86_400_000
const MOST = Number.MAX_SAFE_INTEGER

const POINTS: Record<FactType, fc.Arbitrary<Point>> = {
  boolean: fc.boolean(),
  string: fc.string({ unit: 'binary' }),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }).map(n => n + 0),
  date: fc.integer({ min: MIN_DATE, max: MAX_DATE }),
  time: fc.integer({ min: 0, max: 86_399 }),
  'date and time': fc.integer({ min: MIN_DATE * DAY, max: (MAX_DATE + 1) * DAY - 1 }),
  'days and time duration': fc.oneof(
    fc.integer({ min: -MOST, max: MOST }),
    fc.integer({ min: -2 * DAY, max: 2 * DAY }),
  ),
}

describe('values', () => {
  for (const type of FACT_TYPES)
    it(`of a ${type} are the same after writing and reading`, () => {
      law(
        [POINTS[type]],
        point => {
          const json = toJson(type, point)
          expect(toPoint(type, json)).toBe(point)
          expect(toJson(type, toPoint(type, JSON.parse(JSON.stringify(json)))!)).toBe(json)
        },
        10,
      )
    })

  it('agree with the platform on every instant and its offset', () => {
    const offset = fc.tuple(
      fc.constantFrom('+', '-'),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 59 }),
    )
    law(
      [POINTS['date and time'], offset],
      (point, [sign, hours, minutes]) => {
        const shift = (sign === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000
        const local = new Date((point as number) + shift)
        if (local.getUTCFullYear() < 1 || local.getUTCFullYear() > 9999) return
        const two = (n: number) => String(n).padStart(2, '0')
        const text = local.toISOString().replace('Z', `${sign}${two(hours)}:${two(minutes)}`)
        expect(toPoint('date and time', text)).toBe(point)
        expect(Date.parse(toJson('date and time', point) as string)).toBe(point)
      },
      10,
    )
  })

  it('that are none of the type are refused', () => {
    law(
      [fc.anything(), fc.constantFrom(...FACT_TYPES)],
      (value, type) => {
        const point = toPoint(type, value)
        if (point !== undefined) expect(toPoint(type, toJson(type, point))).toBe(point)
      },
      10,
    )
    const none: [FactType, unknown][] = [
      ['number', '10'],
      ['number', Number.NaN],
      ['number', Infinity],
      ['boolean', 'true'],
      ['boolean', 0],
      ['string', null],
      ['date', '2026-02-29'],
      ['date', '2026-13-01'],
      ['date', '0000-01-01'],
      ['date', '2026-1-1'],
      ['date', '2026-01-01T00:00:00Z'],
      ['time', '24:00:00'],
      ['time', '15:00'],
      ['time', '23:59:60'],
      ['date and time', '2026-01-01T09:00:00'],
      ['date and time', '2026-01-01 09:00:00Z'],
      ['days and time duration', 'P'],
      ['days and time duration', 'PT'],
      ['days and time duration', 'P1M'],
      ['days and time duration', 'P1DT'],
    ]
    for (const [type, value] of none) expect(toPoint(type, value), `${type} ${value}`).toBeUndefined()
  })
})

describe('canonical JSON', () => {
  it('is what the package canonicalize makes of it, whatever the order of keys', () => {
    const text = fc.string({ unit: 'binary' })
    law(
      [
        fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }),
        fc.dictionary(text, fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }))),
      ],
      (value, object) => {
        for (const one of [value, object, [object, value]]) {
          expect(canonicalJson(one)).toBe(canonicalize(one))
          expect(canonicalJson(JSON.parse(canonicalJson(one)))).toBe(canonicalJson(one))
        }
        const reversed = Object.fromEntries(Object.entries(object).reverse())
        expect(canonicalJson(reversed)).toBe(canonicalJson(object))
      },
      10,
    )
  })

  it('refuses what JSON cannot say', () => {
    for (const value of [Number.NaN, Infinity, '\ud800', { '\udc00': 1 }])
      expect(() => canonicalJson(value)).toThrow()
  })
})
