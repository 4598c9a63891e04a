import { NumberInput, type NumberInputProps } from '@mantine/core'
import { useDraft } from './use-draft'
import { useReadOnly } from './use-read-only'

interface NumberFieldProps
  extends Pick<
    NumberInputProps,
    | 'label'
    | 'aria-label'
    | 'placeholder'
    | 'description'
    | 'error'
    | 'min'
    | 'max'
    | 'suffix'
    | 'rightSection'
    | 'rightSectionWidth'
    | 'rightSectionPointerEvents'
    | 'className'
    | 'disabled'
  > {
  value: number | undefined
  onChange: (value: number | undefined) => void
  step?: number
}

/** A number of the document; emptied, it is left out. Something that is no number yet (a lone minus) waits. */
export function NumberField({ value, onChange, ...props }: NumberFieldProps) {
  const readOnly = useReadOnly()
  const draft = useDraft<number | string>(value ?? '', next => {
    if (next === '') onChange(undefined)
    else if (Number.isFinite(Number(next))) onChange(Number(next))
  })
  return (
    <NumberInput
      {...props}
      hideControls
      readOnly={readOnly}
      decimalScale={12}
      value={draft.value}
      onChange={next => {
        if (next !== draft.value) draft.change(next)
      }}
      onBlur={draft.flush}
    />
  )
}
