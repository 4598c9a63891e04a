import fc from 'fast-check'
import type { Test, TestItem } from '@/compiler/language/tests/test'
import type { FactType, Point } from '@/compiler/runtime/values'

const at = { start: 0, end: 0 }
const POINTS: Record<FactType, fc.Arbitrary<Point>> = {
  boolean: fc.boolean(),
  string: fc.string({ unit: 'grapheme' }),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }).map(n => n + 0),
  date: fc.integer({ min: -719_162, max: 2_932_896 }),
  time: fc.integer({ min: 0, max: 86_399 }),
  'date and time': fc.integer({ min: 0, max: 4_000_000_000_000 }),
  'days and time duration': fc.integer({ min: -1e15, max: 1e15 }),
}

export const aPoint = (type: FactType) => POINTS[type]

const item = (type: FactType): fc.Arbitrary<TestItem> => {
  const point = POINTS[type]
  const value = fc.record({ at: fc.constant(at), is: fc.constant('value' as const), value: point })
  if (type === 'boolean' || type === 'string') return value
  return fc.oneof(
    value,
    fc.record({
      at: fc.constant(at),
      is: fc.constant('compare' as const),
      op: fc.constantFrom('<', '<=', '>', '>='),
      value: point,
    }),
    fc.record({
      at: fc.constant(at),
      is: fc.constant('interval' as const),
      low: point,
      lowOpen: fc.boolean(),
      high: point,
      highOpen: fc.boolean(),
    }),
  )
}

const nobodyKnows: TestItem = { at, is: 'value', value: null }
/** Any test over values of a type, as it could be written. */
export const aTest = (type: FactType): fc.Arbitrary<Test> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant({ is: 'any' } as Test) },
    {
      weight: 9,
      arbitrary: fc
        .record({
          not: fc.boolean(),
          items: fc.array(item(type), { minLength: 1, maxLength: 4 }),
          unknown: fc.boolean(),
        })
        .map(({ not, items, unknown }) => ({
          is: 'list' as const,
          not,
          items: unknown ? [...items, nobodyKnows] : items,
        })),
    },
  )
