import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differencesOf } from '@/app/_compare/charts/differences'
import {
  centred,
  fitted,
  framed,
  kept,
  MOST,
  panned,
  sameView,
  showing,
  type View,
  zoomed,
} from '@/app/_compare/charts/viewport'
import type { Bounds } from '@/app/_editor/canvas/boxes'
import { chartTold } from '@/compiler/compare/told/chart'
import { parcels, VERSIONS } from '../../compiler/compare/told/versions'

const length = (most: number) => fc.integer({ min: 40, max: most })
const bounds = fc.record({
  x: fc.integer({ min: -900, max: 900 }),
  y: fc.integer({ min: -900, max: 900 }),
  width: length(9000),
  height: length(6000),
})
const pane = fc.record({ width: length(1200), height: length(900) })
const part = fc.double({ min: 0, max: 1, noNaN: true })
const view = fc.record({
  x: fc.integer({ min: -9999, max: 9999 }),
  y: fc.integer({ min: -9999, max: 9999 }),
  scale: fc.double({ min: 0.01, max: 9, noNaN: true }),
})

/** A box somewhere in the chart. */
const boxIn = ({ x, y, width, height }: Bounds, [a, b, c, d]: number[]): Bounds => ({
  x: x + a! * width * 0.9,
  y: y + b! * height * 0.9,
  width: Math.max(1, c! * width * 0.1),
  height: Math.max(1, d! * height * 0.1),
})

const seen = ({ x, y, scale }: View, { width, height }: { width: number; height: number }) => ({
  x,
  y,
  width: width / scale,
  height: height / scale,
})
const inside = (box: Bounds, other: Bounds) =>
  box.x >= other.x - 0.01 &&
  box.y >= other.y - 0.01 &&
  box.x + box.width <= other.x + other.width + 0.01 &&
  box.y + box.height <= other.y + other.height + 0.01

describe('one view of two charts', () => {
  it('fits all of them', () => {
    fc.assert(
      fc.property(bounds, pane, (bounds, pane) => {
        const view = fitted(bounds, pane)
        expect(inside(bounds, seen(view, pane))).toBe(true)
        expect(view.scale).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('shows chart wherever one goes, and stays within its scales', () => {
    fc.assert(
      fc.property(bounds, pane, view, part, part, (bounds, pane, from, p, q) => {
        const least = fitted(bounds, pane).scale
        const at = { x: p * pane.width, y: q * pane.height }
        for (const view of [
          kept(from, bounds, pane),
          panned(from, { x: 1000 * (p - 0.5), y: 1000 * (q - 0.5) }, bounds, pane),
          zoomed(from, 0.2 + 3 * p, at, bounds, pane),
        ]) {
          expect(view.scale).toBeGreaterThanOrEqual(least - 1e-9)
          expect(view.scale).toBeLessThanOrEqual(MOST)
          const { x, y, width, height } = seen(view, pane)
          for (const [from, length, begins, whole] of [
            [x, width, bounds.x, bounds.width],
            [y, height, bounds.y, bounds.height],
          ] as const) {
            // Either all of it is seen, or no empty edge is.
            const all = from <= begins + 0.01 && from + length >= begins + whole - 0.01
            const full = from >= begins - 0.01 && from + length <= begins + whole + 0.01
            expect(all || full).toBe(true)
          }
        }
      }),
    )
  })

  it('zooms around the point that is pointed at', () => {
    const bounds = { x: 0, y: 0, width: 4000, height: 3000 }
    const pane = { width: 600, height: 400 }
    const before = { x: 1500, y: 1000, scale: 1 }
    const after = zoomed(before, 1.5, { x: 150, y: 100 }, bounds, pane)
    expect(after.scale).toBe(1.5)
    expect(after.x + 150 / 1.5).toBeCloseTo(1650)
    expect(after.y + 100 / 1.5).toBeCloseTo(1100)
  })

  it('brings a box into sight, and moves no more than it must', () => {
    fc.assert(
      fc.property(
        bounds,
        pane,
        view,
        fc.array(part, { minLength: 4, maxLength: 4 }),
        (bounds, pane, from, parts) => {
          const box = boxIn(bounds, parts)
          const start = kept(from, bounds, pane)
          const shown = showing(start, box, bounds, pane)
          const sight = seen(shown, pane)
          if (box.width <= sight.width - 60 / shown.scale && box.height <= sight.height - 60 / shown.scale)
            expect(inside(box, sight)).toBe(true)
          expect(sameView(showing(shown, box, bounds, pane), shown)).toBe(true)
          for (const view of [centred(start, box, bounds, pane), framed(box, bounds, pane)])
            expect(inside(box, seen(view, pane))).toBe(true)
        },
      ),
    )
  })
})

describe('what differs between two charts', () => {
  it('is gone through once each: what decides first, what only moved last', () => {
    const [old, next] = [parcels(), parcels()]
    VERSIONS['a-step-put-in-and-one-taken-out']!(next)
    VERSIONS['nothing-but-places']!(next)
    const told = differencesOf(chartTold(old, next), id => id)
    expect(told.map(({ is, node }) => `${is} ${node}`)).toEqual([
      'changed when',
      'changed give',
      'added more',
      'removed next-day',
      'moved gift',
      'moved done',
    ])
    expect(told[1]!.says).toEqual(['The way leads to “Upgrade to next day” instead of “Resolved”.'])
    expect(new Set(told.map(({ key }) => key)).size).toBe(told.length)
  })
  it('is nothing where nothing does', () => {
    expect(differencesOf(chartTold(parcels(), parcels()), id => id)).toEqual([])
  })
})
