import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Channel } from '../_proposals/start-choice'
import { useRefreshed } from '../_proposals/use-deciding'
import { dateAndTime } from '../_shell/dates'
import { notifyDone } from '../_shell/notify'
import { errorSentence, useTRPCClient } from '../_shell/trpc'
import { ChannelChoice } from './channel-choice'
import type { Timeline } from './channels'

interface RollBackDialogProps {
  policy: string
  /** The version to go back to. */
  number: number
  timeline: Timeline
  /** Where a newer one is in force. */
  channels: Channel[]
  opened: boolean
  onClose: () => void
}

/** Publishes an older version again, at once: it was approved when it was published. Asks why. */
export function RollBackDialog({ opened, onClose, number, ...rest }: RollBackDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Roll back to version ${number}`}
      size={460}
      yOffset="12vh"
    >
      <RollBackForm number={number} onClose={onClose} {...rest} />
    </Modal>
  )
}

function RollBackForm({ policy, number, timeline, channels, onClose }: Omit<RollBackDialogProps, 'opened'>) {
  const client = useTRPCClient()
  const refresh = useRefreshed()
  const [channel, setChannel] = useState<Channel>(channels.at(-1)!)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { inForce, scheduled } = timeline[channel]
  const [next] = scheduled
  const back = useMutation({
    mutationFn: () => client.versions.rollBack.mutate({ policy, number, channel, reason: reason.trim() }),
    onSuccess(published) {
      onClose()
      notifyDone(`Version ${number} is in force on ${channel} again, as version ${published.number}.`)
      return refresh()
    },
    onError: () => void refresh(),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (reason.trim()) back.mutate()
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          It is published again, with the very tables that it had, and takes the place of version{' '}
          {inForce?.number} at once. Nobody has to approve it again. The draft stays as it is.
        </Text>
        <ChannelChoice channels={channels} value={channel} onChange={setChannel} />
        {next && (
          <Alert color="warn" title="Something is still to come">
            Version {next.number} comes in force on {channel} on {dateAndTime(next.from)}. If it must not,
            call it off, too.
          </Alert>
        )}
        <Textarea
          data-autofocus
          label="Why?"
          description="Kept with it for good."
          autosize
          minRows={3}
          maxRows={8}
          maxLength={2000}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
          error={tried && !reason.trim() && 'Say why: whoever reads it later will ask.'}
        />
        {back.error && (
          <Alert color="err" title="It was not rolled back">
            {errorSentence(back.error)}
          </Alert>
        )}
      </Stack>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={back.isPending}>
          Roll back to version {number}
        </Button>
      </Group>
    </form>
  )
}
