import {
  IconClock,
  IconDatabase,
  IconHelpCircle,
  IconMessageCircleQuestion,
  IconPhone,
  IconScale,
} from '@tabler/icons-react'
import type { Fact, Source } from '@/compiler/language/fact'
import type { Handbook } from '@/compiler/language/handbook'
import type { NodeOf } from '@/compiler/language/kinds'
import { factTitle } from './argument-words'
import { defineView } from './view'

/** Where the answer comes from, in words and as an icon. */
const SOURCES = {
  clock: { icon: IconClock, words: () => 'from the clock' },
  record: { icon: IconDatabase, words: () => 'from a record' },
  customer: { icon: IconMessageCircleQuestion, words: () => 'ask the customer' },
  agent: { icon: IconScale, words: () => 'the agent’s judgement' },
  team: { icon: IconPhone, words: ({ team }: Fact) => (team ? `ask ${team}` : 'ask another team') },
} as const satisfies Record<Source, { icon: unknown; words: (fact: Fact) => string }>

const known = (node: NodeOf<'question'>, { facts }: Handbook): Fact[] =>
  node.facts.map(name => facts[name]).filter(fact => fact !== undefined)

export const question = defineView({
  kind: 'question',
  letter: 'Q',
  icon: IconHelpCircle,
  cardIcon: (node, handbook) => {
    const [fact] = known(node, handbook)
    return fact ? SOURCES[fact.source].icon : IconHelpCircle
  },
  word(node, handbook) {
    const words = [...new Set(known(node, handbook).map(fact => SOURCES[fact.source].words(fact)))]
    return ['Question', ...words].join(' · ')
  },
  heading(node, handbook) {
    if (node.title) return { text: node.title }
    const names = node.facts.filter(name => name !== '')
    return names.length > 0
      ? { text: names.map(name => factTitle(name, handbook)).join(' and ') }
      : { text: 'Choose what decides', empty: true }
  },
  details: () => [],
  say: node => node.say,
  shape: () => 'card',
})
