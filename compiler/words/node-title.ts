import type { Handbook } from '../language/handbook'
import { KINDS, type Node } from '../language/kinds'
import { testWords } from '../language/tests/words'
import { andList } from './lists'
import { actionTitle, factTitle, tierTitle } from './titles'

/** A step in one line, as its card is headed: "Before three?", "Resolved". */
export function nodeTitle(node: Node, handbook: Handbook): string {
  if (node.title) return node.title
  switch (node.kind) {
    case 'start':
      return 'Start'
    case 'trigger':
      return (
        Object.entries(node.when)
          .map(([name, test]) => {
            const type = handbook.facts[name]?.type
            if (type === 'boolean' && test.trim() === 'true') return factTitle(name, handbook)
            return `${factTitle(name, handbook)}: ${type ? testWords(test, type) : test}`
          })
          .join(', ') || KINDS.trigger.title
      )
    case 'question':
      return andList(node.facts.map(name => factTitle(name, handbook)))
    case 'action':
      return actionTitle(node.action, handbook)
    case 'escalate':
      return tierTitle(node.to, handbook)
    case 'close':
      return node.result === 'resolved' ? 'Resolved' : 'Declined'
    case 'note':
      return KINDS.note.title
  }
}
