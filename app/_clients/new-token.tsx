import { Alert, Button, Group, Stack } from '@mantine/core'
import { ToCopy } from '../_shell/shown-once'
import type { Outputs } from '../_shell/trpc'
import { curlLine } from './curl-line'

/** A client's token, the only time that it is shown, and a line to try it with. */
export function NewToken({ created, onDone }: { created: Outputs['clients']['create']; onDone: () => void }) {
  const { client, token } = created
  return (
    <Stack gap="md">
      <Alert color="warn" title="Take it with you now">
        The token is not kept here and cannot be shown again. Whoever has it reads the tables of tier{' '}
        {client.tier} on the channel {client.channel}.
      </Alert>
      <ToCopy label="Token" text={token} />
      <ToCopy
        label={client.policy ? 'Fetch its table with it' : 'List the policies that it may fetch'}
        text={curlLine(window.location.origin, token, client.policy)}
      />
      <Group justify="flex-end">
        <Button onClick={onDone}>I have kept the token</Button>
      </Group>
    </Stack>
  )
}
