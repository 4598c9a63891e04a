import { Chip } from '@mantine/core'
import { FieldGroup } from '../fields/field-group'
import { useReadOnly } from '../fields/use-read-only'
import classes from './condition.module.css'
import type { ConditionForm } from './form'
import type { FormProps } from './form-props'

type Answer = 'yes' | 'no' | 'either' | 'none'

function answerOf(form: ConditionForm): Answer {
  if (form.any) return 'either'
  const [yes, no] = [true, false].map(value => form.items.some(item => item.value === value))
  return yes ? (no ? 'either' : 'yes') : no ? 'no' : 'none'
}

const item = (value: boolean) => ({ op: 'is' as const, value, lowOpen: false, highOpen: false })
const ITEMS = { yes: [item(true)], no: [item(false)], either: [item(true), item(false)], none: [] }

/** Yes, no or either; and nobody knows, where that can be. */
export function BooleanForm({ label, fact, form, autoFocus, onChange }: FormProps) {
  const readOnly = useReadOnly()
  const answer = answerOf(form)
  const unknown = form.any ? fact.mayBeUnknown === true : form.unknown
  const set = (next: Answer, unknownToo: boolean) => {
    if (next === 'either' && unknownToo === (fact.mayBeUnknown === true)) onChange({ any: true })
    else onChange({ any: false, not: false, unknown: unknownToo, items: ITEMS[next] })
  }
  return (
    <FieldGroup className={classes.chips} label={label}>
      {(['yes', 'no', 'either'] as const).map(each => (
        <Chip
          key={each}
          size="xs"
          variant="light"
          checked={answer === each}
          data-autofocus={(autoFocus && each === 'yes') || undefined}
          disabled={readOnly}
          onChange={checked => {
            // Taking the mark off leaves "nobody knows" alone, where it is there; else a click is no answer.
            if (checked) set(each, unknown)
            else if (unknown) set('none', true)
          }}
        >
          {each === 'yes' ? 'Yes' : each === 'no' ? 'No' : 'Either'}
        </Chip>
      ))}
      {(fact.mayBeUnknown || (!form.any && form.unknown)) && (
        <Chip
          size="xs"
          variant="light"
          checked={unknown}
          disabled={readOnly}
          onChange={checked => {
            if (checked || answer !== 'none') set(answer, checked)
          }}
        >
          Nobody knows
        </Chip>
      )}
    </FieldGroup>
  )
}
