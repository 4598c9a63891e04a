import { IconCheck } from '@tabler/icons-react'
import { actionTitle, withWords } from './argument-words'
import { defineView } from './view'

export const action = defineView({
  kind: 'action',
  letter: 'A',
  icon: IconCheck,
  cardIcon: () => IconCheck,
  word: (node, handbook) => (handbook.actions[node.action]?.exception ? 'Action · exception' : 'Action'),
  heading(node, handbook) {
    if (node.title) return { text: node.title }
    return node.action === ''
      ? { text: 'Choose an action', empty: true }
      : { text: actionTitle(node.action, handbook) }
  },
  details(node, handbook) {
    const title = node.action === '' ? '' : actionTitle(node.action, handbook)
    const named = node.title && title && title !== node.title ? [title] : []
    return [...named, ...withWords(node.action, node.with, handbook)]
  },
  say: node => node.say,
  shape: () => 'card',
})
