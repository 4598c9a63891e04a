import { Button, Group, Modal, Select, Stack, TagsInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Fact, SOURCES, type Source } from '@/compiler/language/fact'
import { FACT_TYPES, type FactType } from '@/compiler/runtime/values'
import { idFromTitle, newId } from '../../document/new-id'
import { useEditorStore } from '../../document/store'
import { useHandbook } from '../use-handbook'
import { SOURCE_WORDS } from '../words/titles'
import { TYPE_WORDS } from '../words/types'

interface NewFactProps {
  opened: boolean
  type?: FactType
  /** For a magic word: what a customer says is then brought up by them, and never asked for. */
  volunteered?: boolean
  onClose: () => void
  /** Called in the same undo step as the fact is made in. */
  onMade: (id: string) => void
}

/** Asks for what a fact cannot be without; the rest is in the handbook. */
export function NewFact({ opened, ...props }: NewFactProps) {
  return (
    <Modal opened={opened} onClose={props.onClose} title="New fact" size="sm">
      <NewFactForm {...props} />
    </Modal>
  )
}

function NewFactForm({
  type: startType = 'boolean',
  volunteered = false,
  onClose,
  onMade,
}: Omit<NewFactProps, 'opened'>) {
  const store = useEditorStore()
  const { facts } = useHandbook()
  const [title, setTitle] = useState('')
  const [type, setType] = useState<FactType>(startType)
  const [source, setSource] = useState<Source>('customer')
  const [values, setValues] = useState<string[]>([])

  const broughtUp = volunteered && type === 'boolean' && source === 'customer'

  const make = () => {
    const id = newId(idFromTitle(title, 'fact').replaceAll('-', '_'), Object.keys(facts))
    const fact: Fact = { type, source }
    if (title.trim()) fact.title = title.trim()
    if (broughtUp) fact.volunteered = true
    if (type === 'string' && values.length > 0)
      fact.allowedValues = values.map(value => JSON.stringify(value)).join(', ')
    store.getState().step(`New fact “${title.trim() || id}”`, () => {
      store.getState().edit('New fact', draft => {
        draft.handbook.facts = { ...draft.handbook.facts, [id]: fact }
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
          placeholder="Time of the call"
          data-autofocus
          value={title}
          onChange={event => setTitle(event.currentTarget.value)}
        />
        <Select
          label="What kind of value is it?"
          data={FACT_TYPES.map(value => ({ value, label: TYPE_WORDS[value] }))}
          value={type}
          allowDeselect={false}
          onChange={next => setType(next as FactType)}
        />
        {type === 'string' && (
          <TagsInput
            label="Which texts can it be?"
            description="Leave it empty where it can be any text."
            splitChars={[]}
            acceptValueOnBlur
            value={values}
            onChange={setValues}
          />
        )}
        <Select
          label="Where does it come from?"
          description={broughtUp ? 'The customer brings it up; nobody may ask for it.' : undefined}
          data={SOURCES.map(value => ({ value, label: SOURCE_WORDS[value] }))}
          value={source}
          allowDeselect={false}
          onChange={next => setSource(next as Source)}
        />
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={title.trim() === ''}>
            Add fact
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
