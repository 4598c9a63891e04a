import { Button, VisuallyHidden } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Sheet } from '../_shell/body'
import { notifyDone, notifyTrouble } from '../_shell/notify'
import { type Outputs, useTRPC } from '../_shell/trpc'
import { When } from '../_shell/when'
import classes from './clients.module.css'

type Client = Outputs['clients']['list'][number]

/** The clients, those that work first. */
export function ClientTable({ clients }: { clients: Client[] }) {
  const sorted = [...clients].sort((a, b) => Number(a.revokedAt !== null) - Number(b.revokedAt !== null))
  return (
    <Sheet label="Runtime clients">
      <table>
        <thead>
          <tr>
            <th scope="col">Client</th>
            <th scope="col">Tier</th>
            <th scope="col">Channel</th>
            <th scope="col">Policies</th>
            <th scope="col">Created</th>
            <th scope="col">Last used</th>
            <th scope="col">
              <VisuallyHidden>Actions</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(client => (
            <tr key={client.id} data-revoked={client.revokedAt !== null || undefined} className={classes.row}>
              <td className={classes.name}>{client.name}</td>
              <td>
                <code>{client.tier}</code>
              </td>
              <td>{client.channel}</td>
              <td className={classes.policy}>{client.policy ? <code>{client.policy}</code> : 'All'}</td>
              <td className={classes.moment}>
                <When at={client.createdAt} />
                {client.createdBy && <span className={classes.by}>by {client.createdBy}</span>}
              </td>
              <td className={classes.moment}>
                {client.lastUsedAt ? (
                  <When at={client.lastUsedAt} />
                ) : (
                  <span className={classes.by}>never</span>
                )}
              </td>
              <td className={classes.action}>
                {client.revokedAt ? (
                  <span className={classes.by}>
                    revoked <When at={client.revokedAt} />
                  </span>
                ) : (
                  <Revoke client={client} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}

function Revoke({ client }: { client: Client }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const revoke = useMutation(
    trpc.clients.revoke.mutationOptions({
      onSuccess: () => {
        notifyDone(`The token of “${client.name}” no longer works.`)
        return queries.invalidateQueries(trpc.clients.list.queryFilter())
      },
      onError: error => notifyTrouble(`“${client.name}” is not revoked`, error),
    }),
  )
  const confirm = () =>
    modals.openConfirmModal({
      title: `Revoke “${client.name}”?`,
      children: (
        <>
          Its token stops working at once and for good. Tables that it has fetched stay with it; it gets no
          newer ones.
        </>
      ),
      labels: { confirm: 'Revoke the token', cancel: 'Keep it' },
      confirmProps: { color: 'err' },
      onConfirm: () => revoke.mutate({ id: client.id }),
    })
  return (
    <Button
      variant="subtle"
      color="err"
      size="compact-sm"
      loading={revoke.isPending}
      onClick={confirm}
      aria-label={`Revoke ${client.name}`}
    >
      Revoke
    </Button>
  )
}
