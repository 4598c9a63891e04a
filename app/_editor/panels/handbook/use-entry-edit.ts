import type { Fact } from '@/compiler/language/fact'
import type { Action, Guardrail } from '@/compiler/language/handbook'
import { useEditor, useEditorStore } from '../../document/store'

type Edit<T> = (title: string, recipe: (draft: T) => void, field?: string) => void

const merging = (key: string, field: string | undefined) =>
  field === undefined ? undefined : { merge: `${key}:${field}` }

/** Edits a fact of the document's own handbook. */
export function useFactEdit(id: string): Edit<Fact> {
  const store = useEditorStore()
  return (title, recipe, field) =>
    store.getState().edit(
      title,
      draft => {
        const fact = draft.handbook.facts?.[id]
        if (fact) recipe(fact)
      },
      merging(`fact:${id}`, field),
    )
}

export function useActionEdit(id: string): Edit<Action> {
  const store = useEditorStore()
  return (title, recipe, field) =>
    store.getState().edit(
      title,
      draft => {
        const action = draft.handbook.actions?.[id]
        if (action) recipe(action)
      },
      merging(`action:${id}`, field),
    )
}

export function useGuardrailEdit(id: string): Edit<Guardrail> {
  const store = useEditorStore()
  return (title, recipe, field) =>
    store.getState().edit(
      title,
      draft => {
        const rule = draft.handbook.guardrails?.find(each => each.id === id)
        if (rule) recipe(rule)
      },
      merging(`guardrail:${id}`, field),
    )
}

/** Whether an entry is the document's own; what comes from a shared handbook is changed there. */
export const useIsOwn = (part: 'facts' | 'actions', id: string) =>
  useEditor(state => {
    const entries = state.document.handbook[part]
    return entries !== undefined && Object.hasOwn(entries, id)
  })
