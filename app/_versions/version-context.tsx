import { type ReactNode, useState } from 'react'
import { policySchema } from '@/compiler/language/policy'
import type { Artifact } from '@/compiler/runtime/artifact'
import type { Call } from '../_editor/document/showing'
import { createEditorStore, EditorContext } from '../_editor/document/store'
import type { Outputs } from '../_shell/trpc'

interface VersionContextProps {
  policy: string
  version: Outputs['versions']['get']
  /** Its tables, where cases are to be decided by them. */
  artifacts?: readonly Artifact[]
  /** A case to start with. */
  start?: Call
  children: ReactNode
}

/** What the editor's parts need to show a version: a document that nobody changes, and what of it is lit. */
export function VersionContext({ policy, version, artifacts, start, children }: VersionContextProps) {
  const [store] = useState(() => {
    const store = createEditorStore({
      policyName: policy,
      document: version.document,
      revision: 0,
      savedAt: version.publishedAt,
      savedBy: version.publishedBy,
      readOnly: true,
    })
    if (artifacts) store.getState().checked({ document: version.document, ...published(version, artifacts) })
    if (start) store.getState().setCall(start)
    return store
  })
  return <EditorContext value={store}>{children}</EditorContext>
}

/** As a check would have it: what was published had no errors, and is decided by the tables that it was published with. */
const published = ({ document }: VersionContextProps['version'], artifacts: readonly Artifact[]) => ({
  policy: policySchema.parse(document),
  artifacts: Object.fromEntries(artifacts.map(artifact => [artifact.tier, artifact])),
  findings: [],
})
