'use client'

import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconListSearch } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Body } from '../_shell/body'
import { Empty } from '../_shell/empty'
import { Frame } from '../_shell/frame'
import { Trouble } from '../_shell/trouble'
import { useTRPC } from '../_shell/trpc'
import { Waiting } from '../_shell/waiting'
import classes from './audit.module.css'
import { Checkpoints } from './checkpoints'
import { EntryList } from './entry-list'
import { ExportMenu } from './export-menu'
import { FilterBar } from './filter-bar'
import { EVERYTHING, type Filter, filterOf, type Shown } from './filters'

/** Everything that was ever done, in sentences, and what proves that it stays as it was written. */
export function AuditLog() {
  const [shown, show] = useState<Shown>(EVERYTHING)
  const [filter] = useDebouncedValue(filterOf(shown), 200)
  return (
    <Frame>
      <Body
        wide
        title="Audit log"
        about="Every act that changed anything: who did it, when, and why. Entries are only ever added, and each holds the hash of the one before it."
        actions={<ExportMenu filter={filter} />}
      >
        <FilterBar shown={shown} onShow={show} />
        <div className={classes.columns}>
          <div>
            <Entries filter={filter} onShowAll={() => show(EVERYTHING)} />
          </div>
          <Checkpoints />
        </div>
      </Body>
    </Frame>
  )
}

function Entries({ filter, onShowAll }: { filter: Filter; onShowAll: () => void }) {
  const trpc = useTRPC()
  const pages = useInfiniteQuery(
    trpc.audit.list.infiniteQueryOptions(
      { filter },
      { getNextPageParam: page => page.next, placeholderData: keepPreviousData },
    ),
  )
  if (pages.isPending) return <Waiting>Loading the log</Waiting>
  if (pages.error)
    return <Trouble title="The log did not load" error={pages.error} retry={() => pages.refetch()} />
  const entries = pages.data.pages.flatMap(page => page.entries)
  if (entries.length === 0)
    return (
      <Empty
        icon={<IconListSearch size={22} stroke={1.6} />}
        title="Nothing found"
        action={
          <Button variant="default" onClick={onShowAll}>
            Show all
          </Button>
        }
      >
        No entry of the log is about all that you ask for.
      </Empty>
    )
  return (
    <>
      <EntryList entries={entries} label="The log" heading="h2" />
      <p className={classes.more} role="status">
        {entries.length} {entries.length === 1 ? 'entry' : 'entries'}
        {pages.hasNextPage ? (
          <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
            Show earlier ones
          </Button>
        ) : (
          ', and no earlier ones.'
        )}
      </p>
    </>
  )
}
