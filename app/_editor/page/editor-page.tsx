'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Frame } from '@/app/_shell/frame'
import { useMay } from '@/app/_shell/session'
import { useTRPC, useTRPCClient } from '@/app/_shell/trpc'
import { Waiting } from '@/app/_shell/waiting'
import { PolicyTrouble } from '@/app/_versions/policy-trouble'
import { CommandsProvider } from '../commands/commands-provider'
import { EditorProvider } from '../document/editor-provider'
import { draftCalls } from './draft-calls'
import { Editor } from './editor'

/** The editor of one policy, once its draft is here. */
export function EditorPage({ policy }: { policy: string }) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const may = useMay()
  const calls = useMemo(() => draftCalls(client), [client])
  // Read once: from then on the editor's own copy is the newest, and a conflict is told by saving.
  const draft = useQuery(
    trpc.drafts.get.queryOptions(
      { policy },
      { staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnMount: 'always' },
    ),
  )

  if (!draft.data || draft.isRefetching) {
    return (
      <Frame crumbs={[{ label: 'Policies', href: '/' }, { label: policy }]} fill>
        {draft.error ? (
          <PolicyTrouble
            policy={policy}
            what="The draft did not open"
            error={draft.error}
            retry={() => draft.refetch()}
          />
        ) : (
          <Waiting page>Opening the draft</Waiting>
        )}
      </Frame>
    )
  }

  const { document, revision, savedAt, savedBy, inForce } = draft.data
  return (
    <EditorProvider
      start={{ policyName: policy, document, revision, savedAt, savedBy, readOnly: !may.edit, inForce }}
      calls={calls}
    >
      <CommandsProvider>
        <Editor />
      </CommandsProvider>
    </EditorProvider>
  )
}
