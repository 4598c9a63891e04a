import { Autocomplete, Button, Group, Radio, Select, Stack, Text, TextInput } from '@mantine/core'
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { CHANNEL_WORDS, type Channel } from '../_proposals/start-choice'
import { errorSentence, type Outputs, useTRPC } from '../_shell/trpc'

const CHANNELS: Channel[] = ['live', 'staging']

interface NewClientFormProps {
  onCreated: (created: Outputs['clients']['create']) => void
  onCancel: () => void
}

/** Name, policy and tier of a new client. */
export function NewClientForm({ onCreated, onCancel }: NewClientFormProps) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [policy, setPolicy] = useState<string | null>(null)
  const [tier, setTier] = useState('')
  const [channel, setChannel] = useState<Channel>('live')
  const [tried, setTried] = useState(false)

  const policies = useQuery(trpc.policies.list.queryOptions())
  const tiers = useQuery(
    trpc.drafts.get.queryOptions(policy ? { policy } : skipToken, {
      select: draft => {
        if (draft.kind === 'handbook') return draft.document.tiers
        const { handbook } = draft.document
        return 'tiers' in handbook ? handbook.tiers : (draft.handbook?.tiers ?? [])
      },
    }),
  )
  const create = useMutation(
    trpc.clients.create.mutationOptions({
      onSuccess: created => {
        queries.invalidateQueries(trpc.clients.list.queryFilter())
        onCreated(created)
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (name.trim() && tier.trim())
      create.mutate({ name: name.trim(), tier: tier.trim(), channel, ...(policy ? { policy } : {}) })
  }
  const titles = new Map(tiers.data?.map(({ id, title }) => [id, title]))
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput
          label="Name"
          placeholder="Front desk, Chicago"
          description="What it is and where it runs, so that you know it again."
          data-autofocus
          value={name}
          onChange={event => setName(event.currentTarget.value)}
          error={tried && !name.trim() && 'Give it a name.'}
        />
        <Select
          label="Policy"
          description="One that it may fetch, or all of them, later ones too."
          placeholder="All policies"
          clearable
          searchable
          nothingFoundMessage="No policy of that title"
          data={(policies.data ?? [])
            .filter(({ kind }) => kind === 'policy')
            .map(({ name, title }) => ({ value: name, label: title }))}
          value={policy}
          onChange={setPolicy}
        />
        <Autocomplete
          label="Tier"
          description="As in the handbook. The client gets this tier's tables and no others, and this cannot be changed."
          placeholder="T1"
          data={[...titles.keys()]}
          renderOption={({ option }) => (
            <span>
              <b>{option.value}</b> {titles.get(option.value)}
            </span>
          )}
          value={tier}
          onChange={setTier}
          error={tried && !tier.trim() && 'Which tier does it work for?'}
        />
        <Radio.Group
          label="Channel"
          description="Which version in force it reads. This cannot be changed."
          value={channel}
          onChange={value => setChannel(value as Channel)}
        >
          <Stack gap={8} mt={6}>
            {CHANNELS.map(value => (
              <Radio key={value} value={value} label={value} description={CHANNEL_WORDS[value]} size="xs" />
            ))}
          </Stack>
        </Radio.Group>
        {create.error && (
          <Text role="alert" c="err" size="sm">
            {errorSentence(create.error)}
          </Text>
        )}
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={create.isPending}>
            Create client
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
