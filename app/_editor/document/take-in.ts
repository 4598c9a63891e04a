import type { Handbook, HandbookFrom, SharedHandbook } from '@/compiler/language/handbook'
import type { PolicyDocument } from '@/compiler/language/policy'
import { sameJson } from './same-json'

/** What becomes of a policy's own entries where it takes in a shared handbook; the last three are titles. */
export interface TakenIn {
  handbook: HandbookFrom
  /** Entries that the shared handbook has, too, and means the same by. */
  same: string[]
  /** Entries that the shared handbook calls the same, and means something else by: its own take their place. */
  replaced: string[]
  /** Entries that stay the policy's own. */
  kept: string[]
  /** Whether the tiers are others than before. */
  otherTiers: boolean
}

/**
 * A policy's handbook as it is where it takes in a shared one, or another version of it: what the shared one has is the
 * shared one's, and what it has not stays the policy's own.
 *
 * @param tiers the tiers that the policy has now
 */
export function takeIn(
  { handbook: own }: PolicyDocument,
  shared: SharedHandbook,
  tiers: Handbook['tiers'],
): TakenIn {
  const taken: TakenIn = {
    handbook: { from: { name: shared.name, version: shared.version } },
    same: [],
    replaced: [],
    kept: [],
    otherTiers: !sameJson(tiers, shared.tiers),
  }
  const isKept = (id: string, entry: { title?: string }, there: { title?: string } | undefined) => {
    const list = !there ? taken.kept : sameJson(entry, there) ? taken.same : taken.replaced
    list.push(entry.title || id)
    return !there
  }
  const part = <T extends { title?: string }>(ours: Record<string, T> = {}, theirs: Record<string, T>) =>
    Object.fromEntries(
      Object.entries(ours).filter(([id, entry]) =>
        isKept(id, entry, Object.hasOwn(theirs, id) ? theirs[id] : undefined),
      ),
    )
  const facts = part(own.facts, shared.facts)
  const actions = part(own.actions, shared.actions)
  const guardrails = (own.guardrails ?? []).filter(rule =>
    isKept(
      rule.id,
      rule,
      shared.guardrails?.find(({ id }) => id === rule.id),
    ),
  )
  if (Object.keys(facts).length > 0) taken.handbook.facts = facts
  if (Object.keys(actions).length > 0) taken.handbook.actions = actions
  if (guardrails.length > 0) taken.handbook.guardrails = guardrails
  return taken
}
