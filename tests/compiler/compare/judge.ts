import { expect } from 'vitest'
import { type Change, type Diff, diff } from '@/compiler/compare/diff'
import type { Outcome } from '@/compiler/compare/outcome'
import type { Policy } from '@/compiler/language/policy'
import { type ChartResult, reading } from '@/compiler/meaning/decide'
import { canonicalJson } from '@/compiler/runtime/canonical-json'
import { type Input, representatives } from '../generators/all-inputs'
import type { Dice } from '../generators/dice'
import { testsOn } from '../generators/visible'
import {
  changesSteps,
  changesType,
  inVersions,
  jointInputs,
  jointValues,
  knows,
  liesIn,
  sightOf,
} from './joint-inputs'

/** What came up while pairs were judged. */
export type Seen = Record<
  | 'a case that changes'
  | 'a case that does not change'
  | 'a change of wording alone'
  | 'a case that only one version accepts'
  | 'steps left out'
  | 'shared steps named'
  | 'all cases tried'
  | 'some cases tried'
  | 'parameters by facts'
  | 'steps that no test can tell'
  | 'another type',
  number
>
export const nothingSeen = (): Seen => ({
  'a case that changes': 0,
  'a case that does not change': 0,
  'a change of wording alone': 0,
  'a case that only one version accepts': 0,
  'steps left out': 0,
  'shared steps named': 0,
  'all cases tried': 0,
  'some cases tried': 0,
  'parameters by facts': 0,
  'steps that no test can tell': 0,
  'another type': 0,
})

/** A case that is not accepted is one whatever is wrong with it. */
const plain = ({ ignored: _, ...result }: ChartResult) =>
  result.kind === 'invalid' ? { kind: 'invalid' } : result
const said = (result: ChartResult) => canonicalJson(plain(result))
const silent = (text: string) =>
  canonicalJson(
    JSON.parse(text, (key, value) => {
      if (key === 'say' || key === 'note') return undefined
      return key === 'options' ? value.filter((option: object) => 'action' in option) : value
    }),
  )

/** An outcome with its parameters filled in. */
const filled = <T>(part: T, input: Input): T =>
  JSON.parse(JSON.stringify(part), (_, value) => {
    const keys = typeof value === 'object' && value !== null ? Object.keys(value) : []
    return keys.length === 1 && keys[0] === 'fact' ? input[value.fact] : value
  })

/** Compares two versions for a tier, and holds the result against what both charts say of every case, or of many. */
export function judge(old: Policy, next: Policy, tier: string, dice: Dice, seen: Seen): Diff {
  const versions = [old, next]
  const found = diff(old, next, tier)
  const { changes, same } = found
  const names = new Set(versions.flatMap(version => [...sightOf(version, tier).facts]))
  const retyped = [...names].filter(name => changesType(inVersions(versions, name, tier)))
  const restepped = [...names].filter(name => changesSteps(inVersions(versions, name, tier)))
  const charts = versions.map(policy => ({ policy, read: reading(policy) }))
  const ask = (input: Input): [ChartResult, ChartResult] =>
    charts.map(({ policy, read }): ChartResult => {
      if (!knows(policy, tier)) return { kind: 'invalid', problems: [] }
      const own = Object.fromEntries(
        retyped.map(name => {
          const fact = policy.handbook.facts[name]!
          const values = representatives(fact, testsOn(policy, name))
          return [name, dice.pick(values)]
        }),
      )
      return read.decide(tier, { ...input, ...own })
    }) as [ChartResult, ChartResult]

  expect(same).toBe(changes.length === 0 && retyped.length + restepped.length === 0)
  if (restepped.length > 0) seen['steps that no test can tell']++
  if (retyped.length > 0) seen['another type']++
  const byFacts = JSON.stringify(versions.map(({ chart }) => chart)).includes('{"fact":')
  const { inputs, all } = jointInputs(jointValues(versions, tier), dice)
  seen[all ? 'all cases tried' : 'some cases tried']++
  const within = new Map<Change, Set<string>>()
  for (const input of inputs) {
    const regions = changes.filter(({ when }) => liesIn(when, versions, tier, input))
    expect(regions.length, `${JSON.stringify(input)} lies in at most one region`).toBeLessThan(2)
    const [region] = regions
    // What a fact of another type decides is not told by regions.
    if (!region && retyped.length > 0) continue
    const [was, is] = ask(input)
    if (was.kind === 'invalid' && is.kind === 'invalid') continue
    if (!region) {
      seen['a case that does not change']++
      expect(said(is), `${JSON.stringify(input)} is decided alike`).toBe(said(was))
      continue
    }
    seen['a case that changes']++
    if (was.kind === 'invalid' || is.kind === 'invalid') seen['a case that only one version accepts']++
    within.set(region, (within.get(region) ?? new Set()).add(`${said(was)}\n${said(is)}`))
    // What supplies a parameter is of another type in each version, and was chosen there.
    if (retyped.length === 0 || !byFacts) shows(region, was, is, input, byFacts)
    if (region.kind === 'wording') seen['a change of wording alone']++
    if (byFacts) seen['parameters by facts']++
    if (was.kind === 'decision' && region.before.kind === 'decision' && is.kind === 'decision') {
      const left = was.steps.length - region.before.steps.length
      if (left > 0) seen['steps left out']++
      else if (was.steps.some(step => said1(is.steps).has(canonicalJson(step)))) seen['shared steps named']++
    }
  }
  if (all && !byFacts && retyped.length === 0)
    for (const [region, decisions] of within)
      if (decisions.size === 1) {
        const [was] = [...decisions][0]!.split('\n').map(text => JSON.parse(text))
        if (was.kind === 'decision' && region.before.kind === 'decision')
          expect(region.before.steps.length, 'shared steps are named where that splits nothing').toBe(
            was.steps.length,
          )
      }
  joinedAsFarAsPossible(changes)
  for (const change of changes) {
    expect(new Set(Object.keys(change.example))).toEqual(
      new Set([...names].filter(name => !retyped.includes(name))),
    )
    expect(liesIn(change.when, versions, tier, change.example), 'an example lies in its region').toBe(true)
    const [was, is] = ask(change.example)
    if (retyped.length === 0 || !byFacts) shows(change, was, is, change.example, byFacts)
  }
  return found
}

