import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundWords } from '@/app/_desk/desk'
import { followable } from '@/app/_editor/document/followable'
import { graphOf } from '@/app/_editor/document/graph-of'
import { type Call, NO_CALL } from '@/app/_editor/document/showing'
import { coverageOf } from '@/app/_editor/panels/scenarios/coverage-of'
import { type Book, standingOf, stepBack, withMove } from '@/app/_editor/panels/try/call'
import { callAlong } from '@/app/_editor/panels/try/call-along'
import { choicesOf } from '@/app/_editor/panels/try/choices'
import { deskOf } from '@/app/_editor/panels/try/desk-of'
import { keptScenario } from '@/app/_editor/panels/try/kept-scenario'
import { findingWalk } from '@/app/_editor/panels/walk/finding-walk'
import { compileAll } from '@/compiler/compile'
import type { Finding } from '@/compiler/language/finding'
import type { Policy, PolicyDocument } from '@/compiler/language/policy'
import { decide } from '@/compiler/meaning/decide'
import { play } from '@/compiler/meaning/play'
import { load } from '@/compiler/runtime/load'
import { whyNot } from '@/compiler/why-not/why-not'
import { allInputs } from '../compiler/generators/all-inputs'
import { type Dice, dice } from '../compiler/generators/dice'
import { drafts, policies } from '../compiler/generators/random-policy'
import { smallPolicy } from './small-policy'

const bookOf = (policy: Policy): Book => ({ policy, artifacts: compileAll(policy).artifacts })
const small = () => {
  const { policy, artifacts } = compileAll(smallPolicy())
  return { policy: policy!, artifacts }
}

/** Plays a call to its end, by answering what is asked from a complete case. */
function playOut(book: Book, at: Dice) {
  const tier = at.pick(book.policy.handbook.tiers).id
  const complete = at.pick(allInputs(book.policy, tier))
  let call: Call = { ...NO_CALL, tier }
  for (const [fact, value] of Object.entries(complete))
    if (book.policy.handbook.facts[fact]!.volunteered) call = withMove(call, { told: { [fact]: value } })
  for (let standing = standingOf(call, book); ; standing = standingOf(call, book)) {
    const { result } = standing
    if (result.kind !== 'ask') return { call, tier, complete, standing }
    // What is asked can be shown: the desk knows the fact and the question.
    const desk = deskOf(book, tier)
    expect(desk.facts).toHaveProperty([result.fact])
    expect(complete).toHaveProperty([result.fact])
    call = withMove(call, { told: { [result.fact]: complete[result.fact] } })
  }
}

describe('a call that is tried', () => {
  it('comes out as the tier’s table says, and as the chart does', () => {
    fc.assert(
      fc.property(policies(), dice(), (policy, at) => {
        const book = bookOf(policy)
        const { call, tier, complete, standing } = playOut(book, at)
        expect(standing.result).toEqual(load(book.artifacts![tier]!).decide(standing.facts))
        expect(standing.result).toEqual(decide(policy, tier, complete))
        // Without tables it goes by the drawing, which may have to know more.
        const drawn = standingOf(call, { policy, artifacts: null })
        expect(drawn.result).toEqual(decide(policy, tier, standing.facts))
        if (call.moves.length > 0) expect(standingOf(stepBack(call), book).facts).not.toEqual(standing.facts)
      }),
      { numRuns: 25 },
    )
  })

  it('is kept as a scenario that passes', () => {
    let kept = 0
    fc.assert(
      fc.property(policies(), dice(), (policy, at) => {
        const { tier, standing } = playOut(bookOf(policy), at)
        const scenario = keptScenario(policy, tier, standing.facts)
        expect(scenario, JSON.stringify(standing.facts)).not.toBe(null)
        kept++
        expect(play(policy, scenario!).problems).toEqual([])
        expect({ ...standing.facts, ...scenario!.facts }).toEqual(scenario!.facts)
      }),
      { numRuns: 25 },
    )
    expect(kept).toBeGreaterThan(0)
  })

  it('goes on as the tier that it was handed to, with what is done told apart from what is to do', () => {
    const book = small()
    let call = withMove(NO_CALL, { told: { gift: false } })
    expect(standingOf(call, book)).toMatchObject({
      tier: 'T1',
      result: { kind: 'decision', end: { kind: 'escalate', to: 'T2' } },
      path: { nodes: ['start', 'ask', 'up'], edges: ['e1', 'e3'] },
    })
    call = withMove(call, { tier: 'T2' })
    expect(standingOf(call, book)).toMatchObject({ tier: 'T2', done: 0, result: { end: { here: true } } })
    expect(standingOf(stepBack(call), book).tier).toBe('T1')
  })

  it('knows no longer what was taken back', () => {
    const call = withMove(withMove(NO_CALL, { told: { gift: true } }), { told: { gift: undefined } })
    expect(standingOf(call, small())).toMatchObject({ facts: {}, result: { kind: 'ask', fact: 'gift' } })
  })

  it('begins with the first tier where its own is no more', () => {
    expect(standingOf({ tier: 'T9', moves: [{ tier: 'T8' }] }, small()).tier).toBe('T1')
  })

  it('is played only where it comes to an end', () => {
    const circle = smallPolicy()
    circle.chart.edges[3] = { id: 'e4', from: 'give', to: 'ask' }
    const nowhere = smallPolicy()
    nowhere.chart.edges = nowhere.chart.edges.filter(({ from }) => from !== 'start')
    for (const document of [circle, nowhere]) {
      const checked = compileAll(document)
      expect(checked.policy).not.toBe(null)
      expect(followable(checked)).toBe(null)
    }
    const checked = compileAll(smallPolicy())
    expect(followable(checked)).toBe(checked.policy)
  })
})

