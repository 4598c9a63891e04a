import { describe, expect, it } from 'vitest'
import { jointDomain, MOST_LISTED, within } from '@/compiler/compare/joint-domain'
import { type Domain, domainOf } from '@/compiler/language/tests/domain'
import { parseTest } from '@/compiler/language/tests/parse'
import { gridOf } from '@/compiler/runtime/grid'

function numbers(allowed: string | undefined, step?: number, mayBeUnknown = false): Domain {
  const parsed = allowed === undefined ? undefined : parseTest(allowed, 'number')
  if (parsed && !parsed.ok) throw new Error(parsed.problem.message)
  return domainOf({ type: 'number', mayBeUnknown, ...(step !== undefined && { step }) }, parsed?.test)
}
const rangesOf = ({ all }: Pick<Domain, 'all'>) => (all.of === 'grid' ? all.ranges : [])

describe('what a number may be in either of two versions', () => {
  it('is what it may be in one of them, where both have the same steps', () => {
    for (const step of [undefined, 0.5]) {
      const { domain, whole, cuts } = jointDomain(numbers('[0..2]', step), numbers('[1..3]', step))
      expect({ ranges: rangesOf(domain), whole, cuts, step: domain.step }).toEqual({
        ranges: [[0, 3]],
        whole: true,
        cuts: [],
        step,
      })
    }
  })

  it('is listed where their steps are not the same, as long as it can be', () => {
    const { domain, whole, cuts } = jointDomain(numbers('[0..1]', 0.5), numbers('[0..1]', 0.25))
    expect({ whole, step: domain.step }).toEqual({ whole: true, step: undefined })
    expect(rangesOf(domain)).toEqual([0, 0.25, 0.5, 0.75, 1].map(n => [n, n]))
    expect(cuts.map(all => rangesOf({ all }))).toEqual([
      [0, 0.5, 1].map(n => [n, n]),
      [0, 0.25, 0.5, 0.75, 1].map(n => [n, n]),
    ])
    const free = jointDomain(numbers('[0..1]', 0.5), numbers('[2..3]'))
    expect([rangesOf(free.domain), free.whole]).toEqual([
      [
        [0, 0],
        [0.5, 0.5],
        [1, 1],
        [2, 3],
      ],
      true,
    ])
  })

  it('is of the steps of both beyond that', () => {
    const most = (count: number) => jointDomain(numbers(`[1..${count}]`, 1), numbers('[0..1]', 0.5)).whole
    expect([most(MOST_LISTED), most(MOST_LISTED + 1)]).toEqual([true, false])
    const steps = (a?: number, b?: number) => {
      const { domain, whole, cuts } = jointDomain(numbers('>= 0', a), numbers('>= 0', b))
      return [whole, domain.step, rangesOf(domain)[0]?.[0], cuts]
    }
    expect(steps(0.5, 0.2)).toEqual([false, 1, 0, []])
    expect(steps(0.2, 0.5)).toEqual([false, 1, 0, []])
    expect(steps(0.25, 0.1)).toEqual([false, 0.5, 0, []])
    expect(steps(6, 4)).toEqual([false, 12, 0, []])
    expect(steps(100, 0.01)).toEqual([false, 100, 0, []])
    expect(steps(1e-7, 3e-7)).toEqual([false, 3e-7, 0, []])
    expect(steps(0.5)).toEqual([false, 0.5, 0, []])
    expect(steps(undefined, 0.5)).toEqual([false, 0.5, 0, []])
    const some = jointDomain(numbers('[0.3..1.9]'), numbers('>= 5', 0.5))
    expect(rangesOf(some.domain)).toEqual([
      [0.5, 1.5],
      [5, gridOf('number', 0.5)!.max],
    ])
  })

  it('may be unknown where it may be in one of them', () => {
    for (const [a, b] of [
      [true, false],
      [false, true],
      [true, true],
      [false, false],
    ] as const)
      for (const [one, other] of [
        [1, 1],
        [0.5, 0.25],
        [undefined, 3],
      ])
        for (const bounds of ['[0..3]', '>= 0'])
          expect(jointDomain(numbers(bounds, one, a), numbers(bounds, other, b)).domain.all.null).toBe(a || b)
  })

  it('lists a domain that is written as a list, however long it is', () => {
    const list = Array.from({ length: MOST_LISTED + 5 }, (_, i) => 2 * i).join(', ')
    const { whole, domain } = jointDomain(numbers(list, 2), numbers('[0..1]', 0.5))
    expect([whole, rangesOf(domain).length]).toEqual([false, 1])
    const apart = Array.from({ length: MOST_LISTED + 5 }, (_, i) => 4 * i).join(', ')
    const listed = jointDomain(numbers(apart, 2), numbers('[0..1]', 0.5))
    expect([listed.whole, rangesOf(listed.domain).length]).toEqual([true, MOST_LISTED + 7])
  })
})

it('what of a range is on a grid', () => {
  const halves = gridOf('number', 0.5)!
  expect(within([0.3, 1.9], halves)).toEqual([0.5, 1.5])
  expect(within([0.5, 1.5], halves)).toEqual([0.5, 1.5])
  expect(within([0.6, 0.9], halves)).toEqual([1, 0.5])
})
