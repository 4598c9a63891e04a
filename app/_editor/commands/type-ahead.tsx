'use client'

import { Combobox, Kbd, Modal, TextInput, useCombobox } from '@mantine/core'
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { type FoundWords, foundIn, piecesOf, typedParts } from './found-words'
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
  /** More words that it is found by; those that were meant are shown in place of the hint. */
  words?: readonly FoundWords[]
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
  /** What is picked is gone to: the keyboard does not come back to where it was. */
  leadsOn?: boolean
}

/** Every word typed begins some word of the choice. */
function fits({ label, hint = '', group = '', words = [] }: Choice, typed: string): boolean {
  const pieces = [label, hint, group, ...words.map(({ text }) => text)].flatMap(piecesOf)
  return typedParts(typed).every(part => pieces.some(piece => piece.startsWith(part)))
}

/** More than this nobody reads; another letter narrows it. */
const MOST = 60

/** Where the letters typed stand, if not in the label itself. */
function hintOf({ label, hint, words }: Choice, typed: string): string | undefined {
  const found = words && foundIn(typed, `${label} ${hint ?? ''}`, words)
  return found ? `${found.of}: ${found.text}` : hint
}

/** A list that one finds something in by typing: the first that fits is chosen by Enter. */
export function TypeAhead(props: TypeAheadProps) {
  const { title, opened, onClose, onPick, leadsOn } = props
  const [picked, setPicked] = useState(false)
  if (opened && picked) setPicked(false)
  // Opened again while it still fades out, it begins anew, without what was typed before.
  const [open, setOpen] = useState({ now: opened, times: 0 })
  if (open.now !== opened) setOpen({ now: opened, times: open.times + Number(opened) })
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      returnFocus={!(leadsOn && picked)}
      title={title}
      size={560}
      yOffset="12vh"
      styles={{ body: { padding: 0 } }}
    >
      <Choices
        key={open.times}
        {...props}
        onPick={id => {
          onPick(id)
          setPicked(true)
        }}
      />
    </Modal>
  )
}

function Choices({ placeholder, choices, onPick, onClose, nothing, title }: TypeAheadProps) {
  const [typed, setTyped] = useState('')
  // The list is not a dropdown: it is always there.
  const combobox = useCombobox({ opened: true })
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)
  // At once, and not when the dialog has come in: letters typed in between would be shortcuts of the chart.
  useLayoutEffect(() => field.current?.focus(), [])
  const found = choices.filter(choice => fits(choice, typed))
  // What is called so comes before what only says so somewhere.
  const [called, others] = [true, false].map(is =>
    found.filter(({ label }) => fits({ id: '', label }, typed) === is),
  )
  const fitting = [...called!, ...others!]
  const shown = fitting.slice(0, MOST)
  const groups = [...new Set(shown.map(choice => choice.group ?? ''))]

  // biome-ignore lint/correctness/useExhaustiveDependencies: the first choice is another one after each letter
  useEffect(() => {
    combobox.selectFirstOption()
  }, [typed])

  return (
    <Combobox store={combobox} onOptionSubmit={onPick}>
      <Combobox.EventsTarget withExpandedAttribute aria-controls={listId}>
        <TextInput
          ref={field}
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
                    <span className={classes.hint}>{choice.refusal || hintOf(choice, typed)}</span>
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
        {fitting.length > MOST && (
          <Combobox.Footer>and {fitting.length - MOST} more: type another letter</Combobox.Footer>
        )}
        {shown.length === 0 && <Combobox.Empty>{nothing}</Combobox.Empty>}
      </Combobox.Options>
    </Combobox>
  )
}
