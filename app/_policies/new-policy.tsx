import { Modal } from '@mantine/core'
import { NewPolicyForm } from './new-policy-form'

interface NewPolicyProps {
  opened: boolean
  onClose: () => void
  /** The names that other policies have. */
  taken: string[]
}

/** Creates a policy: an empty one, or one from a JSON file. */
export function NewPolicy({ opened, onClose, taken }: NewPolicyProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="New policy" size={520}>
      <NewPolicyForm onCancel={onClose} taken={taken} />
    </Modal>
  )
}
