import { ActionIcon, Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowBackUp, IconDots, IconRocket } from '@tabler/icons-react'
import { useDraftKind } from '../_policies/use-draft-kind'
import type { Channel } from '../_proposals/start-choice'
import { useMay } from '../_shell/session'
import type { Timeline } from './channels'
import { ReleaseDialog } from './release-dialog'
import { RollBackDialog } from './roll-back-dialog'

const icon = { size: 16, stroke: 1.6 }
const CHANNELS: Channel[] = ['staging', 'live']

interface VersionMenuProps {
  policy: string
  number: number
  timeline: Timeline
}

/** What can be done with a version: forward on a channel that has an older one, or back to it where a newer one is. */
export function VersionMenu({ policy, number, timeline }: VersionMenuProps) {
  const { edit } = useMay()
  const [releasing, release] = useDisclosure(false)
  const [goingBack, goBack] = useDisclosure(false)
  const handbook = useDraftKind(policy).kind === 'handbook'
  if (!edit || handbook) return null
  const current = (channel: Channel) => timeline[channel].inForce?.number ?? 0
  const forward = CHANNELS.filter(channel => current(channel) < number)
  const back = CHANNELS.filter(channel => current(channel) > number)
  return (
    <>
      <Menu position="bottom-end" width={230}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={28} aria-label={`More about version ${number}`}>
            <IconDots {...icon} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconRocket {...icon} />}
            disabled={forward.length === 0}
            onClick={release.open}
          >
            Put in force…
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowBackUp {...icon} />}
            disabled={back.length === 0}
            onClick={goBack.open}
          >
            Roll back to it…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {forward.length > 0 && (
        <ReleaseDialog
          {...{ policy, number }}
          channels={forward}
          opened={releasing}
          onClose={release.close}
        />
      )}
      {back.length > 0 && (
        <RollBackDialog
          {...{ policy, number, timeline }}
          channels={back}
          opened={goingBack}
          onClose={goBack.close}
        />
      )}
    </>
  )
}
