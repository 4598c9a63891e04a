import { Group, Select } from '@mantine/core'
import { useState } from 'react'
import { NumberField } from './number-field'
import { useReadOnly } from './use-read-only'

const UNITS = { days: 86_400_000, hours: 3_600_000, minutes: 60_000, seconds: 1000 } as const
type Unit = keyof typeof UNITS
const NAMES = Object.keys(UNITS) as Unit[]

/** The largest unit in which the duration is a whole number. */
const unitOf = (ms: number): Unit => NAMES.find(unit => ms % UNITS[unit] === 0) ?? 'seconds'

interface DurationInputProps {
  label: string
  /** In milliseconds. */
  value: number | undefined
  onChange: (ms: number | undefined) => void
  /** The label is for screen readers only. */
  quiet?: boolean
  start?: Unit
}

/** A duration as a number and a unit. The unit that was picked stays, whatever the number. */
export function DurationInput({ label, value, onChange, quiet, start = 'days' }: DurationInputProps) {
  const readOnly = useReadOnly()
  const [picked, setPicked] = useState<Unit | null>(null)
  const unit = picked ?? (value === undefined || value === 0 ? start : unitOf(value))
  return (
    <Group gap={6} wrap="nowrap" align="end">
      <NumberField
        label={quiet ? undefined : label}
        aria-label={quiet ? label : undefined}
        placeholder="How long"
        value={value === undefined ? undefined : value / UNITS[unit]}
        onChange={n => onChange(n === undefined ? undefined : Math.round(n * UNITS[unit]))}
      />
      <Select
        aria-label={`Unit of ${label}`}
        w={104}
        style={{ flex: 'none' }}
        data={NAMES}
        value={unit}
        readOnly={readOnly}
        allowDeselect={false}
        comboboxProps={{ width: 'target' }}
        onChange={next => {
          const to = next as Unit
          setPicked(to)
          if (value !== undefined) onChange(Math.round((value / UNITS[unit]) * UNITS[to]))
        }}
      />
    </Group>
  )
}
