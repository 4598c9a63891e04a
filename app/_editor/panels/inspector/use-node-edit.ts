import type { Node } from '@/compiler/language/kinds'
import type { Edge } from '@/compiler/language/policy'
import { useEditorStore } from '../../document/store'

/** Sets a field, or leaves it out where there is no value: documents hold no empty fields. */
export function setField<T extends object, K extends keyof T>(owner: T, field: K, value: T[K] | undefined) {
  if (value === undefined) delete owner[field]
  else owner[field] = value
}

/** Edits one node, wherever it stands by then. Edits of the same `field` in a row are one undo step. */
export function useNodeEdit<N extends Node>(node: N) {
  const store = useEditorStore()
  return (title: string, recipe: (draft: N) => void, field?: string) =>
    store.getState().edit(
      title,
      draft => {
        const found = draft.chart.nodes.find(each => each.id === node.id)
        if (found?.kind === node.kind) recipe(found as N)
      },
      field === undefined ? undefined : { merge: `node:${node.id}:${field}` },
    )
}

/** The same for an edge. */
export function useEdgeEdit(edge: Edge) {
  const store = useEditorStore()
  return (title: string, recipe: (draft: Edge) => void, field?: string) =>
    store.getState().edit(
      title,
      draft => {
        const found = draft.chart.edges.find(each => each.id === edge.id)
        if (found) recipe(found)
      },
      field === undefined ? undefined : { merge: `edge:${edge.id}:${field}` },
    )
}
