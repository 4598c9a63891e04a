import type { Effect } from './effect-of'
import type { Effects, Taker } from './use-effects'

/** What a policy would decide differently, in a sentence. */
export function comparedWords(compared: Effect['compared']): string {
  switch (compared.is) {
    case 'errors':
      return compared.which === 'to'
        ? 'What it would decide cannot be said, for it would have errors.'
        : 'What would change cannot be said, for its draft has errors as it is.'
    case 'too-large':
      return `What would change cannot be said in full: for ${compared.tier} there are more cases than can be told apart.`
    case 'too-different':
      return `What would change cannot be said in full: for ${compared.tier} more differs than can be told apart.`
    default:
      return compared.headline
  }
}

/** Whether a policy goes on deciding exactly as it does. */
export const isUnmoved = ({ compared, findings }: Effect): boolean =>
  compared.is === 'nothing' && findings.raised.length === 0

/** What becomes of all of them, in a sentence. */
export function summary(takers: readonly Taker[], effects: Effects): string {
  const all = takers.map(taker => effects.get(taker))
  const known = all.filter(effect => effect !== undefined)
  const policies = (n: number) => (n === 1 ? '1 policy' : `${n} policies`)
  if (known.length < takers.length)
    return `Looking at what this does: ${known.length} of ${policies(takers.length)} done.`
  const done = known.filter(effect => effect !== 'stopped')
  const wrong = done.filter(({ errors }) => errors > 0).length
  const differently = done.filter(
    ({ errors, compared }) => errors === 0 && compared.is === 'decisions',
  ).length
  const same = done.filter(isUnmoved).length
  const unsaid = done.filter(({ errors, compared }) => errors === 0 && !('lead' in compared)).length
  const alike = done.length - wrong - differently - same - unsaid
  const parts = [
    ...(differently > 0 ? [`${policies(differently)} would decide differently`] : []),
    ...(wrong > 0 ? [`${policies(wrong)} would have errors`] : []),
    ...(alike > 0 ? [`${policies(alike)} would decide as before`] : []),
    ...(unsaid > 0 ? [`for ${policies(unsaid)} it cannot be said`] : []),
    ...(same > 0 ? [`for ${policies(same)} nothing changes`] : []),
  ]
  if (parts.length === 0) return 'What this does could not be found out.'
  const text = parts.join('; ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
