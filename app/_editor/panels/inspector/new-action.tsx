import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Action } from '@/compiler/language/handbook'
import { idFromTitle, newId } from '../../document/new-id'
import { useEditorStore } from '../../document/store'
import { useHandbook } from '../use-handbook'
import { tierTitle } from '../words/titles'

interface NewActionProps {
  opened: boolean
  onClose: () => void
  /** Called in the same undo step as the action is made in. */
  onMade: (id: string) => void
}

/** Asks for an action's name and who may do it; parameters and limits are in the handbook. */
export function NewAction({ opened, ...props }: NewActionProps) {
  return (
    <Modal opened={opened} onClose={props.onClose} title="New action" size="sm">
      <NewActionForm {...props} />
    </Modal>
  )
}

function NewActionForm({ onClose, onMade }: Omit<NewActionProps, 'opened'>) {
  const store = useEditorStore()
  const handbook = useHandbook()
  const { tiers, actions } = handbook
  const [title, setTitle] = useState('')
  const [tier, setTier] = useState(tiers[0]?.id ?? '')

  const make = () => {
    const id = newId(idFromTitle(title, 'action'), Object.keys(actions))
    const action: Action = { title: title.trim(), ...(tier && { grants: { [tier]: {} } }) }
    store.getState().step(`New action “${title.trim()}”`, () => {
      store.getState().edit('New action', draft => {
        draft.handbook.actions = { ...draft.handbook.actions, [id]: action }
      })
      onMade(id)
    })
    onClose()
  }

  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        event.stopPropagation()
        make()
      }}
    >
      <Stack gap="sm">
        <TextInput
          label="What is it called?"
          placeholder="Upgrade to next-day shipping"
          data-autofocus
          value={title}
          onChange={event => setTitle(event.currentTarget.value)}
        />
        <Select
          label="Who may do it?"
          description="Every tier above may do it too. Limits are set in the handbook."
          data={tiers.map(each => ({ value: each.id, label: `${tierTitle(each.id, handbook)} and above` }))}
          value={tier}
          allowDeselect={false}
          onChange={next => setTier(next ?? '')}
        />
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={title.trim() === ''}>
            Add action
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
