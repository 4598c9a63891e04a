import { describe, expect, it } from 'vitest'
import { BUDGET } from '@/compiler/2-checks/cases'
import { ROW_LIMIT } from '@/compiler/4-table/table'
import { COMPARE_LIMIT } from '@/compiler/compare/differences'
import { MOST_LISTED } from '@/compiler/compare/joint-domain'
import { REGION_LIMIT } from '@/compiler/compare/regions'
import { gridOf } from '@/compiler/runtime/grid'
import { toJson } from '@/compiler/runtime/values'
import { check } from './checked'

/** What is refused beyond them is published or compared up to them: a lower one takes something away from somebody. */
it('the limits are what people have been told', () => {
  expect({ BUDGET, ROW_LIMIT, COMPARE_LIMIT, REGION_LIMIT, MOST_LISTED }).toEqual({
    BUDGET: 400_000,
    ROW_LIMIT: 200_000,
    COMPARE_LIMIT: 4_000_000,
    REGION_LIMIT: 20_000,
    MOST_LISTED: 1000,
  })
})

it('moments and days run from the first day of the first year to the last of the last', () => {
  const ends = (['date', 'date and time', 'time'] as const).map(type => {
    const { min, max } = gridOf(type)!
    return [toJson(type, min), toJson(type, max)]
  })
  expect(ends).toEqual([
    ['0001-01-01', '9999-12-31'],
    ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z'],
    ['00:00:00', '23:59:59'],
  ])
})

describe('of what is wrong with one document', () => {
  const many = Array.from({ length: 150 }, (_, i) => i)
  it('a hundred are told at most: fields that are unknown', () => {
    expect(check(Object.fromEntries(many.map(i => [`field_${i}`, 1]))).findings).toHaveLength(100)
  })
  it('a hundred are told at most: texts that no artifact could hold', () => {
    expect(check(many.map(() => '\ud800')).findings).toHaveLength(100)
  })
})