const said1 = (steps: readonly object[]) => new Set(steps.map(step => canonicalJson(step)))

/** A region says what both versions do in a case of it: but for steps that both do, in their order. */
function shows(
  { kind, before, after }: Change,
  was: ChartResult,
  is: ChartResult,
  input: Input,
  byFacts: boolean,
) {
  if (said(was) === said(is)) {
    // Parameters compare as they are written: two ways to come to one value are a change.
    expect(byFacts, `${JSON.stringify(input)} is decided otherwise`).toBe(true)
    return
  }
  if (!byFacts) expect(kind).toBe(silent(said(was)) === silent(said(is)) ? 'wording' : 'decision')
  const [p, q] = [filled(before, input), filled(after, input)]
  const wrong = () => `${canonicalJson([p, q])} is not ${said(was)} and ${said(is)}`
  for (const [side, result] of [
    [p, was],
    [q, is],
  ] as const) {
    expect(side.kind, wrong()).toBe(result.kind)
    if (side.kind === 'decision' && result.kind === 'decision')
      expect(canonicalJson(side.end), wrong()).toBe(canonicalJson(result.end))
  }
  expect(leavesOutTheSame(stepsOf(p), stepsOf(q), stepsOf(plain(was)), stepsOf(plain(is))), wrong()).toBe(
    true,
  )
}

const stepsOf = (outcome: Outcome | { kind: string; steps?: readonly object[] }): string[] =>
  ('steps' in outcome ? (outcome.steps ?? []) : []).map(step => canonicalJson(step))

/** Whether some steps, the same of both, can be put into both lists so that the decisions come out. */
function leavesOutTheSame(p: string[], q: string[], was: string[], is: string[]): boolean {
  const seen = new Set<string>()
  const open: [number, number, number, number][] = [[0, 0, 0, 0]]
  for (let at = open.pop(); at; at = open.pop()) {
    const [i, j, a, b] = at
    if (i === was.length && j === is.length) {
      if (a === p.length && b === q.length) return true
      continue
    }
    if (seen.has(at.join())) continue
    seen.add(at.join())
    if (i < was.length && was[i] === is[j]) open.push([i + 1, j + 1, a, b])
    if (i < was.length && was[i] === p[a]) open.push([i + 1, j, a + 1, b])
    if (j < is.length && is[j] === q[b]) open.push([i, j + 1, a, b + 1])
  }
  return false
}

/** No two regions that say the same could be one box: their tests differ in two facts at least. */
function joinedAsFarAsPossible(changes: readonly Change[]) {
  const alike = new Map<string, Change[]>()
  for (const change of changes) {
    const key = canonicalJson([change.kind, change.before, change.after])
    alike.set(key, [...(alike.get(key) ?? []), change])
  }
  for (const group of alike.values())
    group.forEach((one, i) => {
      for (const other of group.slice(i + 1)) {
        const facts = new Set([...Object.keys(one.when), ...Object.keys(other.when)])
        const differing = [...facts].filter(fact => one.when[fact] !== other.when[fact])
        expect(differing.length, `${JSON.stringify([one.when, other.when])} are one box`).toBeGreaterThan(1)
      }
    })
}
