'use client'

import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlugConnected, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Administrators } from '../_shell/administrators'
import { Body } from '../_shell/body'
import { Empty } from '../_shell/empty'
import { Trouble } from '../_shell/trouble'
import { useTRPC } from '../_shell/trpc'
import { Waiting } from '../_shell/waiting'
import { ClientTable } from './client-table'
import { NewClient } from './new-client'

/** The systems that decide cases by published tables, and their tokens. */
export function Clients() {
  return (
    <Administrators>
      <ClientList />
    </Administrators>
  )
}

function ClientList() {
  const trpc = useTRPC()
  const clients = useQuery(trpc.clients.list.queryOptions())
  const [creating, dialog] = useDisclosure(false)
  return (
    <Body
      title="Runtime clients"
      about="The systems that agents work with. Each has a token that is bound to one tier: it sees that tier's tables and nothing of the tiers above."
      actions={
        <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={dialog.open}>
          New client
        </Button>
      }
    >
      {clients.isPending && <Waiting>Loading the runtime clients</Waiting>}
      {clients.error && (
        <Trouble
          title="The runtime clients did not load"
          error={clients.error}
          retry={() => clients.refetch()}
        />
      )}
      {clients.data?.length === 0 && (
        <Empty icon={<IconPlugConnected size={22} stroke={1.6} />} title="No runtime clients yet">
          A client is a desk application, a chat bot or a script that fetches a tier's table and decides by
          it. Create one to get its token.
        </Empty>
      )}
      {clients.data && clients.data.length > 0 && <ClientTable clients={clients.data} />}
      <NewClient opened={creating} onClose={dialog.close} />
    </Body>
  )
}
