import fc from 'fast-check'
import { expect, it } from 'vitest'
import { routeAround } from '@/app/_editor/canvas/route'

const card = (x: number, y: number, height = 150) => ({ x, y, width: 220, height })

/** The level that the middle stretch of a route runs along. */
const laneOf = (path: string | null) => Number(/^M\S+ C\S+ \S+ \S+,(\S+) /.exec(path ?? '')?.[1])

it('a line with nothing in its way is a plain curve', () => {
  expect(routeAround({ x: 0, y: 0 }, { x: 80, y: 400 }, [card(-100, 0)])).toBeNull()
  expect(routeAround({ x: 0, y: 0 }, { x: 400, y: 0 }, [card(80, 100)])).toBeNull()
})

it('a line leads past a card between its ends, by the shortest way', () => {
  const path = routeAround({ x: 0, y: 0 }, { x: 400, y: 200 }, [card(90, 60)])
  expect(laneOf(path)).toBe(0)
  expect(laneOf(routeAround({ x: 0, y: 100 }, { x: 400, y: 100 }, [card(90, 60)]))).toBe(48)
})

it('a route runs behind no card', () => {
  const column = fc.array(
    fc.record({ gap: fc.integer({ min: 30, max: 120 }), height: fc.integer({ min: 40, max: 260 }) }),
    {
      maxLength: 5,
    },
  )
  fc.assert(
    fc.property(column, column, fc.nat(900), fc.nat(900), (first, second, from, to) => {
      const cards = [first, second].flatMap((cards, i) => {
        let y = 0
        return cards.map(({ gap, height }) => {
          const box = card(80 + i * 300, y + gap, height)
          y += gap + height
          return box
        })
      })
      const lane = laneOf(routeAround({ x: 0, y: from }, { x: 680, y: to }, cards))
      if (Number.isNaN(lane)) return
      for (const { y, height } of cards) expect(lane > y && lane < y + height).toBe(false)
    }),
  )
})
