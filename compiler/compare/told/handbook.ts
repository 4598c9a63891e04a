import type { Action, Handbook } from '../../language/handbook'
import type { Policy } from '../../language/policy'
import { canonicalJson } from '../../runtime/canonical-json'
import { guardrailWords } from '../../words/guardrail-words'
import { andList, capital, counted, numberName } from '../../words/lists'
import { actionTitle, tierName } from '../../words/titles'
import { whenWords } from '../../words/when-words'
import { type AuthorityChange, authorityChanges } from './authority'
import { factSentences } from './facts'
import { type Sentence, sentence } from './sentence'

/** What changed in the handbook, in sentences; parts in which nothing did are left out. */
export interface HandbookTold {
  authority: AuthorityChange[]
  parts: { title: string; sentences: Sentence[] }[]
}

export function handbookTold(old: Policy, next: Policy): HandbookTold {
  const [was, is] = [old.handbook, next.handbook]
  const parts = [
    { title: 'Tiers', sentences: tierSentences(was, is) },
    { title: 'Actions', sentences: actionSentences(was, is) },
    { title: 'Guardrails', sentences: guardrailSentences(was, is) },
    { title: 'Facts', sentences: factSentences(was, is) },
    { title: 'Magic words', sentences: magicWordSentences(old, next) },
    { title: 'Scenarios', sentences: scenarioSentences(old, next) },
  ]
  return {
    authority: authorityChanges(old, next),
    parts: parts.filter(({ sentences }) => sentences.length > 0),
  }
}

function tierSentences({ tiers: was, ...old }: Handbook, { tiers: is, ...next }: Handbook): Sentence[] {
  const [before, after] = [was.map(({ id }) => id), is.map(({ id }) => id)]
  const both = (ids: string[], other: string[]) => ids.filter(id => other.includes(id))
  const found = [
    ...after
      .filter(id => !before.includes(id))
      .map(id => sentence(`${tierName(id, { ...next, tiers: is })} is a new tier.`)),
    ...before
      .filter(id => !after.includes(id))
      .map(id => sentence(`${tierName(id, { ...old, tiers: was })} is no longer there.`)),
  ]
  if (both(before, after).join() !== both(after, before).join())
    found.push(sentence('The order of authority is another one.', before.join(', '), after.join(', ')))
  return found
}

function actionSentences(was: Handbook, is: Handbook): Sentence[] {
  const names = [...new Set([...Object.keys(is.actions), ...Object.keys(was.actions)])]
  return names.flatMap(name => {
    const [old, next] = [was.actions[name], is.actions[name]]
    if (!old) return [sentence(`“${actionTitle(name, is)}” is a new action.`)]
    if (!next) return [sentence(`“${actionTitle(name, was)}” is no longer an action.`)]
    const title = `“${actionTitle(name, is)}”`
    const found: Sentence[] = []
    const [a, b] = [needs(old, was), needs(next, is)]
    if (a !== b) found.push(sentence(`${title} may be promised in other cases.`, a, b))
    if (Boolean(old.exception) !== Boolean(next.exception))
      found.push(
        sentence(`${title} ${next.exception ? 'now goes' : 'no longer goes'} beyond the standard policy.`),
      )
    if (canonicalJson(bareParams(old)) !== canonicalJson(bareParams(next)))
      found.push(sentence(`The parameters of ${title} are declared otherwise.`))
    return found
  })
}

const bareParams = ({ params = {} }: Action) =>
  Object.fromEntries(Object.entries(params).map(([name, { title: _title, ...rest }]) => [name, rest]))

const needs = ({ requires = [] }: Action, handbook: Handbook): string =>
  requires.length === 0 ? 'in every case' : requires.map(row => whenWords(row, handbook)).join(', or ')

function guardrailSentences(was: Handbook, is: Handbook): Sentence[] {
  const [before, after] = [was, is].map(
    ({ guardrails = [] }) => new Map(guardrails.map(rule => [rule.id, rule])),
  ) as [
    Map<string, NonNullable<Handbook['guardrails']>[number]>,
    Map<string, NonNullable<Handbook['guardrails']>[number]>,
  ]
  return [...new Set([...after.keys(), ...before.keys()])].flatMap(id => {
    const [old, next] = [before.get(id), after.get(id)]
    if (!old)
      return [sentence(`“${next!.title || id}” is a new guardrail.`, undefined, guardrailWords(next!, is))]
    if (!next) return [sentence(`“${old.title || id}” is no longer a guardrail.`, guardrailWords(old, was))]
    const { title: _a, ...p } = old
    const { title: _b, ...q } = next
    if (canonicalJson(p) === canonicalJson(q)) return []
    return [
      sentence(
        `The guardrail “${next.title || id}” changed.`,
        guardrailWords(old, was),
        guardrailWords(next, is),
      ),
    ]
  })
}

function magicWordSentences(old: Policy, next: Policy): Sentence[] {
  const triggers = ({ chart, handbook }: Policy) =>
    new Map(
      chart.nodes.flatMap(node =>
        node.kind === 'trigger' ? [[node.id, { node, words: whenWords(node.when, handbook) }] as const] : [],
      ),
    )
  const [was, is] = [triggers(old), triggers(next)]
  return [...new Set([...is.keys(), ...was.keys()])].flatMap(id => {
    const [a, b] = [was.get(id), is.get(id)]
    if (!a) return [sentence(`A call is now led elsewhere at any time where this comes up: ${b!.words}.`)]
    if (!b) return [sentence(`A call is no longer led elsewhere where this comes up: ${a.words}.`)]
    return [
      ...(a.words === b.words
        ? []
        : [sentence('A call is led elsewhere for something else.', a.words, b.words)]),
      ...(a.node.priority === b.node.priority
        ? []
        : [
            sentence(
              `“${b.words}” goes ${b.node.priority < a.node.priority ? 'earlier' : 'later'} among the magic words.`,
              `priority ${a.node.priority}`,
              `priority ${b.node.priority}`,
            ),
          ]),
    ]
  })
}

function scenarioSentences({ scenarios: was = [] }: Policy, { scenarios: is = [] }: Policy): Sentence[] {
  const by = (list: typeof was) => new Map(list.map(each => [each.title, canonicalJson(each)]))
  const [before, after] = [by(was), by(is)]
  const titles = [...new Set([...after.keys(), ...before.keys()])]
  const how = (title: string) =>
    !before.has(title)
      ? 'added'
      : !after.has(title)
        ? 'removed'
        : before.get(title) === after.get(title)
          ? null
          : 'changed'
  return (['added', 'removed', 'changed'] as const).flatMap(which => {
    const those = titles.filter(title => how(title) === which)
    if (those.length === 0) return []
    const named = those.slice(0, MOST_NAMED).map(title => `“${title}”`)
    const rest = those.length - named.length
    const list = rest > 0 ? `${named.join(', ')} and ${numberName(rest)} more` : andList(named)
    return [sentence(`${SCENARIOS[which](those.length)}: ${list}.`)]
  })
}

/** As many scenarios are named; of the others it is told how many they are. */
const MOST_NAMED = 5

const SCENARIOS = {
  added: (n: number) => `${capital(counted(n, 'new scenario'))}`,
  removed: (n: number) => `${capital(counted(n, 'scenario'))} ${n === 1 ? 'is' : 'are'} no longer there`,
  changed: (n: number) => `${capital(counted(n, 'scenario'))} changed`,
} as const
