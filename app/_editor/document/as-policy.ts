import type { Handbook, SharedHandbook } from '@/compiler/language/handbook'
import type { PolicyDocument } from '@/compiler/language/policy'

/**
 * A shared handbook as the document of a policy without a chart, so that one editor does for both: its history, its
 * saving, its merging and its panels know nothing else. The version is left out: publishing counts it.
 */
export const asPolicy = ({
  name,
  title,
  tiers,
  facts,
  actions,
  guardrails,
}: SharedHandbook): PolicyDocument => ({
  format: 'remit/1',
  name,
  ...(title !== undefined && { title }),
  handbook: { tiers, facts, actions, ...(guardrails !== undefined && { guardrails }) },
  chart: { nodes: [], edges: [] },
})

/** The way back. */
export const asHandbook = ({ name, title, handbook }: PolicyDocument, version: number): SharedHandbook => ({
  format: 'remit-handbook/1',
  name,
  version,
  ...(title !== undefined && { title }),
  ...(handbook as Handbook),
})
