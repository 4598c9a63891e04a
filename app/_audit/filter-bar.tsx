import { Button, CloseButton, Select, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTRPC } from '../_shell/trpc'
import classes from './audit.module.css'
import { EVERYTHING, type Shown } from './filters'

interface FilterBarProps {
  shown: Shown
  onShow: (shown: Shown) => void
}

/** By words, person, act, policy and days. */
export function FilterBar({ shown, onShow }: FilterBarProps) {
  const trpc = useTRPC()
  const choices = useQuery(trpc.audit.choices.queryOptions()).data
  const field = useRef<HTMLInputElement>(null)
  useHotkeys([['/', () => field.current?.focus()]])
  const set = (change: Partial<Shown>) => onShow({ ...shown, ...change })
  const pick = (
    label: string,
    key: 'person' | 'act' | 'policy',
    data: { value: string; label: string }[],
  ) => (
    <Select
      aria-label={label}
      placeholder={label}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': `${label}: show all` }}
      nothingFoundMessage="Nothing of that name in the log"
      data={data}
      value={shown[key]}
      onChange={value => set({ [key]: value })}
    />
  )
  return (
    <search className={classes.filters}>
      <TextInput
        ref={field}
        className={classes.search}
        aria-label="Search the log"
        placeholder="Search names, reasons, details"
        leftSection={<IconSearch size={16} stroke={1.6} />}
        rightSection={
          shown.search ? (
            <CloseButton size="sm" aria-label="Clear the search" onClick={() => set({ search: '' })} />
          ) : (
            <kbd aria-hidden>/</kbd>
          )
        }
        value={shown.search}
        onChange={event => set({ search: event.currentTarget.value })}
        onKeyDown={event => event.key === 'Escape' && set({ search: '' })}
      />
      {pick('Anybody', 'person', [
        { value: 'remit', label: 'Remit, or the command line' },
        ...(choices?.people ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ])}
      {pick(
        'Anything done',
        'act',
        (choices?.acts ?? []).map(({ act, label }) => ({ value: act, label })),
      )}
      {pick(
        'Any policy',
        'policy',
        (choices?.policies ?? []).map(({ name, title }) => ({ value: name, label: title })),
      )}
      <div className={classes.days}>
        <TextInput
          type="date"
          aria-label="From this day on"
          value={shown.from}
          max={shown.until || undefined}
          onChange={event => set({ from: event.currentTarget.value })}
        />
        <span>to</span>
        <TextInput
          type="date"
          aria-label="Up to this day"
          value={shown.until}
          min={shown.from || undefined}
          onChange={event => set({ until: event.currentTarget.value })}
        />
      </div>
      {JSON.stringify(shown) !== JSON.stringify(EVERYTHING) && (
        <Button variant="subtle" onClick={() => onShow(EVERYTHING)}>
          Show all
        </Button>
      )}
    </search>
  )
}
