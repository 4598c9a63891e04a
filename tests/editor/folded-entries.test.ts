import { expect, test } from 'vitest'
import { didWords, type Entry, folded } from '@/app/_audit/folded'

const entry = (seq: number, change: Partial<Entry> = {}): Entry => ({
  seq,
  at: '2026-11-22T09:00:00.000Z',
  by: { id: 'ada', name: 'Ada' },
  act: 'draft.saved',
  policy: 'shipping-promises',
  from: seq,
  to: seq + 1,
  previous: null,
  who: 'Ada',
  did: `saved revision ${seq + 1} of Shipping promises`,
  title: 'Shipping promises',
  details: null,
  hash: 'sha256-0',
  ...change,
})
const told = (...entries: Entry[]) => folded(entries).map(didWords)

test('saves of one policy by one person, one after the other, are told as one', () => {
  expect(told(entry(11), entry(10), entry(8))).toEqual(['saved revisions 9 to 12 of Shipping promises'])
  expect(told(entry(11))).toEqual(['saved revision 12 of Shipping promises'])
})

test.each([
  ['another person', { by: { id: 'bob', name: 'Bob' } }],
  ['another policy', { policy: 'late-parcels' }],
  ['another way', { through: 'command-line' as const }],
  ['another day', { at: '2026-11-21T09:00:00.000Z' }],
  ['another act', { act: 'version.published' }],
])('%s in between is told by itself', (_, change) => {
  expect(told(entry(11), entry(10, change), entry(9))).toHaveLength(3)
})

test('other acts are never told as one', () => {
  const published = { act: 'version.published' }
  expect(told(entry(11, published), entry(10, published))).toHaveLength(2)
})

test('nothing is lost or moved', () => {
  const entries = [entry(5), entry(4), entry(3, { policy: 'other' }), entry(2), entry(1)]
  expect(folded(entries).flat()).toEqual(entries)
})
