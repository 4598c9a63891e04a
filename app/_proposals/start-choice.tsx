import { Checkbox, Radio, Stack, TextInput } from '@mantine/core'
import classes from './proposal.module.css'

export const CHANNEL_WORDS = {
  staging: 'where it can be tried out',
  live: 'what customers are told',
} as const
export type Channel = keyof typeof CHANNEL_WORDS

/** Where something comes in force and from when, as it is being chosen. */
export interface ChosenStart {
  chosen: boolean
  when: 'now' | 'later'
  /** As a field for a local date and time has it. */
  at: string
}

/** Null where the moment is missing, or has passed. */
export function momentOf({ when, at }: ChosenStart): { from: string | null } | null {
  if (when === 'now') return { from: null }
  const moment = new Date(at)
  if (Number.isNaN(moment.getTime()) || moment.getTime() <= Date.now()) return null
  return { from: moment.toISOString() }
}

interface MomentChoiceProps {
  /** Which moments these are, for those who hear the page: “live”. */
  of: string
  value: ChosenStart
  onChange: (value: ChosenStart) => void
  /** Whether to say what is wrong. */
  tried: boolean
}

/** Now, or from a moment on. */
export function MomentChoice({ of, value, onChange, tried }: MomentChoiceProps) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <Stack gap={8}>
      <Radio.Group
        label={`When on ${of}`}
        value={value.when}
        onChange={when => onChange({ ...value, when: when as ChosenStart['when'] })}
      >
        <div className={classes.moments}>
          <Radio value="now" size="xs" label="Now" />
          <Radio value="later" size="xs" label="From a moment on" />
        </div>
      </Radio.Group>
      {value.when === 'later' && (
        <TextInput
          type="datetime-local"
          label={`In force on ${of} from`}
          description={`In your time zone, ${zone}.`}
          value={value.at}
          onChange={event => onChange({ ...value, at: event.currentTarget.value })}
          error={tried && !momentOf(value) && 'Choose a moment that is still to come.'}
        />
      )}
    </Stack>
  )
}

interface StartChoiceProps extends Omit<MomentChoiceProps, 'of'> {
  channel: Channel
}

/** Whether something comes in force on a channel, and when. */
export function StartChoice({ channel, value, onChange, tried }: StartChoiceProps) {
  return (
    <div className={classes.start}>
      <Checkbox
        label={<b>{channel}</b>}
        description={CHANNEL_WORDS[channel]}
        checked={value.chosen}
        onChange={event => onChange({ ...value, chosen: event.currentTarget.checked })}
      />
      {value.chosen && <MomentChoice of={channel} value={value} onChange={onChange} tried={tried} />}
    </div>
  )
}
