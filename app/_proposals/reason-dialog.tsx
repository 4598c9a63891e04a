import { Button, Group, Modal, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'

interface ReasonDialogProps {
  opened: boolean
  onClose: () => void
  title: string
  label: string
  button: string
  /** It is not done without a reason. */
  required?: boolean
  deciding: { isPending: boolean; mutate: (reason: string, options: { onSuccess: () => void }) => void }
}

/** Asks why, and then does it. */
export function ReasonDialog({ opened, onClose, title, ...rest }: ReasonDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={460} yOffset="14vh">
      <ReasonForm onClose={onClose} {...rest} />
    </Modal>
  )
}

function ReasonForm({
  onClose,
  label,
  button,
  required,
  deciding,
}: Omit<ReasonDialogProps, 'opened' | 'title'>) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const missing = required && !reason.trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!missing) deciding.mutate(reason.trim(), { onSuccess: onClose })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Textarea
        data-autofocus
        label={label}
        description={required ? 'Kept with it for good.' : 'Optional; kept with it for good.'}
        autosize
        minRows={3}
        maxRows={8}
        maxLength={2000}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
        error={tried && missing && 'Say why: whoever reads it later will ask.'}
      />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={deciding.isPending}>
          {button}
        </Button>
      </Group>
    </form>
  )
}
