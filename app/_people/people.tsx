'use client'

import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Administrators } from '../_shell/administrators'
import { Body } from '../_shell/body'
import { Trouble } from '../_shell/trouble'
import { useTRPC } from '../_shell/trpc'
import { Waiting } from '../_shell/waiting'
import { NewPerson } from './new-person'
import { PeopleTable } from './people-table'

/** Who may sign in, and as what. */
export function People() {
  return (
    <Administrators>
      <PeopleList />
    </Administrators>
  )
}

function PeopleList() {
  const trpc = useTRPC()
  const people = useQuery(trpc.people.list.queryOptions())
  const [adding, dialog] = useDisclosure(false)
  return (
    <Body
      title="People"
      about="Who may sign in. Auditors see everything and change nothing, managers draw, propose and publish, administrators also look after people and runtime clients. Approving what others propose is a right of its own."
      actions={
        <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={dialog.open}>
          Add somebody
        </Button>
      }
    >
      {people.isPending && <Waiting>Loading the people</Waiting>}
      {people.error && (
        <Trouble title="The people did not load" error={people.error} retry={() => people.refetch()} />
      )}
      {people.data && <PeopleTable people={people.data} />}
      <NewPerson opened={adding} onClose={dialog.close} />
    </Body>
  )
}
