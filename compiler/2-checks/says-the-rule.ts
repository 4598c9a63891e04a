import type { Graph } from '../1-graph/graph'
import type { Path } from '../1-graph/read-tests'
import type { StructureCheck } from './check'
import { example, says } from './example'
import { titled } from './names'

export const saysTheRule: StructureCheck = {
  code: 'says-the-rule',
  about: 'structure',
  says: 'Words for the customer contain a phrase that must not be said to them.',
  because: 'Whoever is told the magic word can say it; then it no longer tells anything.',
  mend: 'Say it in other words.',
  offers: null,
  witness: { none: 'It is about words, which are the same in every case that comes to them.' },
  example: example('The words for the customer say the rule', {
    facts: {
      safety: {
        type: 'boolean',
        title: 'Health or safety issue',
        source: 'customer',
        volunteered: true,
        neverSay: ['health or safety'],
      },
    },
    nodes: [
      { id: 'word', kind: 'trigger', title: 'Safety', priority: 1, when: { safety: 'true' } },
      says('now', 'A courier is on the way.'),
      says('later', 'Unless it is a health or safety matter, it leaves tomorrow.'),
    ],
    lines: [
      ['word', 'now'],
      ['start', 'later'],
    ],
  }),
  find: graph => {
    const phrases = Object.entries(graph.policy.handbook.facts).flatMap(([fact, { neverSay }]) =>
      (neverSay ?? []).map(phrase => ({ fact, phrase, words: wordsOf(phrase) })),
    )
    if (phrases.length === 0) return []
    return spoken(graph).flatMap(({ text, path, node }) => {
      const said = spokenParts(text)
      return phrases
        .filter(({ words }) => words.length > 0 && said.some(part => containsPhrase(part, words)))
        .map(({ fact, phrase }) => ({
          message: `“${text}” says “${phrase}”, which gives away ${titled('facts', graph, fact)}.`,
          path,
          facts: [fact],
          ...(node !== undefined && { nodes: [node] }),
        }))
    })
  },
}

const containsPhrase = (said: readonly string[], words: readonly string[]) =>
  said.some((_, at) => words.every((word, i) => said[at + i] === word))

/** The words of a text from one name in braces to the next: in the place of a name its value is said. */
const spokenParts = (text: string) => text.split(/\{[^{}]*\}/).map(wordsOf)

/** What is not seen: hyphens for the end of a line, joiners, marks of direction, variants of a sign. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu

/** Words without their case, their accents' spelling and what stands between them. */
const wordsOf = (text: string) =>
  text
    .normalize('NFKC')
    .replace(UNSEEN, '')
    // Up as well as down: ß is SS, and a final sigma is a sigma.
    .toLowerCase()
    .toUpperCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)

/** Everything that is said to a customer. */
function spoken(graph: Graph): { text: string; path: Path; node?: string }[] {
  const { handbook, chart } = graph.policy
  const asks = Object.entries(handbook.facts).flatMap(([name, { ask }]) =>
    ask === undefined ? [] : [{ text: ask, path: ['handbook', 'facts', name, 'ask'] }],
  )
  const says = chart.nodes.flatMap((node, i) => {
    if (node.kind === 'note') return []
    const path = ['chart', 'nodes', i]
    const own = node.say === undefined ? [] : [{ text: node.say, path: [...path, 'say'], node: node.id }]
    const options = node.kind === 'close' ? (node.options ?? []) : []
    return [
      ...own,
      ...options.flatMap((option, j) =>
        'say' in option ? [{ text: option.say, path: [...path, 'options', j, 'say'], node: node.id }] : [],
      ),
    ]
  })
  return [...asks, ...says]
}
