import { Select } from '@mantine/core'
import { useState } from 'react'
import { useEditor } from '../../document/store'
import { useHandbook } from '../use-handbook'
import { actionTitle } from '../words/titles'
import { NewAction } from './new-action'

const NEW = '\u0000new'

interface ActionSelectProps {
  label: string
  quiet?: boolean
  placeholder?: string
  value: string
  onPick: (id: string) => void
}

/** Picks an action of the handbook, or makes a new one on the spot. */
export function ActionSelect({ label, quiet, placeholder, value, onPick }: ActionSelectProps) {
  const handbook = useHandbook()
  const readOnly = useEditor(state => state.readOnly)
  const [making, setMaking] = useState(false)
  const data = Object.keys(handbook.actions).map(id => ({ value: id, label: actionTitle(id, handbook) }))
  if (value && !(value in handbook.actions)) data.unshift({ value, label: `${value} (not in the handbook)` })
  return (
    <>
      <Select
        {...(quiet ? { 'aria-label': label } : { label })}
        placeholder={placeholder ?? 'Pick an action'}
        searchable
        selectFirstOptionOnChange
        readOnly={readOnly}
        value={value || null}
        data={[...data, { value: NEW, label: 'New action…' }]}
        allowDeselect={false}
        nothingFoundMessage="No such action"
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
      <NewAction opened={making} onClose={() => setMaking(false)} onMade={onPick} />
    </>
  )
}
