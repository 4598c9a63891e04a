'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Frame } from '@/app/_shell/frame'
import { useMay } from '@/app/_shell/session'
import { useTRPC, useTRPCClient } from '@/app/_shell/trpc'
import { Waiting } from '@/app/_shell/waiting'
import { PolicyTrouble } from '@/app/_versions/policy-trouble'
import { CommandsProvider } from '../commands/commands-provider'
import { COMMANDS } from '../commands/registry'
import { EditorProvider } from '../document/editor-provider'
import { draftCalls, handbookFetch, serverDraft } from './draft-calls'
import { Editor } from './editor'
import { HandbookEditor } from './handbook-editor'

/** What of the keyboard means something where there is no chart. */
const HANDBOOK_COMMANDS = [
  COMMANDS.undo,
  COMMANDS.redo,
  COMMANDS.propose,
  COMMANDS.nextFinding,
  COMMANDS.previousFinding,
  COMMANDS.mendFinding,
]

/** The editor of one policy, or of one handbook, once its draft is here. */
export function EditorPage({ policy }: { policy: string }) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const may = useMay()
  // Read once: from then on the editor's own copy is the newest, and a conflict is told by saving.
  const draft = useQuery(
    trpc.drafts.get.queryOptions(
      { policy },
      { staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnMount: 'always' },
    ),
  )

  const kind = draft.data?.kind ?? 'policy'
  const version = draft.data?.kind === 'handbook' ? draft.data.document.version : undefined
  const calls = useMemo(() => draftCalls(client, kind, version), [client, kind, version])
  const fetchHandbook = useMemo(() => handbookFetch(client), [client])

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

  const { inForce, next } = draft.data
  const handbook = draft.data.kind === 'policy' ? draft.data.handbook : null
  const readOnly = !may.edit
  return (
    <EditorProvider
      start={{ policyName: policy, kind, ...serverDraft(draft.data), handbook, readOnly, inForce, next }}
      calls={calls}
      fetchHandbook={fetchHandbook}
    >
      {kind === 'handbook' ? (
        <CommandsProvider only={HANDBOOK_COMMANDS}>
          <HandbookEditor />
        </CommandsProvider>
      ) : (
        <CommandsProvider>
          <Editor />
        </CommandsProvider>
      )}
    </EditorProvider>
  )
}
