import { IconBolt } from '@tabler/icons-react'
import type { Handbook } from '@/compiler/language/handbook'
import type { NodeOf } from '@/compiler/language/kinds'
import { testWords } from '@/compiler/language/tests/words'
import { factTitle } from './argument-words'
import { defineView } from './view'

const conditions = (node: NodeOf<'trigger'>, handbook: Handbook) =>
  Object.entries(node.when).map(([name, test]) => {
    const type = handbook.facts[name]?.type
    if (type === 'boolean' && test.trim() === 'true') return factTitle(name, handbook)
    return `${factTitle(name, handbook)}: ${type ? testWords(test, type) : test}`
  })

export const trigger = defineView({
  kind: 'trigger',
  letter: 'M',
  icon: IconBolt,
  cardIcon: () => IconBolt,
  word: () => 'Any time',
  heading(node, handbook) {
    if (node.title) return { text: node.title }
    const words = conditions(node, handbook)
    return words.length > 0 ? { text: words.join(', ') } : { text: 'Choose what to listen for', empty: true }
  },
  details: (node, handbook) =>
    node.title ? conditions(node, handbook).filter(words => words !== node.title) : [],
  say: node => node.say,
  shape: () => 'card',
})
