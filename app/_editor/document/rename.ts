import { id as idSchema } from '@/compiler/language/ids'
import type { PolicyDocument } from '@/compiler/language/policy'
import { eachReference, type Name, type Reference } from './references'
import { renameKey } from './rename-keys'

const NOUN = { fact: 'fact', action: 'action', tier: 'tier', param: 'parameter' } as const

/** The ids of the document's own handbook that a name of this kind competes with. */
export function takenIds(document: PolicyDocument, name: Name): string[] {
  const { handbook } = document
  switch (name.kind) {
    case 'fact':
      return Object.keys(handbook.facts ?? {})
    case 'action':
      return Object.keys(handbook.actions ?? {})
    case 'tier':
      return 'tiers' in handbook ? handbook.tiers.map(tier => tier.id) : []
    case 'param':
      return Object.keys(handbook.actions?.[name.of]?.params ?? {})
  }
}

/** Why something cannot be called `to`, as a sentence; null where it can. */
export function renameProblem(document: PolicyDocument, name: Name, to: string): string | null {
  if (to === name.id) return null
  if (!idSchema.safeParse(to).success) return 'An id is 1 to 64 letters, digits, _, - or .'
  const noun = NOUN[name.kind]
  return takenIds(document, name).includes(to) ? `There is a ${noun} “${to}” already.` : null
}

/** Every place that names it. */
export function references(document: PolicyDocument, name: Name): Reference[] {
  const found: Reference[] = []
  eachReference(document, name, reference => found.push(reference))
  return found
}

/**
 * Calls a fact, an action, a tier or a parameter something else, at its definition and wherever it is named.
 * Changes `draft`; the order of everything stays. `to` must pass {@link renameProblem}.
 */
export function rename(draft: PolicyDocument, name: Name, to: string): void {
  for (const reference of references(draft, name)) reference.rename(to)
  const { handbook } = draft
  switch (name.kind) {
    case 'fact':
      if (handbook.facts) handbook.facts = renameKey(handbook.facts, name.id, to)
      return
    case 'action':
      if (handbook.actions) handbook.actions = renameKey(handbook.actions, name.id, to)
      return
    case 'tier':
      if ('tiers' in handbook) for (const tier of handbook.tiers) if (tier.id === name.id) tier.id = to
      return
    case 'param': {
      const action = handbook.actions?.[name.of]
      if (action?.params) action.params = renameKey(action.params, name.id, to)
    }
  }
}
