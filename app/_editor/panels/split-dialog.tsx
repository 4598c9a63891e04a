import { Button, Chip, Group, Modal, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { Fact } from '@/compiler/language/fact'
import type { Edge } from '@/compiler/language/policy'
import { isOrdered } from '@/compiler/language/tests/literal'
import { valueWords } from '@/compiler/language/tests/value-words'
import { testWords } from '@/compiler/language/tests/words'
import type { Point } from '@/compiler/runtime/values'
import { type Cut, splitAnswer, splitCondition } from '../document/split-answer'
import { useEditor, useEditorStore } from '../document/store'
import { literals } from './condition/form'
import { FieldGroup } from './fields/field-group'
import { ValueInput } from './fields/value-input'
import classes from './split-dialog.module.css'
import { useHandbook } from './use-handbook'
import { factTitle } from './words/titles'

/** An answer, and the fact by which it is split. */
export interface Splitting {
  edge: Edge
  fact: string
}

/** Whether an answer can be split by a fact at all: one with an order, or with a few values. */
export const canSplit = (edge: Edge, fact: Fact | undefined): boolean =>
  fact !== undefined && !edge.otherwise && (isOrdered(fact.type) || valuesOf(fact) !== null)

const valuesOf = (fact: Fact): Point[] | null =>
  fact.type === 'boolean' ? [true, false] : literals(fact.allowedValues, fact.type)

interface SplitDialogProps {
  splitting: Splitting | null
  onClose: () => void
  /** With the id of the second answer. */
  onSplit?: (edge: string) => void
}

/** Splits an answer in two at a value; both lead where it did, until one of them is led elsewhere. */
export function SplitDialog({ splitting, onClose, onSplit }: SplitDialogProps) {
  return (
    <Modal opened={splitting !== null} onClose={onClose} title="Split the answer" size={440} yOffset="16vh">
      {splitting && <SplitForm {...splitting} onClose={onClose} onSplit={onSplit} />}
    </Modal>
  )
}

function SplitForm({ edge, fact: id, onClose, onSplit }: Splitting & Omit<SplitDialogProps, 'splitting'>) {
  const store = useEditorStore()
  const handbook = useHandbook()
  const timeZone = useEditor(state => state.document.timeZone)
  const fact = handbook.facts[id]
  const [value, setValue] = useState<Point | undefined>(undefined)
  // Three o’clock begins the afternoon; 100 still counts as up to 100.
  const [first, setFirst] = useState(fact?.type === 'number' || fact?.type === 'days and time duration')
  const [second, setSecond] = useState<readonly Point[]>([])
  if (!fact) return null
  const text = edge.when?.[id]
  const title = factTitle(id, handbook)
  const whole = testWords(text ?? '-', fact.type, timeZone)
  const values = valuesOf(fact)
  const held =
    values?.filter(each => splitCondition(text, fact, { is: 'values', values: [each] }) !== null) ?? []
  const listed = held.length > 1
  const cut: Cut | null = listed
    ? { is: 'values', values: second }
    : value === undefined || !isOrdered(fact.type)
      ? null
      : { is: 'at', value, first }
  const parts = cut && splitCondition(text, fact, cut)
  const words = (part: string | undefined) => testWords(part ?? '-', fact.type, timeZone)
  const said = value === undefined ? '' : valueWords(fact.type, value, timeZone)

  const split = () => {
    if (!parts) return
    let made: string | undefined
    store.getState().edit('Split answer', draft => {
      made = splitAnswer(draft, edge.id, id, parts)
    })
    onClose()
    if (made) onSplit?.(made)
  }

  return (
    <form
      className={classes.form}
      onSubmit={event => {
        event.preventDefault()
        split()
      }}
    >
      <p>
        {title}: <b>{whole}</b>
      </p>
      {listed ? (
        <FieldGroup label="What goes to the second answer">
          <div className={classes.label}>What goes to the second answer</div>
          <Chip.Group
            multiple
            value={second.map(String)}
            onChange={next => setSecond(held.filter(each => next.includes(String(each))))}
          >
            <Group gap={6}>
              {held.map(each => (
                <Chip key={String(each)} size="xs" variant="light" value={String(each)}>
                  {valueWords(fact.type, each, timeZone)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </FieldGroup>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: it only passes the focus on */}
          <div
            // A dialog looks for what is to have the focus; here that is the input within.
            data-autofocus
            tabIndex={-1}
            onFocus={event => {
              if (event.target === event.currentTarget)
                event.currentTarget.querySelector<HTMLElement>('input')?.focus()
            }}
          >
            <ValueInput label="Split at" type={fact.type} value={value} onChange={setValue} />
          </div>
          {value !== undefined && (
            <FieldGroup label={`Which answer ${said} itself belongs to`}>
              <div className={classes.label}>{said} itself belongs to</div>
              <SegmentedControl
                fullWidth
                size="xs"
                data={[
                  { value: 'first', label: 'the first answer' },
                  { value: 'second', label: 'the second answer' },
                ]}
                value={first ? 'first' : 'second'}
                onChange={next => setFirst(next === 'first')}
              />
            </FieldGroup>
          )}
        </>
      )}
      <div className={classes.parts} role="status">
        {parts ? (
          <ol>
            <li>{words(parts.first)}</li>
            <li>{words(parts.second)}</li>
          </ol>
        ) : (
          <span>
            {cut && !(listed && second.length === 0)
              ? `One of the two would be empty: ${listed ? 'leave something for the first' : `${said} does not lie within ${whole}`}.`
              : 'Both lead to the same place, until you lead one of them elsewhere.'}
          </span>
        )}
      </div>
      <Group justify="flex-end" gap={8}>
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" disabled={!parts}>
          Split
        </Button>
      </Group>
    </form>
  )
}
