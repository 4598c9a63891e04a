import { IconCircle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import type { NodeOf } from '@/compiler/language/kinds'
import { actionTitle } from './argument-words'
import { defineView } from './view'

const RESULTS = {
  resolved: { icon: IconCircleCheck, words: 'Resolved' },
  declined: { icon: IconCircleX, words: 'Declined' },
} as const satisfies Record<NodeOf<'close'>['result'], unknown>

export const close = defineView({
  kind: 'close',
  letter: 'C',
  icon: IconCircle,
  cardIcon: node => RESULTS[node.result].icon,
  word: node => (node.title ? `Close · ${RESULTS[node.result].words.toLowerCase()}` : 'Close'),
  heading: node => ({ text: node.title || RESULTS[node.result].words }),
  details: (node, handbook) =>
    (node.options ?? []).map(option =>
      'say' in option ? `Or: “${option.say}”` : `Or: ${actionTitle(option.action, handbook)}`,
    ),
  say: node => node.say,
  shape: node => (node.title || node.say || node.options?.length ? 'card' : 'pill'),
})
