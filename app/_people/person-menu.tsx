import { ActionIcon, Menu, Modal } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconDots, IconKey, IconUserMinus } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { notifyDone, notifyTrouble } from '../_shell/notify'
import { useMe } from '../_shell/session'
import { useTRPC } from '../_shell/trpc'
import { NewPassword } from './new-password'
import classes from './people.module.css'
import type { Person } from './people-table'

const icon = { size: 16, stroke: 1.6 }

/** What can be done with one person: a new password, or no more access. */
export function PersonMenu({ person }: { person: Person }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const own = useMe().id === person.id
  const reset = useMutation(
    trpc.people.resetPassword.mutationOptions({
      onError: error => notifyTrouble(`${person.name}'s password is as it was`, error),
    }),
  )
  const remove = useMutation(
    trpc.people.remove.mutationOptions({
      onSuccess: () => {
        notifyDone(`${person.name} can no longer sign in.`)
        return queries.invalidateQueries(trpc.people.list.queryFilter())
      },
      onError: error => notifyTrouble(`${person.name} is not removed`, error),
    }),
  )
  const confirmReset = () =>
    modals.openConfirmModal({
      title: `A new password for ${person.name}?`,
      children:
        'The password in use stops working, and they are signed out everywhere. The new one is shown once.',
      labels: { confirm: 'Make a new password', cancel: 'Cancel' },
      onConfirm: () => reset.mutate({ id: person.id }),
    })
  const confirmRemove = () =>
    modals.openConfirmModal({
      title: `Remove ${person.name}?`,
      children:
        'They are signed out and cannot sign in again. What they drew and published keeps their name.',
      labels: { confirm: 'Remove', cancel: 'Keep' },
      confirmProps: { color: 'err' },
      onConfirm: () => remove.mutate({ id: person.id }),
    })
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={28} aria-label={`More about ${person.name}`}>
            <IconDots {...icon} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconKey {...icon} />} onClick={confirmReset} disabled={own}>
            New password…
            {own && <span className={classes.kept}>Yours is changed at the top right.</span>}
          </Menu.Item>
          <Menu.Item
            color="err"
            leftSection={<IconUserMinus {...icon} />}
            onClick={confirmRemove}
            disabled={own}
          >
            Remove…
            {own && <span className={classes.kept}>Another administrator can remove you.</span>}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={reset.isSuccess}
        onClose={reset.reset}
        title={`The new password of ${person.name}`}
        closeOnClickOutside={false}
        closeOnEscape={false}
        withCloseButton={false}
      >
        {reset.data && <NewPassword person={person} password={reset.data.password} onDone={reset.reset} />}
      </Modal>
    </>
  )
}
