import { IconNote } from '@tabler/icons-react'
import { defineView } from './view'

export const note = defineView({
  kind: 'note',
  letter: 'N',
  icon: IconNote,
  cardIcon: () => IconNote,
  word: () => 'Note',
  heading: node => ({ text: node.title ?? '' }),
  details: node => [node.text || 'Nothing written yet'],
  say: () => undefined,
  shape: () => 'memo',
})
