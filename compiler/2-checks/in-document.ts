import type { Graph } from '../1-graph/graph'
import type { Path } from '../1-graph/read-tests'

/**
 * Whether a place of the policy is one of the document too, and so can be edited there: what comes from a shared
 * handbook is not, and of lists that are joined with a shared one nobody knows.
 */
export function isInDocument({ shared }: Graph, [part, kind, name]: Path): boolean {
  if (part !== 'handbook') return true
  if (kind === 'facts' || kind === 'actions') return !shared[kind].has(String(name))
  return shared.facts.size + shared.actions.size === 0
}
