import { type ReactNode, useState } from 'react'
import { createEditorStore, EditorContext } from '../_editor/document/store'
import type { Outputs } from '../_shell/trpc'

interface VersionContextProps {
  policy: string
  version: Outputs['versions']['get']
  children: ReactNode
}

/** What the editor's parts need to show a version: a document that nobody changes, and what of it is lit. */
export function VersionContext({ policy, version, children }: VersionContextProps) {
  const [store] = useState(() =>
    createEditorStore({
      policyName: policy,
      document: version.document,
      revision: 0,
      savedAt: version.publishedAt,
      savedBy: version.publishedBy,
      readOnly: true,
    }),
  )
  return <EditorContext value={store}>{children}</EditorContext>
}
