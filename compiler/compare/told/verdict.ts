import type { Policy } from '../../language/policy'
import { andList, capital, counted, numberName } from '../../words/lists'
import { factTitle, tierName } from '../../words/titles'
import { type Compared, tiersOfBoth } from '../compare'
import { conditionsText } from './conditions'
import type { Situation } from './situations'

export interface Figure {
  count: number
  /** What is counted, for this count: "situation decided differently". */
  of: string
}

/** What two versions decide differently, said in sentences. */
export interface Verdict {
  /** `nothing`: proved, for every tier, words and questions included. `asked`: no case is decided otherwise. */
  is: 'nothing' | 'asked' | 'wording' | 'decisions' | 'facts'
  headline: string
  lead: string
  /** What was proved, and what was not. */
  complete: { word: string; rest: string }
  figures: Figure[]
}

/** As many situations are told one by one in the lead. */
const TOLD = 3

/** @param counts what differs in the handbook, for the figures */
export function verdictOf(
  compared: Compared,
  situations: readonly Situation[],
  counts: { authorities: number; guardrails: number },
): Verdict {
  const { old, next, tiers, sameTables } = compared
  const decisions = situations.filter(({ about }) => about === 'decision')
  const wording = situations.filter(({ about }) => about === 'wording')
  const all = Object.keys(tiers)
  const retyped = compared.retyped.map(name => factTitle(name, next.handbook))
  const is = sameTables
    ? 'nothing'
    : Object.values(tiers).every(({ same }) => same)
      ? 'asked'
      : decisions.length > 0 || situations.some(({ about }) => about === 'tier')
        ? 'decisions'
        : wording.length > 0
          ? 'wording'
          : 'facts'
  const touched = new Set(situations.flatMap(each => each.tiers)).size
  return {
    is,
    headline: headline(is, decisions.length, wording.length, retyped, compared),
    lead: [
      ...lead(
        is,
        decisions,
        wording,
        situations.some(({ about }) => about === 'together'),
        compared,
      ),
      ...retyped.map(fact => `“${fact}” is of another kind now, and what depends on it has to be looked at.`),
      ...zones(old, next),
    ].join(' '),
    complete: completeness(is, whomOf(compared), retyped),
    figures: [
      figure(decisions.length, 'situation decided differently', 'situations decided differently'),
      figure(wording.length, 'situation worded differently', 'situations worded differently'),
      { count: touched, of: `of ${counted(all.length, 'tier')} ${touched === 1 ? 'is' : 'are'} concerned` },
      figure(counts.authorities, 'authority changed', 'authorities changed'),
      figure(counts.guardrails, 'guardrail changed', 'guardrails changed'),
    ],
  }
}

const figure = (count: number, one: string, many: string): Figure => ({
  count,
  of: count === 1 ? one : many,
})

function headline(
  is: Verdict['is'],
  decisions: number,
  wording: number,
  retyped: readonly string[],
  { old, next }: Compared,
): string {
  switch (is) {
    case 'nothing':
      return 'Nothing changes.'
    case 'asked':
      return 'Every case is decided as before.'
    case 'wording':
      return `${capital(counted(wording, 'situation'))} ${wording === 1 ? 'is' : 'are'} worded differently.`
    case 'facts':
      return `${capital(counted(retyped.length, 'fact'))} changed ${retyped.length === 1 ? 'its' : 'their'} kind.`
    case 'decisions': {
      const { added, removed } = tierChanges(old, next)
      if (decisions > 0)
        return `${capital(counted(decisions, 'situation'))} ${decisions === 1 ? 'is' : 'are'} decided differently.`
      return capital(
        andList([
          ...(added.length > 0
            ? [`${counted(added.length, 'tier')} ${added.length === 1 ? 'is' : 'are'} new`]
            : []),
          ...(removed.length > 0
            ? [`${counted(removed.length, 'tier')} ${removed.length === 1 ? 'is' : 'are'} no longer there`]
            : []),
        ]),
      ).concat('.')
    }
  }
}

export function tierChanges(old: Policy, next: Policy): { added: string[]; removed: string[] } {
  const [was, is] = [old, next].map(({ handbook }) => handbook.tiers.map(({ id }) => id)) as [
    string[],
    string[],
  ]
  return { added: is.filter(id => !was.includes(id)), removed: was.filter(id => !is.includes(id)) }
}

