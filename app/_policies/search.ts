import type { Outputs } from '../_shell/trpc'

export type PolicyLine = Outputs['policies']['list'][number]

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()

/** Whether every word of the search is found in the policy's title, name, or the people who worked on it last. */
export function matches(policy: PolicyLine, search: string): boolean {
  const text = plain(
    [policy.title, policy.name, policy.draft.savedBy, policy.inForce?.publishedBy].filter(Boolean).join('\n'),
  )
  return plain(search)
    .split(/\s+/)
    .every(word => text.includes(word))
}
