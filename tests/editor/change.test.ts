import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeOf, withChange } from '@/app/_editor/document/change'

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
const text = (value: unknown) => JSON.stringify(value)

/** A value, and one like it: some of it left alone, some changed, taken out, put in or moved. */
const value = fc.letrec<{ value: unknown; list: unknown[]; object: object }>(tie => ({
  value: fc.oneof(
    { depthSize: 'medium' },
    fc.constantFrom(null, true, 0, 1, 'a', 'b'),
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('value'), { maxLength: 5 }),
  object: fc.dictionary(fc.constantFrom('id', 'when', 'to', 'say', '__proto__'), tie('value'), {
    maxKeys: 4,
  }),
})).value
const edit = (at: unknown, dice: () => number): unknown => {
  if (dice() < 0.2) return dice()
  if (Array.isArray(at)) {
    const items = at.map(item => (dice() < 0.5 ? item : edit(item, dice)))
    if (dice() < 0.4) items.splice(Math.floor(dice() * (items.length + 1)), Math.floor(dice() * 3), dice())
    return items
  }
  if (typeof at !== 'object' || at === null) return dice() < 0.5 ? at : dice()
  const entries = Object.entries(at).map(([key, item]): [string, unknown] => [
    key,
    dice() < 0.5 ? item : edit(item, dice),
  ])
  if (dice() < 0.3) entries.pop()
  if (dice() < 0.3) entries.unshift(['first', dice()])
  if (dice() < 0.3) entries.push(['last', dice()])
  return Object.fromEntries(entries)
}
const pair = fc
  .tuple(value, fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })))
  .map(([before, stream]) => [before, edit(before, () => stream.next().value)] as const)

describe(`a change, seed ${seed}`, () => {
  test('leads from one value to the other, to the order of its keys, also as a message', () => {
    fc.assert(
      fc.property(fc.oneof(pair, fc.tuple(value, value)), ([before, after]) => {
        const was = text(before)
        const change = structuredClone(changeOf(before, after))
        expect(text(withChange(before, change))).toBe(text(after))
        expect(text(before)).toBe(was)
      }),
      { seed, numRuns: 3000 },
    )
  })

  test('is none between copies, and what it leaves alone stays the same object', () => {
    const before = {
      chart: { edges: Array.from({ length: 100 }, (_, i) => ({ id: `e${i}` })) },
      facts: { a: {} },
    }
    expect(changeOf(before, structuredClone(before))).toBeNull()
    const after = structuredClone(before)
    after.chart.edges.splice(40, 1, { id: 'new' }, { id: 'newer' })
    const change = changeOf(before, after)
    expect(text(change).length).toBeLessThan(150)
    const next = withChange(before, change) as typeof before
    expect(next).toEqual(after)
    expect(next.facts).toBe(before.facts)
    expect(next.chart.edges[39]).toBe(before.chart.edges[39])
    expect(next.chart.edges[42]).toBe(before.chart.edges[41])
  })
})
