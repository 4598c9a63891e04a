import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { Outputs } from '../_shell/trpc'
import { NewClientForm } from './new-client-form'
import { NewToken } from './new-token'

/** Creates a client, then shows its token, this once. */
export function NewClient({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [created, setCreated] = useState<Outputs['clients']['create'] | null>(null)
  const close = () => {
    onClose()
    setCreated(null)
  }
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={created ? `The token of “${created.client.name}”` : 'New runtime client'}
      size={created ? 640 : 'md'}
      // The token is gone with the dialog: closing it takes more than a stray click.
      closeOnClickOutside={!created}
      closeOnEscape={!created}
      withCloseButton={!created}
    >
      {created ? (
        <NewToken created={created} onDone={close} />
      ) : (
        <NewClientForm onCreated={setCreated} onCancel={close} />
      )}
    </Modal>
  )
}
