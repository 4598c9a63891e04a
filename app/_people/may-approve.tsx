import { Checkbox, Tooltip } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { notifyDone, notifyTrouble } from '../_shell/notify'
import { useTRPC } from '../_shell/trpc'
import type { Person } from './people-table'

const NOT_AUDITORS = 'Auditors change nothing, and so do not approve either.'

/** Whether somebody may approve what others propose: a right of its own, beside the role. */
export function MayApprove({ person }: { person: Person }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const set = useMutation(
    trpc.people.setApproves.mutationOptions({
      onSuccess: (_, { approves }) => {
        notifyDone(
          approves
            ? `${person.name} may approve what others propose.`
            : `${person.name} may no longer approve. What they approved and is still open does not count.`,
        )
        return Promise.all([
          queries.invalidateQueries(trpc.people.list.queryFilter()),
          queries.invalidateQueries({ queryKey: trpc.proposals.pathKey() }),
        ])
      },
      onError: error => notifyTrouble(`${person.name}'s right to approve is as it was`, error),
    }),
  )
  const auditor = person.role === 'auditor'
  return (
    <Tooltip label={NOT_AUDITORS} disabled={!auditor}>
      <span>
        <Checkbox
          aria-label={`${person.name} may approve`}
          checked={set.isPending ? set.variables.approves : person.approves}
          disabled={auditor || set.isPending}
          onChange={event => set.mutate({ id: person.id, approves: event.currentTarget.checked })}
        />
      </span>
    </Tooltip>
  )
}
