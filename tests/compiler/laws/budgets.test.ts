import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readGraph } from '@/compiler/1-graph/graph'
import { Cases } from '@/compiler/2-checks/cases'
import { CHECKS } from '@/compiler/2-checks/index'
import { Tables } from '@/compiler/4-table/tables'
import { check } from '@/compiler/compile'
import { isUnsound } from '@/compiler/language/finding'
import type { Policy } from '@/compiler/language/policy'
import { type Dice, dice } from '../generators/dice'
import { HIDDEN_CHANGES } from '../generators/hidden/hidden-changes'
import { hiddenFrom } from '../generators/hidden/hidden-parts'
import { drafts } from '../generators/random-policy'
import { announce, law } from './run'

beforeAll(announce)

/** What may be wrong with how a policy decides, and what may then be found. */
const FAULTS = [
  ...[
    'another grant',
    'a grant less',
    'what an action requires',
    'what an escalation requires',
    'guardrails',
  ],
  ...['another type for a hidden fact', 'a hidden answer more', 'a hidden line less'],
]

function faulty(at: Dice, policy: Policy): Policy {
  const copy = structuredClone(policy)
  for (const name of ['what an action requires', 'guardrails'])
    if (at.chance(60)) HIDDEN_CHANGES[name]!(hiddenFrom(at, copy, 'T1'))
  for (let n = at.int(0, 4); n > 0; n--) HIDDEN_CHANGES[at.pick(FAULTS)]!(hiddenFrom(at, copy, 'T1'))
  const { edges } = copy.chart
  if (at.chance(50)) edges.splice(edges.indexOf(at.pick(edges.filter(edge => edge.when) ?? edges)), 1)
  // As long as it would take to see that one of them always holds.
  for (const action of Object.values(copy.handbook.actions))
    if (action.requires && at.chance(70)) action.requires = Array(60).fill(action.requires[0])
  return copy
}

interface Found {
  key: string
  code: string
  message: string
  nodes: readonly string[]
}

/** What the checks of behaviour find within a budget. */
function foundWithin(policy: Policy, budget?: number): Found[] {
  const graph = readGraph(policy)
  const cases = new Cases(graph, budget === undefined ? {} : { budget })
  const tables = new Tables(graph)
  return CHECKS.flatMap(each =>
    each.about === 'structure'
      ? []
      : each.find(cases, tables).map(({ path, message, nodes = [] }) => ({
          key: `${each.code} ${path?.join('.')}`,
          code: each.code,
          message,
          nodes,
        })),
  )
}

const brokenOff = new Map<string, number>()
let whole = 0

describe('a check with a budget', () => {
  it('finds all there is to find, or says that and where it was broken off', () => {
    law(
      [drafts(), dice()],
      (draft, at) => {
        const policy = faulty(at, draft)
        if (check(policy).findings.some(isUnsound)) return
        const all = foundWithin(policy)
        expect(all.filter(({ code }) => code === 'undecided')).toEqual([])
        const there = new Set(all.map(({ key }) => key))
        for (const budget of [0, 1, 3, 7, 12, 25, 60]) {
          const found = foundWithin(policy, budget)
          const undecided = found.filter(({ code }) => code === 'undecided')
          for (const { message, nodes } of undecided) {
            expect(policy.chart.nodes.map(({ id }) => id)).toContain(nodes[0])
            const about = /the check of (the guardrail|[^“]*?) ?(“.*”)? was broken off/.exec(message)![1]!
            brokenOff.set(about, (brokenOff.get(about) ?? 0) + 1)
          }
          const some = found.filter(({ code }) => code !== 'undecided').map(({ key }) => key)
          const invented = some.filter(key => !there.has(key))
          expect(invented, `within ${budget}`).toEqual([])
          const missed = all.filter(({ key }) => !some.includes(key)).map(({ key }) => key)
          if (undecided.length === 0) {
            expect(missed, `within ${budget}, and nothing was undecided`).toEqual([])
            whole++
          }
        }
      },
      0.7,
    )
  })
})

afterAll(() => {
  console.info(Object.fromEntries(brokenOff), { whole })
  expect(whole).toBeGreaterThan(0)
  for (const about of ['gaps, overlaps, authority and promises', 'the guardrail', 'words', 'promises'])
    expect([...brokenOff.keys()], 'never broken off').toContain(about)
})
