'use client'

import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { notifyDone } from './notify'
import { errorSentence, useTRPC } from './trpc'

const SHORTEST = 12

/** Asks for the current password and a new one, twice. */
export function ChangePassword({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Change password" size="sm">
      <ChangePasswordForm onDone={onClose} />
    </Modal>
  )
}

function ChangePasswordForm({ onDone }: { onDone: () => void }) {
  const trpc = useTRPC()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const change = useMutation(
    trpc.auth.changePassword.mutationOptions({
      onSuccess: () => {
        notifyDone('Your password is changed.')
        onDone()
      },
    }),
  )
  const short = [...next].length < SHORTEST
  const differs = next !== again
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!short && !differs) change.mutate({ current, next })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <PasswordInput
          label="Current password"
          autoComplete="current-password"
          data-autofocus
          required
          withAsterisk={false}
          value={current}
          onChange={event => setCurrent(event.currentTarget.value)}
        />
        <PasswordInput
          label="New password"
          description={`At least ${SHORTEST} characters.`}
          autoComplete="new-password"
          required
          withAsterisk={false}
          value={next}
          onChange={event => setNext(event.currentTarget.value)}
          error={tried && short && `This one has ${[...next].length}; it takes at least ${SHORTEST}.`}
        />
        <PasswordInput
          label="New password, again"
          autoComplete="new-password"
          required
          withAsterisk={false}
          value={again}
          onChange={event => setAgain(event.currentTarget.value)}
          error={tried && differs && 'This is not the same.'}
        />
        {change.error && (
          <Text role="alert" c="err" size="sm">
            {errorSentence(change.error)}
          </Text>
        )}
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={change.isPending}>
            Change password
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
