import { Button } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useMutation } from '@tanstack/react-query'
import Link from 'next/link'
import { useDraftKind } from '../_policies/use-draft-kind'
import { CHANNEL_WORDS, type Channel } from '../_proposals/start-choice'
import { useRefreshed } from '../_proposals/use-deciding'
import { By } from '../_shell/by'
import { dateAndTime } from '../_shell/dates'
import { notifyDone, notifyTrouble } from '../_shell/notify'
import { useMay } from '../_shell/session'
import { type Outputs, useTRPCClient } from '../_shell/trpc'
import { When } from '../_shell/when'
import { ApprovalsNeeded } from './approvals-needed'
import classes from './channels.module.css'

export type Timeline = Outputs['releases']['list']

interface ChannelsProps {
  policy: string
  timeline: Timeline
}

const CHANNELS: Channel[] = ['live', 'staging']

/** A card for each channel: what is in force since when, and what is to come. */
export function Channels({ policy, timeline }: ChannelsProps) {
  // A handbook is in force with the policies that take it in, and on no channel by itself.
  const channels = useDraftKind(policy).kind === 'handbook' ? [] : CHANNELS
  return (
    <div className={classes.channels}>
      {channels.map(channel => (
        <section key={channel} className={classes.channel} aria-labelledby={`channel-${channel}`}>
          <h2 id={`channel-${channel}`}>
            {channel} <span>{CHANNEL_WORDS[channel]}</span>
          </h2>
          <Current policy={policy} inForce={timeline[channel].inForce} />
          {timeline[channel].scheduled.map(release => (
            <ToCome key={release.id} policy={policy} channel={channel} release={release} />
          ))}
        </section>
      ))}
      <ApprovalsNeeded policy={policy} />
    </div>
  )
}

function Current({ policy, inForce }: { policy: string; inForce: Timeline[Channel]['inForce'] }) {
  if (!inForce) return <p className={classes.none}>Nothing is in force.</p>
  return (
    <>
      <p className={classes.version}>
        <Link href={`/policies/${policy}/versions/${inForce.number}`}>Version {inForce.number}</Link>
      </p>
      <p className={classes.since}>
        in force since <When at={inForce.since} exact />
        <By name={inForce.madeBy} />
        {inForce.reason && <>. “{inForce.reason}”</>}
      </p>
    </>
  )
}

interface ToComeProps {
  policy: string
  channel: Channel
  release: Timeline[Channel]['scheduled'][number]
}

function ToCome({ policy, channel, release: { id, number, from, madeBy } }: ToComeProps) {
  const client = useTRPCClient()
  const refresh = useRefreshed()
  const { edit } = useMay()
  const off = useMutation({
    mutationFn: () => client.releases.callOff.mutate({ policy, id }),
    onSuccess: () => {
      notifyDone(`Version ${number} does not come in force on ${channel}.`)
      return refresh()
    },
    onError: error => {
      notifyTrouble('It is not called off', error)
      void refresh()
    },
  })
  const confirm = () =>
    modals.openConfirmModal({
      title: `Call version ${number} off on ${channel}?`,
      children: `It would come in force on ${dateAndTime(from)}. It stays published, and can be put in force later.`,
      labels: { confirm: 'Call it off', cancel: 'Leave it' },
      onConfirm: () => off.mutate(),
    })
  return (
    <div className={classes.next}>
      <p>
        <Link href={`/policies/${policy}/versions/${number}`}>Version {number}</Link> from{' '}
        <When at={from} exact />
        <By name={madeBy} />
      </p>
      {edit && (
        <Button
          variant="subtle"
          size="compact-sm"
          loading={off.isPending}
          onClick={confirm}
          aria-label={`Call off version ${number} on ${channel}`}
        >
          Call off…
        </Button>
      )}
    </div>
  )
}
