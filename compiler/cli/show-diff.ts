import type { Change, Diff } from '../compare/diff'
import type { Outcome } from '../compare/outcome'
import type { PartChanges } from '../compare/parts'
import { isSupplied } from '../language/kinds/common'
import type { Policy } from '../language/policy'
import { testWords } from '../language/tests/words'
import { type ChartResult, reading } from '../meaning/decide'
import type { ArtifactWith } from '../runtime/artifact'
import { canonicalJson } from '../runtime/canonical-json'

/** A comparison for people: tier by tier the situations, what was decided in them, what is now, and an example. */
export function showDiff(tiers: Record<string, Diff>, old: Policy, next: Policy): string {
  const [before, after] = [reading(old), reading(next)]
  const knows = (policy: Policy, tier: string) => policy.handbook.tiers.some(({ id }) => id === tier)
  const lines = Object.entries(tiers).flatMap(([tier, { same, changes }]) => [
    `${tierName(tier, old, next)}: ${same ? 'every case is decided as before.' : counted(changes)}`,
    '',
    ...changes.flatMap((change, i) => [
      `${`${i + 1}.`.padStart(4)} ${situation(change, old, next)}`,
      `       before  ${said(change.before, change)}`,
      `       after   ${said(change.after, change)}`,
      `       example ${JSON.stringify(change.example)}`,
      ...whole('before', change.before, knows(old, tier) ? before.decide(tier, change.example) : null),
      ...whole('after', change.after, knows(next, tier) ? after.decide(tier, change.example) : null),
      '',
    ]),
  ])
  const [any] = Object.values(tiers)
  const document = documentLines(any!)
  return [...lines, ...(document.length > 0 ? ['In the document:', ...document] : [])].join('\n').trimEnd()
}

function tierName(tier: string, old: Policy, next: Policy): string {
  const [was, is] = [old, next].map(policy => policy.handbook.tiers.find(({ id }) => id === tier))
  const title = (is ?? was)?.title
  return `${tier}${title ? ` ${title}` : ''}${was ? (is ? '' : ' (no longer there)') : ' (new)'}`
}

function counted(changes: readonly Change[]): string {
  const wording = changes.filter(change => change.kind === 'wording').length
  const decisions = changes.length - wording
  const plural = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`
  const parts = [
    ...(decisions > 0 ? [`${plural(decisions, 'situation')} decided differently`] : []),
    ...(wording > 0 ? [`${plural(wording, 'situation')} said differently`] : []),
  ]
  return parts.length > 0
    ? `${parts.join(', ')}.`
    : 'a fact has other values, and no other case is decided differently; see below.'
}

/** "Where Time of the call is before 3:00 PM and Gift is yes". */
function situation({ when }: Change, old: Policy, next: Policy): string {
  const facts = { ...old.handbook.facts, ...next.handbook.facts }
  const tests = Object.entries(when).map(([name, text]) => {
    const { title, type } = facts[name]!
    return `“${title ?? name}” is ${testWords(text, type, next.timeZone ?? old.timeZone)}`
  })
  return tests.length > 0 ? `Where ${tests.join(', and ')}:` : 'In every case:'
}

/** What is done and how it ends; where only words differ, the words alone. */
function said(outcome: Outcome, { kind }: Change): string {
  if (outcome.kind === 'invalid') return 'not accepted'
  const { steps, end } = outcome
  const words = [...steps, end].flatMap(({ say, note }) => [
    ...(say ? [`“${say}”`] : []),
    ...(note ? [`(for the agent: ${note})`] : []),
  ])
  const offers = end.kind === 'close' ? (end.options ?? []).map(offerWords) : []
  const offered = offers.length > 0 ? [`offering ${offers.join(' or ')}`] : []
  if (kind === 'wording') return [...words, ...offered].join(' ') || 'without a word'
  return [[...steps.map(doneWords), endWords(outcome), ...offered].join(', '), ...words].join('  ')
}

const withWords = (args: ArtifactWith) =>
  Object.entries(args)
    .map(([name, arg]) => `${name} ${isSupplied(arg) ? `from ${arg.fact}` : JSON.stringify(arg)}`)
    .join(', ')

type Decided = Extract<Outcome, { kind: 'decision' }>

const doneWords = ({ action, with: args }: Decided['steps'][number]) =>
  Object.keys(args).length > 0 ? `${action} (${withWords(args)})` : action

const offerWords = (offer: { say: string } | { action: string; with: ArtifactWith }) =>
  'say' in offer
    ? `“${offer.say}”`
    : Object.keys(offer.with).length > 0
      ? `${offer.action} (${withWords(offer.with)})`
      : offer.action

function endWords({ end }: Decided): string {
  if (end.kind === 'close') return end.result
  if (end.here) return 'its own to decide'
  return `${end.mode} to ${end.to}${end.within ? ` within ${end.within}` : ''}`
}

/** What the example decides, where the situation leaves out steps that both versions do. */
function whole(side: 'before' | 'after', outcome: Outcome, result: ChartResult | null): string[] {
  if (outcome.kind !== 'decision' || result?.kind !== 'decision') return []
  if (result.steps.length === outcome.steps.length) return []
  return [
    `         whole, ${side.padEnd(6)} ${result.steps.map(({ action, with: args }) => `${action}${args && canonicalJson(args) !== '{}' ? ` ${canonicalJson(args)}` : ''}`).join(', ')}`,
  ]
}

const documentLines = ({ facts, tiers, actions, guardrails, scenarios, chart }: Diff): string[] =>
  Object.entries({ facts, tiers, actions, guardrails, scenarios, chart } satisfies Record<
    string,
    PartChanges
  >).flatMap(([part, changes]) =>
    Object.entries(changes).flatMap(([how, names]: [string, string[]]) =>
      names.length > 0 ? [`  ${part} ${how}: ${names.join(', ')}`] : [],
    ),
  )
