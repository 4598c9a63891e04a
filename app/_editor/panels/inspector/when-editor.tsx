import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { Fact } from '@/compiler/language/fact'
import type { When } from '@/compiler/language/handbook'
import { handbookOf } from '../../document/handbook-of'
import { useEditorStore } from '../../document/store'
import { ConditionField } from '../condition/condition-field'
import { FieldGroup } from '../fields/field-group'
import { useReadOnly } from '../fields/use-read-only'
import { useHandbook } from '../use-handbook'
import { factTitle } from '../words/titles'
import { FactSelect } from './fact-select'
import classes from './inspector.module.css'

interface WhenEditorProps {
  label: string
  when: When
  onChange: (when: When) => void
  /** Which facts may be tested here. */
  only?: (fact: Fact) => boolean
  /** Whether a fact made here is one that customers bring up. */
  volunteered?: boolean
}

/** A row of conditions over any facts, all of which have to hold. */
export function WhenEditor({ label, when, onChange, only, volunteered }: WhenEditorProps) {
  const store = useEditorStore()
  const handbook = useHandbook()
  const { facts } = handbook
  const readOnly = useReadOnly()
  const without = (id: string) => Object.fromEntries(Object.entries(when).filter(([key]) => key !== id))
  return (
    <FieldGroup className={classes.stack} label={label}>
      {Object.entries(when).map(([id, text]) => {
        const fact = facts[id]
        const remove = !readOnly && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={20}
            className={classes.tool}
            aria-label={`Remove the condition on ${factTitle(id, handbook)}`}
            onClick={() => onChange(without(id))}
          >
            <IconX size={13} />
          </ActionIcon>
        )
        if (!fact)
          return (
            <div key={id} className={classes.label}>
              <span className={classes.problem}>“{id}” is not in the handbook.</span>
              {remove}
            </div>
          )
        return (
          <ConditionField
            key={id}
            label={factTitle(id, handbook)}
            fact={fact}
            text={text}
            aside={remove}
            onChange={next => onChange({ ...when, [id]: next ?? '-' })}
          />
        )
      })}
      {!readOnly && (
        <FactSelect
          quiet
          label={`${label}: add a condition`}
          placeholder={Object.keys(when).length === 0 ? 'Pick a fact…' : 'and another fact…'}
          value={null}
          without={Object.keys(when)}
          only={only}
          volunteered={volunteered}
          onPick={id => {
            // A fact made just now is not in this rendering's handbook yet.
            const { type } = handbookOf(store.getState()).facts[id] ?? {}
            onChange({ ...when, [id]: type === 'boolean' ? 'true' : '-' })
          }}
        />
      )}
    </FieldGroup>
  )
}
