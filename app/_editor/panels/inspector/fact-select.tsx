import { Select } from '@mantine/core'
import { useState } from 'react'
import type { Fact } from '@/compiler/language/fact'
import type { FactType } from '@/compiler/runtime/values'
import { useReadOnly } from '../fields/use-read-only'
import { useHandbook } from '../use-handbook'
import { factTitle } from '../words/titles'
import { NewFact } from './new-fact'

interface FactSelectProps {
  label: string
  quiet?: boolean
  placeholder?: string
  value: string | null
  onPick: (id: string) => void
  /** Facts that are not offered: those that are there already. */
  without?: string[]
  /** Only facts of which this holds. */
  only?: (fact: Fact) => boolean
  /** The type that a new fact starts with. */
  type?: FactType
  /** Whether a new fact is one that customers bring up. */
  volunteered?: boolean
}

const NEW = '\u0000new'

/** Picks a fact of the handbook, or makes a new one on the spot. */
export function FactSelect({
  label,
  quiet,
  placeholder,
  value,
  onPick,
  without = [],
  only,
  type,
  volunteered,
}: FactSelectProps) {
  const handbook = useHandbook()
  const { facts } = handbook
  const readOnly = useReadOnly()
  const [making, setMaking] = useState(false)
  const data = Object.keys(facts)
    .filter(id => id === value || (!without.includes(id) && (!only || only(facts[id]!))))
    .map(id => ({ value: id, label: factTitle(id, handbook) }))
  if (value && !(value in facts)) data.unshift({ value, label: `${value} (not in the handbook)` })
  return (
    <>
      <Select
        {...(quiet ? { 'aria-label': label } : { label })}
        placeholder={placeholder ?? 'Pick a fact'}
        searchable
        selectFirstOptionOnChange
        readOnly={readOnly}
        value={value || null}
        data={[...data, { value: NEW, label: 'New fact…' }]}
        allowDeselect={false}
        nothingFoundMessage="No such fact"
        comboboxProps={{ width: 260, position: 'bottom-start' }}
        filter={({ options, search }) =>
          options.filter(
            option =>
              'value' in option &&
              (option.value === NEW ||
                `${option.label} ${option.value}`.toLowerCase().includes(search.toLowerCase().trim())),
          )
        }
        onChange={id => {
          if (id === NEW) setMaking(true)
          else if (id) onPick(id)
        }}
      />
      <NewFact
        opened={making}
        type={type}
        volunteered={volunteered}
        onClose={() => setMaking(false)}
        onMade={onPick}
      />
    </>
  )
}
