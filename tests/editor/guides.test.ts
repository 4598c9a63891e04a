import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aligned, distributed } from '@/app/_editor/canvas/arrange'
import type { Bounds } from '@/app/_editor/canvas/boxes'
import { guidesOf, snapTo } from '@/app/_editor/canvas/guides'

const box = fc.record({
  x: fc.integer({ min: -400, max: 400 }),
  y: fc.integer({ min: -400, max: 400 }),
  width: fc.integer({ min: 40, max: 240 }),
  height: fc.integer({ min: 30, max: 200 }),
})
const boxes = fc
  .array(box, { minLength: 3, maxLength: 7 })
  .map(all => new Map(all.map((each, i) => [`n${i}`, each] as const)))

const later = (before: ReadonlyMap<string, Bounds>, places: ReturnType<typeof aligned>) =>
  [...before].map(([id, each]) => ({ ...each, ...places.get(id)! }))
const overlap = (a: Bounds, b: Bounds) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

describe('a card that is dragged', () => {
  it('is pulled no further than the reach, and then stands in line with what its guides show', () => {
    fc.assert(
      fc.property(
        box,
        fc.array(box, { maxLength: 5 }),
        fc.integer({ min: 1, max: 20 }),
        (card, others, reach) => {
          const { by, guides } = snapTo(card, others, reach)
          expect(Math.max(Math.abs(by.x), Math.abs(by.y))).toBeLessThanOrEqual(reach + 0.5)
          expect(guides).toEqual(guidesOf({ ...card, x: card.x + by.x, y: card.y + by.y }, others))
          if (by.x !== 0) expect(guides.some(guide => guide.is === 'upright')).toBe(true)
          if (by.y !== 0) expect(guides.some(guide => guide.is === 'level')).toBe(true)
        },
      ),
    )
  })

  it('is pulled to the nearest edge or middle', () => {
    const still = { x: 100, y: 100, width: 200, height: 80 }
    const card = { x: 104, y: 300, width: 60, height: 38 }
    expect(snapTo(card, [still], 6)).toEqual({
      by: { x: -4, y: 0 },
      guides: [{ is: 'upright', at: 100, from: 100, to: 338 }],
    })
    // In line with a card of its own size it is three times over: the middle says it.
    expect(guidesOf({ ...still, y: 300 }, [still])).toEqual([{ is: 'upright', at: 200, from: 100, to: 380 }])
    // Its middle is 3 away from the other's, its edge 137.
    expect(snapTo({ ...card, x: 173 }, [still], 6).by).toEqual({ x: -3, y: 0 })
  })
})

describe('cards that are brought in line', () => {
  it('share the line, keep their order along it, and lie over none of the others', () => {
    fc.assert(
      fc.property(boxes, fc.constantFrom('left', 'centre', 'right'), (before, line) => {
        const share = { left: 0, centre: 0.5, right: 1 }[line]
        const after = later(before, aligned(before, line))
        expect(new Set(after.map(each => Math.round(each.x + share * each.width))).size).toBe(1)
        after.forEach((a, i) => {
          for (const b of after.slice(i + 1)) expect(overlap(a, b)).toBe(false)
        })
      }),
    )
  })

  it('stand evenly apart, the first where it was', () => {
    fc.assert(
      fc.property(boxes, before => {
        const after = later(before, distributed(before, 'x')).toSorted((a, b) => a.x - b.x || a.y - b.y)
        expect(after[0]!.x).toBe(Math.min(...[...before.values()].map(each => each.x)))
        const gaps = after.slice(1).map((each, i) => each.x - (after[i]!.x + after[i]!.width))
        for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0]!, 6)
      }),
    )
  })
})
