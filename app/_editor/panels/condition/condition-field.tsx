import { UnstyledButton } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { FactType } from '@/compiler/runtime/values'
import { BooleanForm } from './boolean-form'
import classes from './condition.module.css'
import { ConditionText } from './condition-text'
import { type ConditionForm, readForm, writeForm } from './form'
import type { FormProps, Tested } from './form-props'
import { OrderedForm } from './ordered-form'
import { StringForm } from './string-form'

const FORMS: Record<FactType, (props: FormProps) => ReactNode> = {
  boolean: BooleanForm,
  string: StringForm,
  number: OrderedForm,
  date: OrderedForm,
  time: OrderedForm,
  'date and time': OrderedForm,
  'days and time duration': OrderedForm,
}

interface ConditionFieldProps {
  /** What is tested, as a person calls it. */
  label: string
  fact: Tested
  /** The test; undefined for a fact that may be anything. */
  text: string | undefined
  /** Undefined where anything passes: the fact is then left out. */
  onChange: (text: string | undefined) => void
  /** Beside the label: where the fact comes from, a button to remove it. */
  aside?: ReactNode
  /** In a dialog: the first input is where the keyboard begins. */
  autoFocus?: boolean
}

/**
 * A condition over one value: a form for what a form can show, S-FEEL for everything; both edit the same text. What
 * the form has not filled in yet stays in the form until it is whole, so the document never holds half a condition.
 */
export function ConditionField({ label, fact, text, onChange, aside, autoFocus }: ConditionFieldProps) {
  const now = text ?? '-'
  const [draft, setDraft] = useState<{ form: ConditionForm; text: string } | null>(null)
  const [asText, setAsText] = useState(false)
  const form = draft?.text === now ? draft.form : readForm(now, fact.type)
  const Form = FORMS[fact.type]
  const textual = asText || form === null

  const changeForm = (next: ConditionForm) => {
    const written = writeForm(next, fact.type)
    setDraft({ form: next, text: written ?? now })
    if (written !== null && written !== now) onChange(written === '-' ? undefined : written)
  }

  return (
    <section className={classes.condition} aria-label={`Condition on ${label}`}>
      <div className={classes.head}>
        <span className={classes.label}>{label}</span>
        {aside}
        <UnstyledButton
          className={classes.toggle}
          aria-pressed={textual}
          disabled={form === null}
          aria-label={`${label}: ${textual ? 'show as a form' : 'show as S-FEEL'}`}
          title={form === null ? 'Only S-FEEL can say this' : undefined}
          onClick={() => setAsText(!textual)}
        >
          {textual ? (form === null ? 'S-FEEL' : 'Form') : 'S-FEEL'}
        </UnstyledButton>
      </div>
      {textual ? (
        <ConditionText
          label={label}
          type={fact.type}
          text={now}
          autoFocus={autoFocus}
          onChange={next => onChange(next === '-' ? undefined : next)}
        />
      ) : (
        <Form label={label} fact={fact} form={form!} autoFocus={autoFocus} onChange={changeForm} />
      )}
    </section>
  )
}
