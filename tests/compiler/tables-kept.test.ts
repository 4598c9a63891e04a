import { describe, expect, it } from 'vitest'
import { readGraph } from '@/compiler/1-graph/graph'
import { TooLarge } from '@/compiler/3-diagram/too-large'
import { diagramFor, printTables, rowsFor } from '@/compiler/4-table/table'
import { Tables } from '@/compiler/4-table/tables'
import { compile } from '@/compiler/compile'
import type { Policy } from '@/compiler/language/policy'
import { amount, says, small, yesNo } from './small-policy'

const policy = (more: Partial<Policy['handbook']> = {}): Policy => {
  const made = small({
    tiers: ['T1', 'T2'],
    facts: { z: amount(), a: yesNo('record'), total: amount() },
    actions: { pay: { params: { p: { type: 'number' }, q: { type: 'boolean' } }, grants: { T1: {} } } },
    nodes: [
      { id: 'ask', kind: 'question', facts: ['total'] },
      { id: 'pay', kind: 'action', action: 'pay', with: { q: { fact: 'a' }, p: { fact: 'z' } } },
      {
        id: 'done',
        kind: 'close',
        result: 'resolved',
        options: [{ action: 'pay', with: { p: { fact: 'z' }, q: { fact: 'a' } } }],
      },
      says('other'),
      { id: 'up', kind: 'escalate', to: 'T2', mode: 'consult' },
    ],
    edges: [
      ['start', 'ask'],
      ['ask', 'pay', { total: '< 5' }],
      ['ask', 'up', { total: '[5..9]' }],
      ['ask', 'other', 'otherwise'],
      ['pay', 'done'],
    ],
  })
  return { ...made, handbook: { ...made.handbook, ...more } }
}

describe('the tables of a policy', () => {
  it('name what is asked at a step by its facts in order, and at a question in its own', () => {
    expect(compile(policy(), 'T1').questions).toEqual({
      ask: { facts: ['total'] },
      pay: { facts: ['a', 'z'] },
      done: { facts: ['a', 'z'] },
    })
  })

  it('are those of each tier', () => {
    const tables = new Tables(readGraph(policy()))
    const artifacts = tables.artifacts()
    expect(Object.keys(artifacts)).toEqual(['T1', 'T2'])
    for (const tier of ['T1', 'T2']) expect(artifacts[tier]).toEqual(compile(policy(), tier))
    expect(() => compile(policy(), 'T3')).toThrow(new RangeError('There is no tier “T3”.'))
  })
})

describe('what is too large', () => {
  const graph = readGraph(policy())
  it('is said of rows beyond the limit, of one table or of all together', () => {
    const diagram = diagramFor(graph, 'T1')
    const count = [...rowsFor(diagram).values()].flat().length
    expect(count).toBeGreaterThan(1)
    expect([...rowsFor(diagram, count).values()].flat()).toHaveLength(count)
    expect(() => rowsFor(diagram, count - 1)).toThrow(TooLarge)
    expect(printTables(diagram, rowsFor(diagram, count))).toEqual(compile(policy(), 'T1'))
  })
  it('is said of work beyond the limit', () => {
    expect(() => diagramFor(graph, 'T1', 0)).toThrow(TooLarge)
    expect(diagramFor(graph, 'T1', 5).parts.size).toBe(1)
  })

  /** Tables of a graph that cannot be looked at. */
  const failing = (error: Error) =>
    new Tables({
      get tiers(): never {
        throw error
      },
    } as never)
  it('is said of what engines can make no more of', () => {
    const internal = Object.assign(new Error('too much recursion'), { name: 'InternalError' })
    for (const [error, of] of [
      [new RangeError('Maximum call stack size exceeded'), 'depth'],
      [internal, 'depth'],
      [new TooLarge(), 'rows'],
      [new TooLarge('depth'), 'depth'],
    ] as const)
      for (const what of ['diagram', 'rows', 'artifact'] as const) {
        const tables = failing(error)
        const made = tables[what]('T1')
        expect(made).toBeInstanceOf(TooLarge)
        expect((made as TooLarge).of).toBe(of)
        expect(tables[what]('T1')).toBe(made)
      }
    expect(new TooLarge().name).toBe('TooLarge')
  })
  it('is not said of a mistake of the compiler’s own', () => {
    for (const what of ['diagram', 'rows', 'artifact'] as const)
      expect(() => failing(new TypeError('undefined is not a function'))[what]('T1')).toThrow(TypeError)
  })
  it('is thrown where all artifacts are wanted', () => {
    const tables = Object.assign(new Tables(graph), { artifact: () => new TooLarge() })
    expect(() => tables.artifacts()).toThrow(TooLarge)
  })
})
