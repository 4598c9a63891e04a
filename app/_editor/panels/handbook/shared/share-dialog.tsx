import { Alert, Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { nameFrom, nameProblem } from '@/app/_policies/name'
import { errorSentence, useTRPC } from '@/app/_shell/trpc'
import { asHandbook } from '../../../document/as-policy'
import { useEditor, useEditorStore } from '../../../document/store'
import classes from './shared.module.css'

interface ShareDialogProps {
  opened: boolean
  onClose: () => void
}

/** Makes a handbook that other policies can take in out of a policy's own. */
export function ShareDialog({ opened, onClose }: ShareDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Share this handbook" size={480} yOffset="14vh">
      <ShareForm onClose={onClose} />
    </Modal>
  )
}

function ShareForm({ onClose }: Omit<ShareDialogProps, 'opened'>) {
  const store = useEditorStore()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const router = useRouter()
  const policy = useEditor(state => state.document.title || state.policyName)
  const [title, setTitle] = useState('Company handbook')
  const [ownName, setOwnName] = useState<string | null>(null)
  const name = ownName ?? nameFrom(title)
  const wrong = nameProblem(name, [])
  const create = useMutation(
    trpc.policies.create.mutationOptions({
      onSuccess: made => {
        void queries.invalidateQueries({ queryKey: trpc.policies.pathKey() })
        void queries.invalidateQueries({ queryKey: trpc.handbooks.pathKey() })
        router.push(`/policies/${made.name}/edit`)
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (wrong || title.trim() === '') return
    const { document } = store.getState()
    const heading = { name, title: title.trim() }
    create.mutate({ ...heading, document: asHandbook({ ...document, ...heading }, 1) })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <p className={classes.text}>
          A handbook of its own is made, with the tiers, facts, actions and guardrails of “{policy}” as they
          are now. Once it is published, this policy and others can take it in; until then nothing changes
          here.
        </p>
        <TextInput
          label="Title"
          data-autofocus
          value={title}
          onChange={event => setTitle(event.currentTarget.value)}
          error={title.trim() === '' && 'A handbook needs a title.'}
        />
        <TextInput
          label="Name"
          description="Stands in addresses and file names, and stays as it is."
          styles={{ input: { fontFamily: 'var(--mono)', fontSize: 12.5 } }}
          spellCheck={false}
          value={name}
          onChange={event => setOwnName(event.currentTarget.value)}
          error={wrong}
        />
        {create.error && (
          <Alert color="err" role="alert" title="The handbook is not made">
            {errorSentence(create.error)}
          </Alert>
        )}
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={create.isPending || create.isSuccess}>
            Make the handbook
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
