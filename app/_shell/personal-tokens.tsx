'use client'

import { Alert, Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { notifyTrouble } from './notify'
import classes from './personal-tokens.module.css'
import { ToCopy } from './shown-once'
import { Trouble } from './trouble'
import { errorSentence, useTRPC } from './trpc'
import { Waiting } from './waiting'
import { When } from './when'

const DAYS = { '30': 'a month', '90': 'three months', '366': 'a year' }

/** One's own tokens for the command line: those that there are, and a new one, told once. */
export function PersonalTokens({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [made, setMade] = useState<{ name: string; token: string } | null>(null)
  const close = () => {
    onClose()
    setMade(null)
  }
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={made ? `The token “${made.name}”` : 'Personal tokens'}
      size={640}
      // The token is gone with the dialog: closing it takes more than a stray click.
      closeOnClickOutside={!made}
      closeOnEscape={!made}
      withCloseButton={!made}
    >
      {made ? <Made token={made.token} onDone={() => setMade(null)} /> : <Tokens onMade={setMade} />}
    </Modal>
  )
}

function Made({ token, onDone }: { token: string; onDone: () => void }) {
  const start = `REMIT_URL=${window.location.origin} REMIT_TOKEN=${token}`
  return (
    <Stack gap="md">
      <Alert color="warn" title="Take it with you now">
        The token is not kept here and cannot be shown again. Whoever has it saves drafts in your name; it
        neither approves nor publishes anything.
      </Alert>
      <ToCopy label="Token" text={token} />
      <ToCopy label="Write the policies to files with it" text={`${start} npm run --silent remit -- pull`} />
      <Group justify="flex-end">
        <Button onClick={onDone}>I have kept the token</Button>
      </Group>
    </Stack>
  )
}

function Tokens({ onMade }: { onMade: (made: { name: string; token: string }) => void }) {
  const trpc = useTRPC()
  const tokens = useQuery(trpc.tokens.list.queryOptions())
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        With a token of your own you keep policies as files in git: <code>remit pull</code> writes them,{' '}
        <code>remit push</code> saves what was changed as drafts, in your name.
      </Text>
      {tokens.isPending && <Waiting>Loading your tokens</Waiting>}
      {tokens.error && (
        <Trouble title="Your tokens did not load" error={tokens.error} retry={() => tokens.refetch()} />
      )}
      {tokens.data && tokens.data.length > 0 && (
        <ul className={classes.tokens} aria-label="Your tokens">
          {tokens.data.map(token => (
            <li key={token.id}>
              <div>
                <strong>{token.name}</strong>
                <span>
                  until <When at={token.expiresAt} exact />
                  {token.lastUsedAt ? (
                    <>
                      , last used <When at={token.lastUsedAt} />
                    </>
                  ) : (
                    ', never used'
                  )}
                </span>
              </div>
              <Revoke id={token.id} name={token.name} />
            </li>
          ))}
        </ul>
      )}
      <NewToken onMade={onMade} />
    </Stack>
  )
}

function Revoke({ id, name }: { id: string; name: string }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const revoke = useMutation(
    trpc.tokens.revoke.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.tokens.list.queryFilter()),
      onError: error => notifyTrouble(`“${name}” was not revoked`, error),
    }),
  )
  return (
    <Button
      variant="default"
      size="compact-sm"
      aria-label={`Revoke ${name}`}
      loading={revoke.isPending}
      onClick={() => revoke.mutate({ id })}
    >
      Revoke
    </Button>
  )
}

function NewToken({ onMade }: { onMade: (made: { name: string; token: string }) => void }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [days, setDays] = useState<string>('90')
  const [tried, setTried] = useState(false)
  const create = useMutation(
    trpc.tokens.create.mutationOptions({
      onSuccess: ({ token }, { name }) => {
        queries.invalidateQueries(trpc.tokens.list.queryFilter())
        onMade({ name, token })
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (name.trim()) create.mutate({ name: name.trim(), days: Number(days) })
  }
  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      <TextInput
        label="A new token for"
        placeholder="My laptop"
        data-autofocus
        flex={1}
        value={name}
        onChange={event => setName(event.currentTarget.value)}
        error={create.error ? errorSentence(create.error) : tried && !name.trim() && 'Say what it is for.'}
      />
      <Select
        label="It works for"
        w={150}
        allowDeselect={false}
        data={Object.entries(DAYS).map(([value, label]) => ({ value, label }))}
        value={days}
        onChange={next => next && setDays(next)}
      />
      <Button type="submit" loading={create.isPending} mt={22}>
        Create token
      </Button>
    </form>
  )
}
