'use client'

import { Alert, Button, Group, Modal, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { proposalAddress } from '@/app/_proposals/address'
import { useOpenProposal } from '@/app/_proposals/use-open-proposal'
import { WhoDecides } from '@/app/_proposals/who-decides'
import { errorSentence, useTRPC, useTRPCClient } from '@/app/_shell/trpc'
import { refusesProposing } from '../commands/refuses-proposing'
import { useSaving } from '../document/editor-provider'
import { useEditor, useEditorStore } from '../document/store'
import { WarningsThen } from './warnings-then'

/** Asks others to agree to the draft: what it will be, who counts as having edited it, and a note for who decides. */
export function ProposeDialog() {
  const store = useEditorStore()
  const opened = useEditor(state => state.dialog === 'propose')
  const close = () => store.getState().openDialog(null)
  return (
    <Modal opened={opened} onClose={close} title="Propose this draft" size={520} yOffset="10vh">
      <ProposeForm onClose={close} />
    </Modal>
  )
}

function ProposeForm({ onClose }: { onClose: () => void }) {
  const store = useEditorStore()
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const { autosave } = useSaving()
  const [note, setNote] = useState('')
  const policy = useEditor(state => state.policyName)
  const next = useEditor(state => state.next)
  const checking = useEditor(state => state.checkedDocument !== state.document)
  const refusal = useEditor(refusesProposing)
  const open = useOpenProposal(policy)

  const propose = useMutation({
    mutationFn: async () => {
      await autosave?.flush()
      const { save, saved, document } = store.getState()
      if (saved.document !== document) throw new Error(save.message ?? 'The draft could not be saved first.')
      return client.proposals.make.mutate({
        policy,
        revision: saved.revision,
        note: note.trim() || undefined,
      })
    },
    onSuccess({ number }) {
      onClose()
      void queries.invalidateQueries({ queryKey: trpc.proposals.pathKey() })
      void queries.invalidateQueries({ queryKey: trpc.policies.pathKey() })
      notifications.show({
        color: 'ok',
        title: `Proposal ${number} waits for approval`,
        message: <Link href={proposalAddress(policy, number)}>Show proposal {number}</Link>,
      })
    },
  })

  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        propose.mutate()
      }}
    >
      <Text size="sm" c="dimmed" mb="sm">
        It is kept exactly as it is now, and becomes version {next} once somebody else has approved it. You
        can go on drawing meanwhile.
        {open && ` It takes the place of proposal ${open.number}, whose approvals fall away.`}
      </Text>
      <WhoDecides policy={policy} />
      <WarningsThen />
      <Textarea
        data-autofocus
        mt="md"
        label="What changes, and why"
        description="Optional; for who decides, and for those who look back at it."
        autosize
        minRows={3}
        maxRows={8}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
      {refusal && !checking && (
        <Alert color="err" mt="md" title="It cannot be proposed">
          {refusal}
        </Alert>
      )}
      {propose.error && (
        <Alert color="err" mt="md" title="It was not proposed">
          {'data' in propose.error && propose.error.data
            ? errorSentence(propose.error)
            : propose.error.message}
        </Alert>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={propose.isPending} disabled={checking || refusal !== null}>
          {checking ? 'Checking the draft…' : 'Propose'}
        </Button>
      </Group>
    </form>
  )
}
