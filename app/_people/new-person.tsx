import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { Outputs } from '../_shell/trpc'
import { NewPassword } from './new-password'
import { NewPersonForm } from './new-person-form'

/** Adds somebody, then shows their first password, this once. */
export function NewPerson({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [created, setCreated] = useState<Outputs['people']['create'] | null>(null)
  const close = () => {
    onClose()
    setCreated(null)
  }
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={created ? `${created.person.name} can sign in` : 'Add somebody'}
      closeOnClickOutside={!created}
      closeOnEscape={!created}
      withCloseButton={!created}
    >
      {created ? (
        <NewPassword {...created} onDone={close} />
      ) : (
        <NewPersonForm onCreated={setCreated} onCancel={close} />
      )}
    </Modal>
  )
}
