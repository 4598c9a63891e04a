import ELK from 'elkjs/lib/elk.bundled.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { authorityWords } from '@/app/_editor/canvas/authority-words'
import { type Band, bandsOf } from '@/app/_editor/canvas/bands'
import { type Bounds, freeSpot } from '@/app/_editor/canvas/boxes'
import { type LayoutRequest, layoutChart } from '@/app/_editor/canvas/layout'
import { readingOrder } from '@/app/_editor/canvas/reading-order'
import { pathTiers } from '@/app/_editor/document/path-tiers'
import type { Handbook } from '@/compiler/language/handbook'
import { smallPolicy } from './small-policy'

const box = fc.record({
  x: fc.integer({ min: -500, max: 500 }),
  y: fc.integer({ min: -500, max: 1500 }),
  width: fc.constant(220),
  height: fc.integer({ min: 40, max: 300 }),
})

const middleOf = (at: Bounds) => at.y + at.height / 2
const holds = (band: Band | undefined, at: Bounds) =>
  band !== undefined && band.top <= middleOf(at) && middleOf(at) <= band.bottom

describe('bands', () => {
  it('stand in the order of authority and never overlap', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), box), { maxLength: 12 }), cards => {
        const bands = bandsOf(cards)
        expect(bands.map(band => band.tier)).toEqual([...new Set(cards.map(([tier]) => tier))].sort())
        bands.forEach((band, i) => {
          expect(band.top).toBeLessThanOrEqual(band.bottom)
          if (i > 0) expect(band.top).toBe(bands[i - 1]!.bottom)
        })
      }),
    )
  })

  it('hold every card of a chart that was tidied', async () => {
    const elk = new ELK()
    const node = fc.record({ band: fc.nat(2), height: fc.integer({ min: 40, max: 200 }) })
    const chart = fc.record({
      nodes: fc.array(node, { minLength: 1, maxLength: 9 }),
      ends: fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 12 }),
    })
    await fc.assert(
      fc.asyncProperty(chart, async ({ nodes, ends }) => {
        const request: LayoutRequest = {
          nodes: nodes.map((each, i) => ({ ...each, id: `n${i}`, width: 220, handles: [] })),
          edges: ends
            .filter(([from, to]) => from < to && to < nodes.length)
            .map(([from, to], i) => ({ id: `e${i}`, from: `n${from}`, handle: 'out', to: `n${to}` })),
          notes: [],
        }
        const places = await layoutChart(elk, request)
        const boxes = request.nodes.map(each => ({ ...each, ...places.get(each.id)! }))
        const bands = bandsOf(boxes.map(each => [each.band, each] as const))
        for (const each of boxes)
          expect(
            holds(
              bands.find(band => band.tier === each.band),
              each,
            ),
          ).toBe(true)
        for (const a of boxes)
          for (const b of boxes)
            if (a !== b)
              expect(
                a.x >= b.x + b.width ||
                  b.x >= a.x + a.width ||
                  a.y >= b.y + b.height ||
                  b.y >= a.y + a.height,
              ).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})

it('a free spot hides no card', () => {
  fc.assert(
    fc.property(box, fc.array(box, { maxLength: 8 }), (wanted, others) => {
      const at = { ...wanted, ...freeSpot(wanted, others) }
      for (const other of others)
        expect(
          at.x >= other.x + other.width ||
            other.x >= at.x + at.width ||
            at.y >= other.y + other.height ||
            other.y >= at.y + at.height,
        ).toBe(true)
    }),
  )
})

describe('the tier at a node', () => {
  it('is the first until an escalation raises it, and the least where paths meet', () => {
    const { chart, ...rest } = smallPolicy()
    const tiers = (rest.handbook as Handbook).tiers
    const raised = {
      ...rest,
      chart: { ...chart, edges: [...chart.edges, { id: 'e5', from: 'up', to: 'last' }] },
    }
    const last = { id: 'last', kind: 'close', result: 'resolved' } as const
    const alone = { id: 'alone', kind: 'close', result: 'resolved' } as const
    raised.chart.nodes = [...chart.nodes, last, alone]
    const found = pathTiers(raised, tiers)
    expect([...found].sort()).toEqual(
      [
        ['start', 0],
        ['ask', 0],
        ['give', 0],
        ['done', 0],
        ['up', 1],
        ['last', 1],
      ].sort(),
    )
    raised.chart.edges = [...raised.chart.edges, { id: 'e6', from: 'done', to: 'last' }]
    expect(pathTiers(raised, tiers).get('last')).toBe(0)
  })

  it('is found in a chart that goes in circles, too', () => {
    const policy = smallPolicy()
    policy.chart.edges.push({ id: 'e9', from: 'give', to: 'ask' })
    expect(pathTiers(policy, (policy.handbook as Handbook).tiers).get('give')).toBe(0)
  })
})

it('reading order follows the walk, and leaves no node out', () => {
  expect(readingOrder(smallPolicy()).map(node => node.id)).toEqual(['start', 'ask', 'give', 'done', 'up'])
})

it('authority is said in few words', () => {
  const handbook = smallPolicy().handbook as Handbook
  expect(authorityWords(0, handbook)).toBe('may: goodwill credit (25 or less)')
  expect(authorityWords(1, handbook)).toBe('may do anything in the handbook')
})
