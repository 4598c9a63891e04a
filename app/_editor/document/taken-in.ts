import type { Handbook, HandbookFrom, SharedHandbook } from '@/compiler/language/handbook'
import type { PolicyDocument } from '@/compiler/language/policy'

/** Versions of shared handbooks that have been fetched, by their keys; null for one that there is not. */
export type SharedHandbooks = Readonly<Record<string, SharedHandbook | null>>

export const handbookKey = ({ name, version }: { name: string; version: number }) => `${name} ${version}`

/** Which version of a shared handbook a document takes in; null where its handbook is its own. */
export const referenceOf = ({ handbook }: PolicyDocument): HandbookFrom['from'] | null =>
  'from' in handbook ? handbook.from : null

/** What a document takes in: null where it takes nothing in, or what there is not; undefined until it is fetched. */
export function takenIn(
  document: PolicyDocument,
  shared: SharedHandbooks,
): SharedHandbook | null | undefined {
  const reference = referenceOf(document)
  return reference === null ? null : shared[handbookKey(reference)]
}

const resolved = new WeakMap<HandbookFrom, { of: SharedHandbook; handbook: Handbook }>()

/** The shared entries and a document's own, as the compiler puts them together; the same object for the same two. */
export function withShared(own: HandbookFrom, of: SharedHandbook): Handbook {
  const known = resolved.get(own)
  if (known?.of === of) return known.handbook
  const handbook: Handbook = {
    tiers: of.tiers,
    facts: { ...of.facts, ...own.facts },
    actions: { ...of.actions, ...own.actions },
    guardrails: [...(of.guardrails ?? []), ...(own.guardrails ?? [])],
  }
  resolved.set(own, { of, handbook })
  return handbook
}
