import type { Handbook } from '../language/handbook'
import { durationWords, valueWords } from '../language/tests/value-words'
import type { ArtifactOption, ArtifactRow, ArtifactStep, ArtifactWith } from '../runtime/artifact'
import type { Decision, End } from '../runtime/result'
import { toPoint } from '../runtime/values'

/** What ids are called. A published table knows its facts' titles only; the rest may come from a handbook. */
export interface Names {
  facts: Record<string, { title?: string }>
  actions?: Handbook['actions']
  tiers?: Handbook['tiers']
}

/** `upgrade-next-day` reads as "Upgrade next day" where nothing better is known. */
const spelled = (id: string) => {
  const words = id.replace(/[-_.]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export const nameOfFact = (id: string, names: Names) => names.facts[id]?.title || id
export const nameOfAction = (id: string, names: Names) => names.actions?.[id]?.title || spelled(id)
export const nameOfTier = (id: string, names: Names) => names.tiers?.find(tier => tier.id === id)?.title || id

function argumentsWords(action: string, args: ArtifactWith, names: Names): string {
  const params = names.actions?.[action]?.params
  return Object.entries(args)
    .map(([name, value]) => {
      const title = params?.[name]?.title || name
      if (typeof value === 'object' && value !== null) return `${title} as “${nameOfFact(value.fact, names)}”`
      const type = params?.[name]?.type
      const point = type === undefined ? undefined : toPoint(type, value)
      return `${title} ${type === undefined || point === undefined ? value : valueWords(type, point)}`
    })
    .join(', ')
}

/** An action with its parameters: "Goodwill credit (amount 25)". */
export function actionWords(action: string, args: ArtifactWith, names: Names): string {
  const words = argumentsWords(action, args, names)
  return words ? `${nameOfAction(action, names)} (${words})` : nameOfAction(action, names)
}

export const stepWords = (step: ArtifactStep, names: Names) => actionWords(step.action, step.with, names)

const optionWords = (option: ArtifactOption, names: Names) =>
  'say' in option ? `“${option.say}”` : actionWords(option.action, option.with, names)

const MODES = {
  consult: 'Ask',
  transfer: 'Transfer to',
  callback: 'Call back by',
} as const

/** The end in lines: the result, and under it each offer. */
export function endLines(end: ArtifactRow['end'] | End, names: Names): string[] {
  if (end.kind !== 'close' || !end.options?.length) return [endWords(end, names)]
  const offers = end.options.map(option => `or: ${optionWords(option as ArtifactOption, names)}`)
  return [endWords({ ...end, options: [] }, names), ...offers]
}

/** How a case ends: "Resolved", "Transfer to Duty manager", "Call back by Senior desk within 1 hour". */
export function endWords(end: ArtifactRow['end'] | End, names: Names): string {
  switch (end.kind) {
    case 'close': {
      const offers = (end.options ?? []).map(option => optionWords(option as ArtifactOption, names))
      const result = end.result === 'resolved' ? 'Resolved' : 'Declined'
      return offers.length > 0 ? `${result}; offered instead: ${offers.join(', or ')}` : result
    }
    case 'escalate': {
      if (end.here) return 'Yours to decide'
      const ms = end.within === undefined ? undefined : toPoint('days and time duration', end.within)
      const within = typeof ms === 'number' ? ` within ${durationWords(ms)}` : ''
      return `${MODES[end.mode]} ${nameOfTier(end.to, names)}${within}`
    }
    case 'continue':
      return `Go on in table ${end.table}`
  }
}

/** Everything that is said, in order. */
export const sayWords = (row: { steps: { say?: string }[]; end: { say?: string } | { kind: 'continue' } }) =>
  [...row.steps.map(step => step.say), 'say' in row.end ? row.end.say : undefined].filter(
    say => say !== undefined && say !== '',
  ) as string[]

/** A decision in one line. */
export const decisionWords = (decision: Decision, names: Names) =>
  [
    ...decision.steps.map(step => actionWords(step.action, step.with, names)),
    endWords(decision.end, names),
  ].join(' → ')