function lead(
  is: Verdict['is'],
  decisions: readonly Situation[],
  wording: readonly Situation[],
  several: boolean,
  compared: Compared,
): string[] {
  const { old, next, tiers } = compared
  const all = Object.keys(tiers)
  if (is === 'nothing')
    return ['Every case is decided, asked about and worded as before, whoever takes the call.']
  if (is === 'asked')
    return [
      'The same is done in every case, and in the same words.',
      'What is asked on the way, in which order or in which words, may differ: see below.',
    ]
  const { added, removed } = tierChanges(old, next)
  const both = all.filter(id => !added.includes(id) && !removed.includes(id))
  const sentences = [
    ...(decisions.length > TOLD
      ? inGroups(decisions, both, compared)
      : decisions.map(each => sentence(each, both, compared))),
    ...added.map(
      id => `${tierName(id, next.handbook)} is a new tier, and its calls are decided for the first time.`,
    ),
    ...removed.map(
      id => `${tierName(id, old.handbook)} is no longer there, and its calls are no longer decided.`,
    ),
  ]
  if (several) sentences.push('Where several of these come together in one case, each of them holds.')
  if (decisions.length > 0) sentences.push('Every other case is decided as before.')
  else if (is === 'wording') sentences.push('Every case is decided as before.')
  if (wording.length > 0)
    sentences.push(
      decisions.length > 0
        ? `${capital(counted(wording.length, 'more situation'))} ${wording.length === 1 ? 'is' : 'are'} decided as before, in other words.`
        : 'What differs is what is said to the customer or to the agent.',
    )
  return sentences
}

/** "Where “Gift” is yes, the case is resolved instead of being declined, for T1 Front line." */
function sentence(
  { cases, effect, tiers }: Situation,
  both: readonly string[],
  { old, next }: Compared,
): string {
  const [first] = cases
  const where = cases.length === 1 ? conditionsText(first!.conditions) : ''
  const beginning =
    cases.length > 1
      ? `In ${counted(cases.length, 'set')} of cases, `
      : where === ''
        ? 'In every case, '
        : // A list of conditions has commas of its own.
          `Where ${where}${first!.conditions.length > 1 ? ':' : ','} `
  const handbook = { tiers: [...next.handbook.tiers, ...old.handbook.tiers] }
  const who = tiers.length === both.length ? '' : ` (for ${andList(tiers.map(id => tierName(id, handbook)))})`
  return `${beginning}${effect}${who}.`
}

/** Too many to be told one by one: what happens most often, and how often. */
function inGroups(decisions: readonly Situation[], both: readonly string[], compared: Compared): string[] {
  const groups = new Map<string, Situation[]>()
  for (const each of decisions) groups.set(each.effect, [...(groups.get(each.effect) ?? []), each])
  const most = [...groups].sort((a, b) => b[1].length - a[1].length).slice(0, TOLD)
  const rest = decisions.length - most.reduce((sum, [, those]) => sum + those.length, 0)
  return [
    ...most.map(([effect, those]) =>
      those.length === 1
        ? sentence(those[0]!, both, compared)
        : `In ${numberName(those.length)} of them ${effect}.`,
    ),
    ...(rest > 0 ? [`The other ${rest === 1 ? 'one is' : `${numberName(rest)} are`} in the table.`] : []),
  ]
}

/** For whom it was worked out: one may have asked for some of the tiers only. */
function whomOf({ old, next, tiers }: Compared): string {
  const [asked, all] = [Object.keys(tiers), tiersOfBoth(old, next)]
  if (asked.length === all.length)
    return all.length === 1 ? 'the one tier' : `all ${numberName(all.length)} tiers`
  const handbook = { tiers: [...next.handbook.tiers, ...old.handbook.tiers] }
  return `${andList(asked.map(id => tierName(id, handbook)))} alone`
}

function completeness(is: Verdict['is'], whom: string, retyped: readonly string[]): Verdict['complete'] {
  const how = 'worked out for all possible cases, not from a sample.'
  if (is === 'nothing')
    return { word: 'Proved.', rest: `The decision tables of ${whom} are the same to the last character.` }
  if (is === 'asked') return { word: 'Proved.', rest: `No case is decided differently, for ${whom}; ${how}` }
  if (retyped.length > 0)
    return {
      word: 'Complete, with one exception.',
      rest: `These are all the situations on which the two versions differ, for ${whom}, but for what depends on ${andList(retyped.map(fact => `“${fact}”`))}: values of different kinds cannot be held against each other.`,
    }
  return {
    word: 'Complete.',
    rest: `These are all the situations on which the two versions differ, for ${whom}; ${how}`,
  }
}

/** Moments of the clock are compared as they are written: that another clock is read is said apart. */
function zones(old: Policy, next: Policy): string[] {
  if (old.timeZone === next.timeZone) return []
  const zone = (policy: Policy) => policy.timeZone ?? 'no time zone of its own'
  return [
    `Clocks are read in ${zone(next)} instead of ${zone(old)}; times of day are compared as they are written.`,
  ]
}
