import { isDraft, original } from 'immer'
import type { Edge, PolicyDocument } from '@/compiler/language/policy'

/** The edges as they were before this edit: thousands of them are looked through without a draft of each being made. */
export const edgesBefore = (draft: PolicyDocument): readonly Edge[] => {
  const { edges } = draft.chart
  return isDraft(edges) ? (original(edges) ?? edges) : edges
}
