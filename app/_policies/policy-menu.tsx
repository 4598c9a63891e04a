import { ActionIcon, Menu } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconDots, IconDownload, IconHistory, IconSitemap, IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { notifyDone, notifyTrouble } from '../_shell/notify'
import { saveJson } from '../_shell/save-file'
import { NO_CHANGES, useMay } from '../_shell/session'
import { useTRPC, useTRPCClient } from '../_shell/trpc'
import classes from './policies.module.css'
import type { PolicyLine } from './search'

const icon = { size: 16, stroke: 1.6 }

/** What can be done with one policy of the list. */
export function PolicyMenu({ policy }: { policy: PolicyLine }) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const { edit } = useMay()

  const download = async () => {
    try {
      const { document } = await client.drafts.get.query({ policy: policy.name })
      saveJson(`${policy.name}.json`, document)
    } catch (error) {
      notifyTrouble('The draft was not downloaded', error)
    }
  }
  const remove = useMutation(
    trpc.policies.remove.mutationOptions({
      onSuccess: () => {
        notifyDone(`“${policy.title}” is removed.`)
        return queries.invalidateQueries(trpc.policies.list.queryFilter())
      },
      onError: error => notifyTrouble(`“${policy.title}” is not removed`, error),
    }),
  )
  const confirm = () =>
    modals.openConfirmModal({
      title: `Remove “${policy.title}”?`,
      children: 'Its draft goes with it, for good. Download it first if you may want it again.',
      labels: { confirm: 'Remove the policy', cancel: 'Keep it' },
      confirmProps: { color: 'err' },
      onConfirm: () => remove.mutate({ policy: policy.name }),
    })
  const kept = !edit ? NO_CHANGES : policy.inForce ? 'What was published stays: it is the record.' : null

  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={`More about ${policy.title}`}>
          <IconDots {...icon} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component={Link}
          href={`/policies/${policy.name}/edit`}
          leftSection={<IconSitemap {...icon} />}
        >
          Open the chart
        </Menu.Item>
        <Menu.Item
          component={Link}
          href={`/policies/${policy.name}/versions`}
          leftSection={<IconHistory {...icon} />}
        >
          Versions
        </Menu.Item>
        <Menu.Item leftSection={<IconDownload {...icon} />} onClick={download}>
          Download the draft (JSON)
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          color="err"
          leftSection={<IconTrash {...icon} />}
          disabled={kept !== null || remove.isPending}
          onClick={confirm}
        >
          Remove…
          {kept && <span className={classes.kept}>{kept}</span>}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
