import type { Handbook } from '../../language/handbook'
import { durationWords } from '../../language/tests/value-words'
import { canonicalJson } from '../../runtime/canonical-json'
import { toPoint } from '../../runtime/values'
import { actionWords, nameOfTier } from '../../words/decision-words'
import { andList } from '../../words/lists'
import { tierName } from '../../words/titles'
import { type ComparedEnd, type ComparedStep, type Outcome, silent } from '../outcome'

interface Handbooks {
  old: Handbook
  next: Handbook
}

/**
 * What is other in a situation, as the end of a sentence: "the case is transferred to Senior desk instead of Duty manager".
 * It says the whole of the difference, words for customers and agents apart.
 */
export function effectOf(before: Outcome, after: Outcome, handbooks: Handbooks): string {
  if (before.kind === 'invalid')
    return after.kind === 'invalid'
      ? 'the case is not accepted'
      : `the case is accepted and ${endClause(after.end, handbooks.next)}; before, it was not accepted`
  if (after.kind === 'invalid') return 'the case is no longer accepted'
  const clauses = [
    ...endEffect(before.end, after.end, handbooks),
    ...stepEffects(before.steps, after.steps, handbooks),
    ...offerEffects(before.end, after.end, handbooks),
  ]
  return clauses.length > 0 ? andList(clauses) : 'the same is said and done in other words'
}

const within = ({ within }: { within?: string }): string => {
  const ms = within === undefined ? undefined : toPoint('days and time duration', within)
  return typeof ms === 'number' ? ` within ${durationWords(ms)}` : ''
}

/** How a case ends, as what is done with it: "is resolved", "is transferred to Senior desk". */
function endClause(end: ComparedEnd, handbook: Handbook): string {
  if (end.kind === 'close') return `is ${end.result}`
  const to = nameOfTier(end.to, handbook)
  if (end.here) return `is the caller’s own to decide, as ${to}`
  switch (end.mode) {
    case 'transfer':
      return `is transferred to ${to}`
    case 'consult':
      return `is put to ${to} for permission`
    case 'callback':
      return `is called back by ${to}${within(end)}`
  }
}

/** The same behind "instead of": "being resolved". */
const insteadOf = (end: ComparedEnd, handbook: Handbook) => endClause(end, handbook).replace(/^is /, 'being ')

const bare = (end: ComparedEnd) => {
  const { say: _say, note: _note, ...rest } = end
  if (rest.kind !== 'close') return rest
  const { options: _options, ...plain } = rest
  return plain
}

function endEffect(before: ComparedEnd, after: ComparedEnd, { old, next }: Handbooks): string[] {
  if (canonicalJson(bare(before)) === canonicalJson(bare(after))) return []
  const alike =
    before.kind === 'escalate' &&
    after.kind === 'escalate' &&
    before.mode === after.mode &&
    !before.here &&
    !after.here
  if (!alike) return [`the case ${endClause(after, next)} instead of ${insteadOf(before, old)}`]
  if (before.to === after.to) return [`the case ${endClause(after, next)} instead of${within(before)}`]
  const other = `${nameOfTier(before.to, old)}${within(before) === within(after) ? '' : within(before)}`
  return [`the case ${endClause(after, next)} instead of ${other}`]
}

/** Those of the one list that the other has not, each as often. */
function without<T>(list: readonly T[], other: readonly T[], key: (item: T) => string): T[] {
  const left = new Map<string, number>()
  for (const item of other) left.set(key(item), (left.get(key(item)) ?? 0) + 1)
  return list.filter(item => {
    const count = left.get(key(item)) ?? 0
    left.set(key(item), count - 1)
    return count <= 0
  })
}

const stepKey = (step: ComparedStep) => canonicalJson(silent(step))

function stepEffects(
  before: readonly ComparedStep[],
  after: readonly ComparedStep[],
  { old, next }: Handbooks,
): string[] {
  const gone = without(before, after, stepKey)
  const come = without(after, before, stepKey)
  if (gone.length === 0 && come.length === 0) {
    const moved = before.map(stepKey).join() !== after.map(stepKey).join()
    return moved ? ['the steps are done in another order'] : []
  }
  const clauses: string[] = []
  if (come.length === 1 && gone.length === 1 && come[0]!.action !== gone[0]!.action)
    return [`${quoted(come[0]!, next)} is done instead of ${quoted(gone[0]!, old)}`]
  for (const step of come) {
    const same = gone.findIndex(each => each.action === step.action)
    const is = quoted(step, next)
    if (same < 0) {
      clauses.push(`${is} is now done`)
      continue
    }
    const [other] = gone.splice(same, 1)
    const was = quoted(other!, old)
    clauses.push(
      canonicalJson(other!.with) === canonicalJson(step.with)
        ? `${is} is done on the authority of ${tierName(step.tier, next)} instead of ${tierName(other!.tier, old)}`
        : `${is} is done instead of ${was}`,
    )
  }
  return [...clauses, ...gone.map(step => `${quoted(step, old)} is no longer done`)]
}

const quoted = (step: ComparedStep, handbook: Handbook) =>
  `“${actionWords(step.action, step.with, handbook)}”`

const offersOf = (end: ComparedEnd) =>
  (end.kind === 'close' ? (end.options ?? []) : []).flatMap(option => ('action' in option ? [option] : []))

function offerEffects(before: ComparedEnd, after: ComparedEnd, { old, next }: Handbooks): string[] {
  const [was, is] = [offersOf(before), offersOf(after)]
  const named = (list: ReturnType<typeof offersOf>, handbook: Handbook) =>
    list.map(option => `“${actionWords(option.action, option.with, handbook)}”`)
  const come = named(without(is, was, canonicalJson), next)
  const gone = named(without(was, is, canonicalJson), old)
  if (come.length === 0 && gone.length === 0)
    return canonicalJson(was) === canonicalJson(is) ? [] : ['the offers are made in another order']
  return [
    ...(come.length > 0 ? [`${andList(come)} ${come.length === 1 ? 'is' : 'are'} offered`] : []),
    ...(gone.length > 0 ? [`${andList(gone)} ${gone.length === 1 ? 'is' : 'are'} no longer offered`] : []),
  ]
}
