import { IconArrowUp, IconPhoneCall, IconUsers } from '@tabler/icons-react'
import type { NodeOf } from '@/compiler/language/kinds'
import { durationWords } from '@/compiler/language/tests/value-words'
import { toPoint } from '@/compiler/runtime/values'
import { tierTitle } from './argument-words'
import { defineView } from './view'

const MODES = {
  consult: { icon: IconUsers, words: (to: string) => `permission from ${to}` },
  transfer: { icon: IconArrowUp, words: (to: string) => `transfer to ${to}` },
  callback: { icon: IconPhoneCall, words: (to: string) => `call back by ${to}` },
} as const satisfies Record<NodeOf<'escalate'>['mode'], unknown>

const within = (node: NodeOf<'escalate'>) => {
  const ms = node.within === undefined ? undefined : toPoint('days and time duration', node.within)
  return typeof ms === 'number' ? [`within ${durationWords(ms)}`] : []
}

export const escalate = defineView({
  kind: 'escalate',
  letter: 'E',
  icon: IconArrowUp,
  cardIcon: node => MODES[node.mode].icon,
  word: node => `Escalation · ${MODES[node.mode].words(node.to || 'whom?')}`,
  heading(node, handbook) {
    if (node.title) return { text: node.title }
    return node.to === '' ? { text: 'Choose a tier', empty: true } : { text: tierTitle(node.to, handbook) }
  },
  details: within,
  say: node => node.say,
  shape: () => 'card',
})
