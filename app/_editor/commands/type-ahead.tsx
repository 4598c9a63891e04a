'use client'

import { Combobox, Kbd, Modal, TextInput, useCombobox } from '@mantine/core'
import { type ReactNode, useEffect, useId, useState } from 'react'
import classes from './type-ahead.module.css'

export interface Choice {
  id: string
  label: string
  /** Words beside the label. */
  hint?: string
  icon?: ReactNode
  keys?: readonly string[]
  /** Why it cannot be chosen now. */
  refusal?: string | null
  group?: string
}

interface TypeAheadProps {
  title: string
  placeholder: string
  opened: boolean
  onClose: () => void
  choices: readonly Choice[]
  onPick: (id: string) => void
  /** Said where nothing fits what was typed. */
  nothing: string
}

/** Every word typed begins some word of the choice. */
function fits(choice: Choice, typed: string): boolean {
  const words = `${choice.label} ${choice.hint ?? ''} ${choice.group ?? ''}`
    .toLowerCase()
    .split(/[\s·,.:“”…]+/)
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every(part => words.some(word => word.startsWith(part)))
}

/** A list that one finds something in by typing: the first that fits is chosen by Enter. */
export function TypeAhead(props: TypeAheadProps) {
  const { title, opened, onClose } = props
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={560}
      yOffset="12vh"
      styles={{ body: { padding: 0 } }}
    >
      <Choices {...props} />
    </Modal>
  )
}

function Choices({ placeholder, choices, onPick, onClose, nothing, title }: TypeAheadProps) {
  const [typed, setTyped] = useState('')
  // The list is not a dropdown: it is always there.
  const combobox = useCombobox({ opened: true })
  const listId = useId()
  const shown = choices.filter(choice => fits(choice, typed))
  const groups = [...new Set(shown.map(choice => choice.group ?? ''))]

  // biome-ignore lint/correctness/useExhaustiveDependencies: the first choice is another one after each letter
  useEffect(() => {
    combobox.selectFirstOption()
  }, [typed])

  return (
    <Combobox store={combobox} onOptionSubmit={onPick}>
      <Combobox.EventsTarget withExpandedAttribute aria-controls={listId}>
        <TextInput
          data-autofocus
          aria-label={title}
          placeholder={placeholder}
          value={typed}
          onChange={event => setTyped(event.currentTarget.value)}
          // A combobox that is open keeps Escape to itself, to close; this one has only the dialog to close.
          onKeyDown={event => event.key === 'Escape' && onClose()}
          className={classes.field}
          variant="unstyled"
        />
      </Combobox.EventsTarget>
      <Combobox.Options id={listId} aria-label={title} className={classes.list}>
        {groups.map(group => (
          <Combobox.Group key={group} label={group || undefined}>
            {shown
              .filter(choice => (choice.group ?? '') === group)
              .map(choice => (
                <Combobox.Option key={choice.id} value={choice.id} disabled={Boolean(choice.refusal)}>
                  <span className={classes.choice}>
                    {choice.icon}
                    <span className={classes.label}>{choice.label}</span>
                    <span className={classes.hint}>{choice.refusal || choice.hint}</span>
                    {choice.keys?.map(key => (
                      <Kbd key={key} size="xs">
                        {key}
                      </Kbd>
                    ))}
                  </span>
                </Combobox.Option>
              ))}
          </Combobox.Group>
        ))}
        {shown.length === 0 && <Combobox.Empty>{nothing}</Combobox.Empty>}
      </Combobox.Options>
    </Combobox>
  )
}
