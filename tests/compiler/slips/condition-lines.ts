import type { Fact } from '@/compiler/language/fact'
import { FACT_TYPES, type FactType } from '@/compiler/runtime/values'
import { check } from '../checked'
import { says, small } from '../small-policy'
import { WRITTEN } from './written'

const asked = (type: FactType, text: string) => {
  const fact: Fact = { type, source: 'record' }
  return small({
    facts: { it: fact },
    nodes: [{ id: 'q', kind: 'question', facts: ['it'] }, says('a'), says('b')],
    edges: [
      ['start', 'q'],
      ['q', 'a', { it: text }],
      ['q', 'b', 'otherwise'],
    ],
  })
}

/** What is said of each condition, a line each: what stands there, what is wrong with it where, and what it becomes. */
export function conditionLines(): string[] {
  return FACT_TYPES.flatMap(type => [
    `## ${type}`,
    ...WRITTEN[type].map(text => {
      const [finding] = check(asked(type, text)).findings.filter(({ code }) => code === 'bad-test')
      const shown = `\`${text.length > 60 ? `${text.slice(0, 50)}… (${text.length})` : JSON.stringify(text).slice(1, -1)}\``
      if (!finding) return `- ${shown}: can be read`
      const { message, position, fix } = finding
      const problem = message.slice(message.indexOf(' cannot be read. ') + 17)
      const meant = fix?.edits.map(({ value }) => `\`${String(value).slice(0, 60)}\``).join(', ')
      return `- ${shown}: from ${position!.start} to ${position!.end}: ${problem}${meant ? ` Meant: ${meant}` : ''}`
    }),
  ])
}
