import { IconPlayerPlay } from '@tabler/icons-react'
import { defineView } from './view'

export const start = defineView({
  kind: 'start',
  letter: 'S',
  icon: IconPlayerPlay,
  cardIcon: () => IconPlayerPlay,
  word: () => 'Start',
  heading: node => ({ text: node.title || 'Start' }),
  details: () => [],
  say: node => node.say,
  shape: node => (node.say ? 'card' : 'pill'),
})
