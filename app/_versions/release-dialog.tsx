import { Alert, Button, Group, Modal, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type Channel, type ChosenStart, MomentChoice, momentOf } from '../_proposals/start-choice'
import { useRefreshed } from '../_proposals/use-deciding'
import { dateAndTime } from '../_shell/dates'
import { notifyDone } from '../_shell/notify'
import { errorSentence, useTRPCClient } from '../_shell/trpc'
import { ChannelChoice } from './channel-choice'

interface ReleaseDialogProps {
  policy: string
  number: number
  /** Where it can be put in force. */
  channels: Channel[]
  opened: boolean
  onClose: () => void
}

/** Puts a published version in force on a channel, now or from a moment on. */
export function ReleaseDialog({ opened, onClose, number, ...rest }: ReleaseDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Put version ${number} in force`}
      size={440}
      yOffset="14vh"
    >
      <ReleaseForm number={number} onClose={onClose} {...rest} />
    </Modal>
  )
}

function ReleaseForm({ policy, number, channels, onClose }: Omit<ReleaseDialogProps, 'opened'>) {
  const client = useTRPCClient()
  const refresh = useRefreshed()
  const [channel, setChannel] = useState<Channel>(channels[0]!)
  const [start, setStart] = useState<ChosenStart>({ chosen: true, when: 'now', at: '' })
  const [tried, setTried] = useState(false)
  const release = useMutation({
    mutationFn: (from: string | null) => client.releases.release.mutate({ policy, number, channel, from }),
    onSuccess({ from }, asked) {
      onClose()
      notifyDone(
        asked === null
          ? `Version ${number} is in force on ${channel}.`
          : `Version ${number} comes in force on ${channel} on ${dateAndTime(from)}.`,
      )
      return refresh()
    },
    onError: () => void refresh(),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const moment = momentOf(start)
    if (moment) release.mutate(moment.from)
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <ChannelChoice channels={channels} value={channel} onChange={setChannel} />
        <MomentChoice of={channel} value={start} onChange={setStart} tried={tried} />
        {release.error && (
          <Alert color="err" title="It was not put in force">
            {errorSentence(release.error)}
          </Alert>
        )}
      </Stack>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={release.isPending}>
          Put in force
        </Button>
      </Group>
    </form>
  )
}
