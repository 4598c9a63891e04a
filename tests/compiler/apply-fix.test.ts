import { expect, it } from 'vitest'
import { applyFix } from '@/compiler/language/apply-fix'

const document = Object.freeze({
  title: 'Gifts',
  zone: 'Europe/London',
  chart: Object.freeze({ nodes: Object.freeze(['a', 'b', 'c']), edges: Object.freeze([]) }),
  handbook: Object.freeze({}),
})

it('replaces, adds and takes out, in order, and leaves what it was given as it is', () => {
  const value = { id: 'new' }
  const mended = applyFix(document, {
    edits: [
      { path: ['title'], value: 'Other' },
      { path: ['zone'] },
      { path: ['chart', 'nodes', 3], value: 'd' },
      { path: ['chart', 'nodes', 2] },
      { path: ['chart', 'nodes', 0] },
      { path: ['chart', 'edges', 0], value },
      { path: ['rules'], value: [] },
    ],
  })
  expect(mended).toEqual({
    title: 'Other',
    chart: { nodes: ['b', 'd'], edges: [{ id: 'new' }] },
    handbook: {},
    rules: [],
  })
  expect(mended.handbook).toBe(document.handbook)
  // Nor does the new document change with what the fix was made of.
  value.id = 'changed'
  expect(mended.chart.edges).toEqual([{ id: 'new' }])
  expect(document.chart.nodes).toEqual(['a', 'b', 'c'])
})

it('refuses a place that is not there: the fix is one of another document', () => {
  for (const path of [
    ['chart', 'nodes', 3],
    ['chart', 'lines', 0],
    ['chart', 'nodes', -1],
    ['chart', 'nodes', 'x'],
    ['chart', 'nodes', 0, 'id'],
    ['nothing'],
  ])
    expect(() => applyFix(document, { edits: [{ path }] }), path.join('.')).toThrow(RangeError)
  expect(() => applyFix(document, { edits: [{ path: ['chart', 'lines', 0], value: 1 }] })).toThrow(RangeError)
  expect(() => applyFix(document, { edits: [{ path: ['chart', 'nodes', 5], value: 'e' }] })).toThrow(
    RangeError,
  )
})
