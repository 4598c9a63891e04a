import { expect, it } from 'vitest'
import { documentChanges } from '@/compiler/compare/parts'
import type { Policy } from '@/compiler/language/policy'
import { says, small, yesNo } from '../small-policy'

const scenario = (title: string, more: object = {}) => ({ title, tier: 'T1', facts: {}, expect: {}, ...more })
const old: Policy = {
  ...small({
    tiers: ['T1', 'T2'],
    facts: {
      z: yesNo(),
      same: yesNo(),
      gone: yesNo(),
      b: { ...yesNo(), shares: [{ test: 'true', share: 0.5 }] },
    },
    actions: { same: {}, gone: {}, changed: { grants: { T1: {} } } },
    guardrails: [
      { id: 'same', when: {}, never: { to: 'T2' } },
      { id: 'changed', when: {}, never: { to: 'T2' } },
      { id: 'gone', when: {}, never: { to: 'T2' } },
    ],
    nodes: [says('a'), says('moved'), says('gone'), says('said')],
    edges: [
      ['start', 'a'],
      ['start', 'moved'],
      ['start', 'gone'],
    ],
  }),
  scenarios: [scenario('One'), scenario('Two'), scenario('One', { facts: { z: true } }), scenario('Three')],
}

it('tells what is added, what is gone and what is changed, part by part and by name', () => {
  expect(documentChanges(old, structuredClone(old))).toEqual(
    Object.fromEntries(
      ['facts', 'tiers', 'actions', 'guardrails', 'scenarios', 'chart'].map(part => [
        part,
        { added: [], removed: [], changed: [] },
      ]),
    ),
  )
  const next = structuredClone(old)
  const { handbook, chart } = next
  const { z, same, b } = handbook.facts
  handbook.facts = {
    new2: yesNo(),
    new1: yesNo(),
    // The order of keys, and what is not there, make no difference.
    same: { source: same!.source, type: same!.type, title: undefined },
    z: { ...z!, title: 'Z' },
    b: { ...b!, shares: [{ test: 'true', share: 0.4 }] },
  }
  handbook.tiers = [{ id: 'T2', title: 'Two' }, { id: 'T1' }, { id: 'T3' }]
  handbook.actions = { same: {}, changed: { grants: {} }, new: {} }
  handbook.guardrails = [
    { id: 'new', when: {}, never: { to: 'T2' } },
    { id: 'changed', when: {}, always: { to: 'T2' } },
    { never: { to: 'T2' }, when: {}, id: 'same' },
  ]
  chart.nodes = [
    { ...chart.nodes[2]!, position: { x: 1, y: 2 } },
    chart.nodes[0]!,
    chart.nodes[1]!,
    says('said', 'Otherwise.'),
    says('new'),
  ]
  chart.edges = [{ ...chart.edges[1]!, to: 'a' }, chart.edges[0]!, { ...chart.edges[2]!, id: 'new-line' }]
  next.scenarios = [
    scenario('One'),
    scenario('One', { facts: { z: false } }),
    scenario('One'),
    scenario('Two', { tier: 'T2' }),
  ]
  expect(documentChanges(old, next)).toEqual({
    facts: { added: ['new1', 'new2'], removed: ['gone'], changed: ['b', 'z'] },
    tiers: { added: ['T3'], removed: [], changed: ['T2'] },
    actions: { added: ['new'], removed: ['gone'], changed: ['changed'] },
    guardrails: { added: ['new'], removed: ['gone'], changed: ['changed'] },
    scenarios: { added: ['One (3)'], removed: ['Three'], changed: ['One (2)', 'Two'] },
    chart: { added: ['new', 'new-line'], removed: ['e2', 'gone'], changed: ['e1', 'said'] },
  })
})

it('tells a list from an object, nothing from what is not there, and a longer list from a shorter one', () => {
  const alike = (a: unknown, b: unknown) => {
    const [one, other] = [a, b].map(
      value => ({ ...old, scenarios: [scenario('One', { expect: value })] }) as Policy,
    )
    return documentChanges(one!, other!).scenarios.changed.length === 0
  }
  const same: [unknown, unknown][] = [
    [{}, {}],
    [{ says: ['a', 'b'] }, { says: ['a', 'b'] }],
    [{ says: undefined }, {}],
    [{}, { says: undefined }],
    [null, null],
    [
      { end: { to: 'a' }, says: [] },
      { says: [], end: { to: 'a' } },
    ],
  ]
  const other: [unknown, unknown][] = [
    [{}, []],
    [[], {}],
    [{ says: ['a', 'b'] }, { says: ['b', 'a'] }],
    [{ says: ['a'] }, { says: ['a', 'b'] }],
    [{ says: ['a', 'b'] }, { says: ['a'] }],
    [{ says: undefined }, { asked: undefined, steps: [] }],
    [null, {}],
    [{}, null],
    [{ a: null }, { a: {} }],
    [{ a: {} }, { a: null }],
    [{ a: 1 }, { a: '1' }],
    [{ a: 1 }, { b: 1 }],
    [{ a: {} }, { a: 'x' }],
    [{ a: 'x' }, { a: {} }],
    [{ toString: 1 }, { b: 1 }],
  ]
  for (const [a, b] of same) expect(alike(a, b), JSON.stringify([a, b])).toBe(true)
  for (const [a, b] of other) expect(alike(a, b), JSON.stringify([a, b])).toBe(false)
})
