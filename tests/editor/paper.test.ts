import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawChart } from '@/app/_editor/paper/chart-drawing'
import { cuts, scaleFor } from '@/app/_editor/paper/cuts'
import { headline } from '@/app/_editor/paper/edition'
import { hasLetters } from '@/app/_editor/paper/fonts'
import type { Measure } from '@/app/_editor/paper/measure'
import { clamp, wrap } from '@/app/_editor/paper/wrap'
import type { Policy } from '@/compiler/language/policy'
import { smallPolicy } from './small-policy'

/** Every letter is as wide as half of its size. */
const measure: Measure = (text, { size }) => ([...text].length * size) / 2
const type = { size: 10 } as const

describe('words in lines', () => {
  it('break between words, and within one that is wider than the line', () => {
    expect(wrap('one two three', 40, type, measure)).toEqual(['one two', 'three'])
    expect(wrap('a extraordinarily long', 40, type, measure)).toEqual(['a', 'extraord', 'inarily', 'long'])
    expect(wrap('one\n\ntwo', 40, type, measure)).toEqual(['one', '', 'two'])
  })
  it('lose no letter, and are no wider than they may be', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 5, max: 80 }), (text, width) => {
        const lines = wrap(text, width, type, measure)
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        for (const line of lines) expect(measure(line, type) <= width || [...line].length === 1).toBe(true)
      }),
    )
  })
  it('say by an ellipsis that there are more', () => {
    expect(clamp(['one', 'two'], 2, 40, type, measure)).toEqual(['one', 'two'])
    expect(clamp(['one', 'two four', 'three'], 2, 40, type, measure)).toEqual(['one', 'two fou…'])
  })
})

describe('pages of a chart', () => {
  it('end between cards where they can', () => {
    const cards = [0, 300, 600, 900].map(from => ({ from, to: from + 220 }))
    expect(cuts(0, 1120, 1200, cards)).toEqual([1120])
    expect(cuts(0, 1120, 700, cards)).toEqual([596, 1120])
  })
  it('cover all of it, none of them longer than a page', () => {
    const stretch = fc.tuple(fc.nat(3000), fc.nat(400)).map(([from, more]) => ({ from, to: from + more }))
    fc.assert(
      fc.property(
        fc.array(stretch),
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 100, max: 900 }),
        (cards, to, most) => {
          const ends = [0, ...cuts(0, to, most, cards)]
          expect(ends.at(-1)).toBe(to)
          for (let i = 1; i < ends.length; i++) {
            expect(ends[i]! - ends[i - 1]!).toBeLessThanOrEqual(most)
            expect(ends[i]).toBeGreaterThan(ends[i - 1]!)
          }
        },
      ),
    )
  })
  it('are as few as let it be read', () => {
    const page = { width: 900, height: 600 }
    expect(scaleFor({ width: 450, height: 300 }, page, 0.5)).toBe(1)
    expect(scaleFor({ width: 1500, height: 300 }, page, 0.5)).toBeCloseTo(0.6)
    expect(scaleFor({ width: 2400, height: 1000 }, page, 0.5)).toBeCloseTo(0.558)
  })
})

describe('a font in a picture', () => {
  it('is taken in the parts that have its letters', () => {
    expect(hasLetters('U+0-FF, U+131, U+152-153', 'Refund')).toBe(true)
    expect(hasLetters('U+400-45F, U+4??', 'Refund')).toBe(false)
    expect(hasLetters('U+4??', 'Возврат')).toBe(true)
    expect(hasLetters('', 'Refund')).toBe(true)
  })
})

describe('a chart on paper', () => {
  const places = (document: Pick<Policy, 'chart'>) =>
    new Map(document.chart.nodes.map(node => [node.id, node.position ?? { x: 0, y: 0 }]))

  it('has a card for every step, with all of its words, and a line for every line', () => {
    const seed = fileURLToPath(new URL('../../server/seed/shipping-promises.json', import.meta.url))
    const policy: Policy = JSON.parse(readFileSync(seed, 'utf8'))
    const drawing = drawChart(policy, policy.handbook, places(policy), measure)
    expect(drawing.cards.map(({ node }) => node.id).sort()).toEqual(
      policy.chart.nodes.map(({ id }) => id).sort(),
    )
    expect(drawing.lines.map(({ id }) => id).sort()).toEqual(policy.chart.edges.map(({ id }) => id).sort())
    expect(drawing.bands.map(({ name }) => name)).toEqual([
      'T1 Front line',
      'T2 Senior desk',
      'T3 Duty manager',
    ])
    for (const { node, rows, words, width, height } of drawing.cards) {
      const answers = policy.chart.edges.filter(edge => node.kind === 'question' && edge.from === node.id)
      expect(rows.map(({ edge }) => edge).sort()).toEqual(answers.map(({ id }) => id).sort())
      for (const { x, y, text, ...type } of words) {
        expect(x + measure(text, type), text).toBeLessThanOrEqual(width)
        expect(y, text).toBeLessThan(height)
      }
    }
  })

  it('says of an answer that is missing that it is', () => {
    const document = smallPolicy()
    document.chart.edges = document.chart.edges.filter(({ id }) => id !== 'e3')
    const { handbook } = document
    if (!('tiers' in handbook)) throw new Error('the small policy has its own handbook')
    const ask = drawChart(document, handbook, places(document), measure).cards.find(
      ({ node }) => node.id === 'ask',
    )!
    expect(ask.rows.map(({ missing }) => missing)).toEqual([false, true])
    expect(ask.words.map(({ text }) => text)).toContain('no: no answer')
  })

  it('is headed by what it is of', () => {
    const now = new Date(2026, 10, 22)
    expect(headline({ title: 'Gifts', edition: 'Version 3', file: 'gifts.v3' }, now)).toBe(
      'Gifts · Version 3 · 22 Nov 2026',
    )
  })
})
