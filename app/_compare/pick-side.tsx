import { Select } from '@mantine/core'
import { dateAndTime } from '../_shell/dates'
import type { Outputs } from '../_shell/trpc'
import classes from './compare-page.module.css'
import { readSide, type SideName, sideLabel } from './side'

interface PickSideProps {
  label: string
  value: SideName | null
  versions: Outputs['versions']['list']
  onPick: (name: SideName) => void
}

/** As many versions are listed at once; others are found by their number, date or note. */
const LISTED = 60

/** One side of the comparison: the draft, or any version. */
export function PickSide({ label, value, versions, onPick }: PickSideProps) {
  const about = new Map(
    versions.map(({ number, publishedAt, inForce, note }) => [
      String(number),
      [...(inForce ? ['in force'] : []), dateAndTime(publishedAt), ...(note ? [note] : [])].join(' · '),
    ]),
  )
  return (
    <Select
      className={classes.pick}
      aria-label={label}
      size="sm"
      searchable
      selectFirstOptionOnChange
      allowDeselect={false}
      maxDropdownHeight={360}
      limit={LISTED}
      comboboxProps={{ width: 320, position: 'bottom-start' }}
      nothingFoundMessage="No such version"
      data={['draft', ...about.keys()].map(name => ({
        value: name,
        label: sideLabel(readSide(name)!),
      }))}
      filter={({ options, search, limit }) => {
        const sought = search.trim().toLowerCase()
        const found = options.filter(
          option =>
            'value' in option &&
            `${option.label} ${about.get(option.value) ?? ''}`.toLowerCase().includes(sought),
        )
        return found.slice(0, limit)
      }}
      renderOption={({ option }) => (
        <span className={classes.option}>
          <span>{option.label}</span>
          <small>{about.get(option.value) ?? 'as it is saved now'}</small>
        </span>
      )}
      value={value === null ? null : String(value)}
      onChange={picked => {
        const name = readSide(picked)
        if (name !== null) onPick(name)
      }}
    />
  )
}
