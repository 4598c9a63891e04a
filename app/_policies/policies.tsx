'use client'

import { Button, CloseButton, TextInput, Tooltip } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { IconPlus, IconSearch, IconSitemap } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Body } from '../_shell/body'
import { Empty } from '../_shell/empty'
import { Frame } from '../_shell/frame'
import { NO_CHANGES, useMay } from '../_shell/session'
import { Trouble } from '../_shell/trouble'
import { useTRPC } from '../_shell/trpc'
import { Waiting } from '../_shell/waiting'
import { HandbookTable } from './handbook-table'
import { NewPolicy } from './new-policy'
import classes from './policies.module.css'
import { PolicyTable } from './policy-table'
import { matches } from './search'

/** The list of policies: what is in force, what is being changed, and the way into each. */
export function Policies() {
  const trpc = useTRPC()
  const { edit } = useMay()
  const list = useQuery(trpc.policies.list.queryOptions())
  const [search, setSearch] = useState('')
  const [creating, dialog] = useDisclosure(false)
  const field = useRef<HTMLInputElement>(null)
  const rows = useRef<HTMLDivElement>(null)

  useHotkeys([
    ['/', () => field.current?.focus()],
    ['n', () => edit && dialog.open()],
  ])
  const found = (list.data ?? []).filter(policy => matches(policy, search))
  const policies = found.filter(({ kind }) => kind === 'policy')
  const handbooks = found.filter(({ kind }) => kind === 'handbook')

  // Up and down go through the field and the policies; Escape empties the search.
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && event.target === field.current) return setSearch('')
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const stops = [field.current, ...(rows.current?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])]
    const at = stops.indexOf(event.target as HTMLInputElement)
    if (step === 0 || at < 0) return
    event.preventDefault()
    stops[at + step]?.focus()
  }

  const create = (
    <Tooltip label={NO_CHANGES} disabled={edit}>
      <Button
        leftSection={<IconPlus size={16} stroke={1.8} />}
        data-disabled={!edit || undefined}
        aria-disabled={!edit}
        onClick={() => edit && dialog.open()}
      >
        New policy
      </Button>
    </Tooltip>
  )

  return (
    <Frame>
      <Body
        title="Policies"
        about="Each one says, for every case that may come up, who decides what, and in which words."
        actions={create}
      >
        {list.isPending && <Waiting>Loading the policies</Waiting>}
        {list.error && (
          <Trouble title="The policies did not load" error={list.error} retry={() => list.refetch()} />
        )}
        {list.data?.length === 0 && (
          <Empty icon={<IconSitemap size={22} stroke={1.6} />} title="No policies yet">
            {edit
              ? 'A policy is a flowchart of a conversation, and a handbook of who may do what. Begin with an empty chart, or bring one from a file.'
              : 'There will be something to see as soon as a manager has drawn one.'}
          </Empty>
        )}
        {list.data && list.data.length > 0 && (
          // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys are a short cut; Tab goes everywhere
          <div onKeyDown={walk}>
            <TextInput
              ref={field}
              className={classes.search}
              aria-label="Search the policies"
              placeholder="Search by title, name or person"
              leftSection={<IconSearch size={16} stroke={1.6} />}
              rightSection={
                search ? (
                  <CloseButton size="sm" aria-label="Clear the search" onClick={() => setSearch('')} />
                ) : (
                  <kbd aria-hidden>/</kbd>
                )
              }
              value={search}
              onChange={event => setSearch(event.currentTarget.value)}
            />
            <div ref={rows}>
              {policies.length > 0 && <PolicyTable policies={policies} />}
              {handbooks.length > 0 && (
                <>
                  <h2 className={classes.section}>Shared handbooks</h2>
                  <HandbookTable handbooks={handbooks} />
                </>
              )}
              {found.length === 0 && (
                <Empty icon={<IconSearch size={22} stroke={1.6} />} title="Nothing found">
                  No policy has “{search.trim()}” in its title or name, and nobody of that name worked on one
                  last.
                </Empty>
              )}
            </div>
            <p className={classes.count} role="status">
              {found.length === list.data.length
                ? counted(policies.length, handbooks.length)
                : `${found.length} of ${list.data.length}`}
            </p>
          </div>
        )}
      </Body>
      <NewPolicy
        opened={creating}
        onClose={dialog.close}
        taken={(list.data ?? []).map(policy => policy.name)}
      />
    </Frame>
  )
}

function counted(policies: number, handbooks: number): string {
  const of = policies === 1 ? '1 policy' : `${policies} policies`
  if (handbooks === 0) return of
  return `${of} and ${handbooks === 1 ? '1 shared handbook' : `${handbooks} shared handbooks`}`
}
