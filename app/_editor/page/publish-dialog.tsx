'use client'

import { Alert, Button, Group, Modal, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { errorSentence, useTRPC, useTRPCClient } from '@/app/_shell/trpc'
import { refusesPublishing } from '../commands/refuses-publishing'
import { useSaving } from '../document/editor-provider'
import { useEditor, useEditorStore } from '../document/store'

interface PublishDialogProps {
  /** The number of the version in force. */
  inForce: number | null
  onPublished: (number: number) => void
}

/** The last step before a draft is in force: what will be, and a note for those who look back at it. */
export function PublishDialog({ inForce, onPublished }: PublishDialogProps) {
  const store = useEditorStore()
  const opened = useEditor(state => state.dialog === 'publish')
  const close = () => store.getState().openDialog(null)
  return (
    <Modal opened={opened} onClose={close} title="Publish this draft" size={480} yOffset="14vh">
      <PublishForm inForce={inForce} onPublished={onPublished} onClose={close} />
    </Modal>
  )
}

function PublishForm({ inForce, onPublished, onClose }: PublishDialogProps & { onClose: () => void }) {
  const store = useEditorStore()
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const { autosave } = useSaving()
  const [note, setNote] = useState('')
  const warnings = useEditor(state => state.findings.filter(finding => finding.severity === 'warning').length)
  const checking = useEditor(state => state.checkedDocument !== state.document)
  const refusal = useEditor(refusesPublishing)
  const handbook = useEditor(state => state.kind === 'handbook')
  const tiers = useEditor(state => (state.artifacts ? Object.keys(state.artifacts).length : 0))

  const publish = useMutation({
    mutationFn: async () => {
      await autosave?.flush()
      const { save, saved, document, policyName: policy } = store.getState()
      if (saved.document !== document) throw new Error(save.message ?? 'The draft could not be saved first.')
      return client.versions.publish.mutate({
        policy,
        revision: saved.revision,
        note: note.trim() || undefined,
      })
    },
    onSuccess({ number }) {
      const { policyName } = store.getState()
      onClose()
      onPublished(number)
      void queries.invalidateQueries({ queryKey: trpc.versions.pathKey() })
      void queries.invalidateQueries({ queryKey: trpc.policies.pathKey() })
      void queries.invalidateQueries({ queryKey: trpc.handbooks.pathKey() })
      notifications.show({
        color: 'ok',
        title: handbook ? `Version ${number} is published` : `Version ${number} is in force`,
        message: handbook ? (
          <Link href={`/policies/${policyName}/effects?of=${number}`}>Effects on policies</Link>
        ) : (
          <Link href={`/policies/${policyName}/versions/${number}`}>Show version {number}</Link>
        ),
      })
    },
  })

  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        publish.mutate()
      }}
    >
      <Text size="sm" c="dimmed" mb="md">
        {handbook
          ? 'Policies can take it in from then on. Those that take in an older version stay with it until they are moved.'
          : `${tiers === 1 ? 'Its table is' : `Its ${tiers} tables, one for each tier, are`} what runtime clients decide by from then on. ${
              inForce === null
                ? 'It is the first version.'
                : `It takes the place of version ${inForce}, which stays as it is.`
            }`}
        {warnings > 0 &&
          ` It has ${warnings === 1 ? 'one warning' : `${warnings} warnings`}, which ${warnings === 1 ? 'does' : 'do'} not stop it.`}
      </Text>
      <Textarea
        data-autofocus
        label="What changed, and why"
        description="Optional; shown with the version."
        autosize
        minRows={3}
        maxRows={8}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
      {refusal && !checking && (
        <Alert color="err" mt="md" title="It cannot be published">
          {refusal}
        </Alert>
      )}
      {publish.error && (
        <Alert color="err" mt="md" title="It was not published">
          {'data' in publish.error && publish.error.data
            ? errorSentence(publish.error)
            : publish.error.message}
        </Alert>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={publish.isPending} disabled={checking || refusal !== null}>
          {checking
            ? 'Checking the draft…'
            : handbook
              ? 'Publish it'
              : `Publish version ${(inForce ?? 0) + 1}`}
        </Button>
      </Group>
    </form>
  )
}
