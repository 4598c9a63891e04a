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

interface PolicyMenuProps {
  policy: PolicyLine
  /** Whether a version of it was ever published; said where being in force does not tell. */
  published?: boolean
}

/** What can be done with one policy, or one handbook, of the list. */
export function PolicyMenu({ policy, published }: PolicyMenuProps) {
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
        void queries.invalidateQueries({ queryKey: trpc.handbooks.pathKey() })
        return queries.invalidateQueries(trpc.policies.list.queryFilter())
      },
      onError: error => notifyTrouble(`“${policy.title}” is not removed`, error),
    }),
  )
  const confirm = () =>
    modals.openConfirmModal({
      title: `Remove “${policy.title}”?`,
      children: 'Its draft goes with it, for good. Download it first if you may want it again.',
      labels: { confirm: `Remove the ${policy.kind}`, cancel: 'Keep it' },
      confirmProps: { color: 'err' },
      onConfirm: () => remove.mutate({ policy: policy.name }),
    })
  const kept = !edit
    ? NO_CHANGES
    : (published ?? policy.inForce)
      ? 'What was published stays: it is the record.'
      : null

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
          {policy.kind === 'handbook' ? 'Open the handbook' : 'Open the chart'}
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