describe('the answers that are offered', () => {
  it('are one for each way that the question tells apart', () => {
    const document: PolicyDocument = smallPolicy()
    if (!('tiers' in document.handbook)) throw new Error('The small policy has a handbook of its own.')
    document.handbook.facts.total = { type: 'number', allowedValues: '[0..1000]', source: 'record' }
    document.chart.nodes[1] = { id: 'ask', kind: 'question', facts: ['total'] }
    document.chart.edges[1] = { id: 'e2', from: 'ask', to: 'give', when: { total: '< 100' } }
    document.chart.edges[2] = { id: 'e3', from: 'ask', to: 'up', when: { total: '>= 100' } }
    const { policy } = compileAll(document)
    expect(choicesOf(policy!, 'total', 'ask')).toEqual([
      { label: 'less than 100', value: 0 },
      { label: '100 or more', value: 100 },
    ])
  })
})

describe('a value that is none of a fact’s', () => {
  it('is told what the values are', () => {
    const source = 'record'
    expect(boundWords({ type: 'number', allowedValues: '[0..90]', step: 1, source })).toBe(
      'It has to be between 0 and 90, in steps of 1.',
    )
    expect(boundWords({ type: 'time', allowedValues: '>= time("08:00:00")', source })).toBe(
      'It has to be 8:00 AM to midnight.',
    )
    expect(boundWords({ type: 'date', source })).toBe('That is none of its values.')
  })
})

describe('the coverage of lines', () => {
  const scenario = (gift: boolean) => ({ title: '', tier: 'T1', facts: { gift }, expect: {} })

  it('counts the scenarios that take each', () => {
    const document = { ...smallPolicy(), scenarios: [scenario(true), scenario(true), scenario(false)] }
    expect([...coverageOf(compileAll(document).policy!)]).toEqual([
      ['e1', 3],
      ['e2', 2],
      ['e3', 1],
      ['e4', 2],
    ])
  })

  it('is completed by a call along each line that a case can take', () => {
    fc.assert(
      fc.property(policies(), policy => {
        for (const { id } of policy.chart.edges) {
          const call = callAlong(policy, id)
          if (call) {
            const { path } = standingOf(call, { policy, artifacts: null })
            expect(path.edges).toContain(id)
            continue
          }
          const graph = graphOf(policy)
          for (const tier of graph.tiers)
            expect(whyNot(graph, tier, {}, { edge: id }).kind).toBe('impossible')
        }
      }),
      { numRuns: 20 },
    )
  })
})

describe('a finding’s example', () => {
  it('walks the chart to where the finding is', () => {
    let walked = 0
    fc.assert(
      fc.property(drafts(), draft => {
        const { policy, findings } = compileAll(draft)
        for (const finding of findings) {
          const walk = findingWalk(finding, policy)
          if (!finding.witness) {
            expect(walk).toBe(null)
            continue
          }
          walked++
          expect(walk!.stops.at(-1)!.node, finding.message).toBe(whereOf(finding))
          for (const [i, { edge }] of walk!.stops.entries()) {
            if (i === 0) expect(edge).toBe(undefined)
            else
              expect(policy!.chart.edges.find(({ id }) => id === edge)).toMatchObject({
                from: walk!.stops[i - 1]!.node,
                to: walk!.stops[i]!.node,
              })
          }
        }
      }),
      { numRuns: 40 },
    )
    expect(walked).toBeGreaterThan(20)
  })
})

/** A finding about a whole path is where that path ends. */
const whereOf = ({ nodes }: Finding) => nodes?.at(-1)
