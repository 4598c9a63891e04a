import { Radio, Stack } from '@mantine/core'
import { CHANNEL_WORDS, type Channel } from '../_proposals/start-choice'

interface ChannelChoiceProps {
  channels: Channel[]
  value: Channel
  onChange: (channel: Channel) => void
}

/** On which channel; not asked where there is one only. */
export function ChannelChoice({ channels, value, onChange }: ChannelChoiceProps) {
  return (
    <Radio.Group label="Channel" value={value} onChange={channel => onChange(channel as Channel)}>
      <Stack gap={8} mt={4}>
        {channels.map(channel => (
          <Radio
            key={channel}
            value={channel}
            label={channel}
            description={CHANNEL_WORDS[channel]}
            size="xs"
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}
