import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { type FactType, type Point, toJson, toPoint } from '@/compiler/runtime/values'
import { useEditor } from '../../document/store'
import { DurationInput } from './duration-input'
import { NumberField } from './number-field'
import { useDraft } from './use-draft'
import { useReadOnly } from './use-read-only'
import { fromWallTime, toWallTime } from './zoned-time'

interface ValueInputProps {
  label: string
  type: FactType
  value: Point | undefined
  onChange: (value: Point | undefined) => void
  /** The values of a closed domain; then it is a pick. */
  choices?: Point[] | null
  /** The label is for screen readers only: the line around it says what it is. */
  quiet?: boolean
}

/** A value of a fact's type. What is not a value (yet) is not passed on. */
export function ValueInput({ label, type, value, onChange, choices, quiet }: ValueInputProps) {
  const readOnly = useReadOnly()
  const timeZone = useEditor(state => state.document.timeZone)
  const named = quiet ? { 'aria-label': label } : { label }
  switch (type) {
    case 'boolean':
      return (
        <SegmentedControl
          aria-label={label}
          fullWidth
          size="sm"
          readOnly={readOnly}
          data={[
            { value: 'true', label: 'Yes' },
            { value: 'false', label: 'No' },
          ]}
          value={value === undefined ? '' : String(value)}
          onChange={next => onChange(next === 'true')}
        />
      )
    case 'number':
      return (
        <NumberField
          {...named}
          placeholder="Number"
          value={value as number | undefined}
          onChange={onChange}
        />
      )
    case 'days and time duration':
      return (
        <DurationInput label={label} quiet={quiet} value={value as number | undefined} onChange={onChange} />
      )
    case 'string':
      if (choices)
        return (
          <Select
            {...named}
            data={choices.map(String)}
            value={(value as string | undefined) ?? null}
            readOnly={readOnly}
            allowDeselect={false}
            searchable={choices.length > 8}
            placeholder="Pick one"
            onChange={next => onChange(next ?? undefined)}
          />
        )
      return <TypedText {...named} text={value ?? ''} read={text => text} onChange={onChange} />
    case 'date':
      return (
        <TypedText
          {...named}
          type="date"
          text={value === undefined ? '' : String(toJson(type, value))}
          read={text => toPoint(type, text)}
          onChange={onChange}
        />
      )
    case 'time':
      return (
        <TypedText
          {...named}
          type="time"
          step={typeof value === 'number' && value % 60 ? 1 : undefined}
          text={value === undefined ? '' : String(toJson(type, value)).replace(/:00$/, '')}
          read={text => toPoint(type, text.length === 5 ? `${text}:00` : text)}
          onChange={onChange}
        />
      )
    case 'date and time':
      return (
        <TypedText
          {...named}
          type="datetime-local"
          text={value === undefined ? '' : toWallTime(value as number, timeZone)}
          read={text => fromWallTime(text, timeZone)}
          onChange={onChange}
        />
      )
  }
}

interface TypedTextProps {
  label?: string
  'aria-label'?: string
  type?: 'date' | 'time' | 'datetime-local'
  step?: number
  text: string | Point
  read: (text: string) => Point | undefined
  onChange: (value: Point | undefined) => void
}

function TypedText({ text, read, onChange, ...props }: TypedTextProps) {
  const readOnly = useReadOnly()
  const draft = useDraft(String(text), next => {
    const value = read(next)
    if (value !== undefined || next === '') onChange(value)
  })
  return (
    <TextInput
      {...props}
      readOnly={readOnly}
      value={draft.value}
      onChange={event => draft.change(event.currentTarget.value)}
      onBlur={draft.flush}
    />
  )
}
