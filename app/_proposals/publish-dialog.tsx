import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import Link from 'next/link'
import { type FormEvent, useState } from 'react'
import { errorSentence, useTRPCClient } from '../_shell/trpc'
import type { ContentProposal } from './proposal'
import { type Channel, type ChosenStart, momentOf, StartChoice } from './start-choice'
import { useRefreshed } from './use-deciding'

interface PublishDialogProps {
  proposal: ContentProposal
  opened: boolean
  onClose: () => void
}

/** The last step: what was approved becomes a version, in force where and when it is said to be. */
export function PublishDialog({ proposal, opened, onClose }: PublishDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Publish version ${proposal.version}`}
      size={480}
      yOffset="12vh"
    >
      <PublishForm proposal={proposal} onClose={onClose} />
    </Modal>
  )
}

/** A handbook is in force with the policies that take it in, and on no channel by itself. */
const CHANNELS = { policy: ['staging', 'live'], handbook: [] } as const satisfies Record<string, Channel[]>
const NOW: ChosenStart = { chosen: true, when: 'now', at: '' }

function PublishForm({ proposal, onClose }: Omit<PublishDialogProps, 'opened'>) {
  const { policy, number, hash, version, inForce } = proposal
  const client = useTRPCClient()
  const refresh = useRefreshed()
  const [starts, setStarts] = useState<Record<Channel, ChosenStart>>({ staging: NOW, live: NOW })
  const [tried, setTried] = useState(false)
  const channels: readonly Channel[] = CHANNELS[proposal.of]
  const chosen = channels.filter(channel => starts[channel].chosen)

  const publish = useMutation({
    mutationFn: () =>
      client.proposals.publish.mutate({
        policy: policy.name,
        number,
        hash,
        starts: chosen.map(channel => ({ channel, from: momentOf(starts[channel])?.from ?? null })),
      }),
    onSuccess(published) {
      onClose()
      notifications.show({
        color: 'ok',
        title: `Version ${published.number} is published`,
        message: (
          <Link href={`/policies/${policy.name}/versions/${published.number}`}>
            Show version {published.number}
          </Link>
        ),
      })
      return refresh()
    },
    onError: () => void refresh(),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (chosen.every(channel => momentOf(starts[channel]) !== null)) publish.mutate()
  }
  return (
    <form onSubmit={submit} noValidate>
      <Text size="sm" c="dimmed" mb="md">
        {proposal.of === 'handbook'
          ? 'A version never changes again. Policies take it in one by one, or together.'
          : `A version never changes again. Runtime clients decide by the one that is in force on their channel${inForce === null ? '.' : `; live, that is version ${inForce} now.`}`}
      </Text>
      <Stack gap="md">
        {channels.map(channel => (
          <StartChoice
            key={channel}
            channel={channel}
            value={starts[channel]}
            onChange={start => setStarts({ ...starts, [channel]: start })}
            tried={tried}
          />
        ))}
      </Stack>
      {channels.length > 0 && chosen.length === 0 && (
        <Text size="sm" c="dimmed" mt="md">
          It will be in force nowhere, until you put it in force on the page of versions.
        </Text>
      )}
      {publish.error && (
        <Alert color="err" mt="md" title="It was not published">
          {errorSentence(publish.error)}
        </Alert>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={publish.isPending} data-autofocus>
          Publish version {version}
        </Button>
      </Group>
    </form>
  )
}
