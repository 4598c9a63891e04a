import { Alert, Button, Group, Stack } from '@mantine/core'
import { ToCopy } from '../_shell/shown-once'

interface NewPasswordProps {
  person: { name: string; email: string }
  password: string
  onDone: () => void
}

/** A password that Remit made up, the only time that it is shown. */
export function NewPassword({ person, password, onDone }: NewPasswordProps) {
  return (
    <Stack gap="md">
      <Alert color="warn" title="Hand it over now">
        The password is not kept here and cannot be shown again. Ask {person.name} to change it after signing
        in.
      </Alert>
      <ToCopy label="E-mail address" text={person.email} />
      <ToCopy label="Password" text={password} />
      <Group justify="flex-end">
        <Button onClick={onDone}>I have passed it on</Button>
      </Group>
    </Stack>
  )
}
