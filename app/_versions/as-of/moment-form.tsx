import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { fromWallTime, toWallTime } from '../../_editor/panels/fields/zoned-time'
import { dateAndTime } from '../../_shell/dates'
import { useTRPC } from '../../_shell/trpc'
import classes from './as-of.module.css'
import { type Asked, CHANNELS } from './asked'

interface MomentFormProps {
  policy: string
  asked: Asked
  onAsk: (next: Asked) => void
}

const IN_FORCE = 'in-force'

/** By which version a case is decided: the one in force at a moment on a channel, or any other by its number. */
export function MomentForm({ policy, asked, onAsk }: MomentFormProps) {
  const trpc = useTRPC()
  const versions = useQuery(trpc.versions.list.queryOptions({ policy, limit: 1000 }))
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const { version: _, ...without } = asked
  return (
    <fieldset className={classes.form} aria-label="Decided by">
      <Select
        label="Decide by"
        w={290}
        allowDeselect={false}
        searchable
        limit={200}
        data={[
          { value: IN_FORCE, label: 'The version in force at a moment' },
          ...(versions.data ?? []).map(({ number, publishedAt }) => ({
            value: String(number),
            label: `Version ${number}, of ${dateAndTime(publishedAt)}`,
          })),
        ]}
        value={asked.version === undefined ? IN_FORCE : String(asked.version)}
        onChange={to => onAsk(to === IN_FORCE || to === null ? without : { ...asked, version: Number(to) })}
      />
      {asked.version === undefined && (
        <>
          <TextInput
            type="datetime-local"
            label={`At, in ${zone.replaceAll('_', ' ')}`}
            w={230}
            // While it is typed it is no moment yet; what is asked follows once it is one.
            defaultValue={toWallTime(minute(asked.at), zone)}
            onChange={event => {
              const at = fromWallTime(event.currentTarget.value, zone)
              if (at !== undefined) onAsk({ ...asked, at: new Date(at).toISOString() })
            }}
          />
          <div>
            <span className={classes.label} id="as-of-channel">
              On
            </span>
            <SegmentedControl
              aria-labelledby="as-of-channel"
              data={[...CHANNELS]}
              value={asked.channel}
              onChange={channel => onAsk({ ...asked, channel: channel as Asked['channel'] })}
            />
          </div>
        </>
      )}
    </fieldset>
  )
}

const minute = (at: string | undefined) => {
  const ms = at === undefined ? Date.now() : Date.parse(at)
  return Math.floor(ms / 60_000) * 60_000
}
