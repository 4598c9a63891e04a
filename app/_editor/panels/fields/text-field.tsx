import { Textarea, TextInput, type TextInputProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { useDraft } from './use-draft'
import { useReadOnly } from './use-read-only'

interface TextFieldProps extends Pick<TextInputProps, 'placeholder' | 'description' | 'error' | 'className'> {
  label: ReactNode
  value: string | undefined
  /** An emptied field is left out of the document. */
  onChange: (value: string | undefined) => void
  /** Several lines; grows with its text. */
  long?: boolean
  'aria-label'?: string
}

/** Text of the document, typed without lag. */
export function TextField({ value, onChange, long, ...props }: TextFieldProps) {
  const readOnly = useReadOnly()
  const draft = useDraft(value ?? '', text => onChange(text === '' ? undefined : text))
  const input = {
    ...props,
    readOnly,
    value: draft.value,
    onChange: (event: { currentTarget: { value: string } }) => draft.change(event.currentTarget.value),
    onBlur: draft.flush,
  }
  return long ? <Textarea autosize minRows={2} maxRows={10} {...input} /> : <TextInput {...input} />
}
