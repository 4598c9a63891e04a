import { TextInput } from '@mantine/core'
import type { Name } from '../../document/references'
import { rename, renameProblem } from '../../document/rename'
import { useEditor, useEditorStore } from '../../document/store'
import { useDraft } from './use-draft'

const TITLES = {
  fact: 'Rename fact',
  action: 'Rename action',
  tier: 'Rename tier',
  param: 'Rename parameter',
}

/** What something is called in tests and tables. Renaming it renames every use, in one step. */
export function IdField({
  name,
  onRenamed,
  label = 'Id',
  quiet,
}: {
  name: Name
  onRenamed?: (to: string) => void
  label?: string
  quiet?: boolean
}) {
  const store = useEditorStore()
  const document = useEditor(state => state.document)
  const readOnly = useEditor(state => state.readOnly)
  const draft = useDraft(
    name.id,
    to => {
      if (to === name.id || renameProblem(store.getState().document, name, to)) return
      store.getState().edit(TITLES[name.kind], draft => rename(draft, name, to))
      onRenamed?.(to)
    },
    null,
  )
  const problem = draft.editing ? renameProblem(document, name, draft.value) : null
  return (
    <TextInput
      label={quiet ? undefined : label}
      aria-label={quiet ? label : undefined}
      value={draft.value}
      error={problem}
      readOnly={readOnly}
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mono)', fontSize: 12 } }}
      onChange={event => draft.change(event.currentTarget.value)}
      onBlur={draft.flush}
      onKeyDown={event => {
        if (event.key === 'Enter') draft.flush()
        if (event.key === 'Escape') draft.revert()
      }}
    />
  )
}
