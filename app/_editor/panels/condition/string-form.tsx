import { Chip, Select, TagsInput } from '@mantine/core'
import { FieldGroup } from '../fields/field-group'
import { useReadOnly } from '../fields/use-read-only'
import classes from './condition.module.css'
import { type FormItem, literals } from './form'
import type { FormProps } from './form-props'
import { NobodyKnows } from './ordered-form'

const toItem = (value: string): FormItem => ({ op: 'is', value, lowOpen: false, highOpen: false })

/** Texts: one of some, or none of them. A closed list is picked from; anything else is typed. */
export function StringForm({ label, fact, form, autoFocus, onChange }: FormProps) {
  const readOnly = useReadOnly()
  const choices = literals(fact.allowedValues, 'string') as string[] | null
  const not = !form.any && form.not
  const values = form.any
    ? []
    : form.items.flatMap(item => (item.value === undefined ? [] : [String(item.value)]))
  const foreign = choices ? values.filter(value => !choices.includes(value)) : []

  const set = (next: string[]) => {
    if (next.length === 0 && (form.any || form.unknown === form.not)) onChange({ any: true })
    else onChange({ any: false, not, unknown: form.any ? not : form.unknown, items: next.map(toItem) })
  }
  const setNot = (next: boolean) => {
    const unknown = form.any || form.not !== next ? next : form.unknown
    onChange({ any: false, not: next, unknown, items: values.map(toItem) })
  }

  return (
    <>
      <div className={classes.item} data-stacked>
        <Select
          aria-label={`${label}: how it compares`}
          data-autofocus={autoFocus || undefined}
          className={classes.operator}
          data={[
            { value: 'is', label: values.length > 1 ? 'is one of' : 'is' },
            { value: 'not', label: values.length > 1 ? 'is none of' : 'is not' },
          ]}
          value={not ? 'not' : 'is'}
          allowDeselect={false}
          readOnly={readOnly}
          onChange={next => setNot(next === 'not')}
        />
      </div>
      {choices ? (
        <Chip.Group multiple value={values} onChange={set}>
          <FieldGroup className={classes.chips} label={label}>
            {[...choices, ...foreign].map(choice => (
              <Chip key={choice} size="xs" variant="light" value={choice} disabled={readOnly}>
                {choice === '' ? 'empty' : choice}
              </Chip>
            ))}
          </FieldGroup>
        </Chip.Group>
      ) : (
        <TagsInput
          aria-label={`${label}: values`}
          placeholder={values.length === 0 ? 'Anything. Type a value, then Enter' : undefined}
          value={values}
          readOnly={readOnly}
          splitChars={[]}
          acceptValueOnBlur
          onChange={set}
        />
      )}
      <div className={classes.extras}>
        <NobodyKnows label={label} fact={fact} form={form} onChange={onChange} />
      </div>
    </>
  )
}
