import type { Change, Diff } from '../compare/diff'
import type { Outcome } from '../compare/outcome'
import type { PartChanges } from '../compare/parts'
import type { Fact } from '../language/fact'
import type { Policy } from '../language/policy'
import { testWords } from '../language/tests/words'

/** A comparison for people: tier by tier the situations, what was decided in them and what is now. */
export function showDiff(tiers: Record<string, Diff>, old: Policy, next: Policy): string {
  const facts = { ...old.handbook.facts, ...next.handbook.facts }
  const lines = Object.entries(tiers).flatMap(([tier, { same, changes }]) => [
    same ? `${tier}: every case is decided as before.` : `${tier}: ${counted(changes)}`,
    ...changes.flatMap(change => [
      `  ${situation(change, facts)}`,
      `    before  ${said(change.before)}`,
      `    after   ${said(change.after)}`,
    ]),
    '',
  ])
  const [any] = Object.values(tiers)
  return [...lines, ...documentLines(any!)].join('\n').trimEnd()
}

function counted(changes: readonly Change[]): string {
  const wording = changes.filter(change => change.kind === 'wording').length
  const decisions = changes.length - wording
  const plural = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`
  const parts = [
    ...(decisions > 0 ? [`${plural(decisions, 'situation')} decided differently`] : []),
    ...(wording > 0 ? [`${plural(wording, 'situation')} said differently`] : []),
  ]
  return parts.length > 0 ? `${parts.join(', ')}.` : 'the facts are of another type; see below.'
}

const situation = ({ when }: Change, facts: Record<string, Fact>) => {
  const tests = Object.entries(when).map(
    ([fact, text]) => `${facts[fact]!.title ?? fact}: ${testWords(text, facts[fact]!.type)}`,
  )
  return tests.length > 0 ? tests.join(', ') : 'In every case'
}

function said(outcome: Outcome): string {
  if (outcome.kind === 'invalid') return 'not accepted'
  const { steps, end } = outcome
  const done = steps.map(({ action, with: args }) =>
    Object.keys(args).length > 0 ? `${action} ${JSON.stringify(args)}` : action,
  )
  const ends =
    end.kind === 'close'
      ? end.result
      : end.here
        ? 'its own to decide'
        : `${end.mode} to ${end.to}${end.within ? ` within ${end.within}` : ''}`
  const words = [...steps.map(step => step.say), end.say].filter(Boolean).join(' ')
  return `${[...done, ends].join(', ')}${words ? `  “${words}”` : ''}`
}

const documentLines = ({ facts, tiers, actions, guardrails, scenarios, chart }: Diff): string[] =>
  Object.entries({ facts, tiers, actions, guardrails, scenarios, chart } satisfies Record<
    string,
    PartChanges
  >).flatMap(([part, changes]) =>
    Object.entries(changes).flatMap(([how, names]: [string, string[]]) =>
      names.length > 0 ? [`${part} ${how}: ${names.join(', ')}`] : [],
    ),
  )
