import { Select } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { notifyDone, notifyTrouble } from '../_shell/notify'
import { ROLE_CHOICES, ROLES, type Role } from '../_shell/roles'
import { useMe } from '../_shell/session'
import { useTRPC } from '../_shell/trpc'
import classes from './people.module.css'
import type { Person } from './people-table'

/** A person's role; choosing another asks first. */
export function RoleSelect({ person }: { person: Person }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const own = useMe().id === person.id
  const set = useMutation(
    trpc.people.setRole.mutationOptions({
      onSuccess: (_, { role }) => {
        notifyDone(`${person.name} is now ${ROLES[role].title.toLowerCase()}.`)
        return queries.invalidateQueries(trpc.people.list.queryFilter())
      },
      onError: error => notifyTrouble(`${person.name}'s role is as it was`, error),
    }),
  )
  const choose = (role: Role | null) => {
    if (role === null || role === person.role) return
    modals.openConfirmModal({
      title: `Make ${person.name} ${ROLES[role].title.toLowerCase()}?`,
      children: `${ROLES[role].about} This holds at once.`,
      labels: { confirm: 'Change the role', cancel: 'Leave it' },
      onConfirm: () => set.mutate({ id: person.id, role }),
    })
  }
  if (own)
    return (
      <span className={classes.own} title="Your own role is for another administrator to change.">
        {ROLES[person.role].title}
      </span>
    )
  return (
    <Select
      w={160}
      styles={{ input: { minHeight: 30, height: 30 } }}
      aria-label={`Role of ${person.name}`}
      data={ROLE_CHOICES}
      value={set.isPending ? set.variables.role : person.role}
      onChange={role => choose(role as Role | null)}
      allowDeselect={false}
      disabled={set.isPending}
    />
  )
}
