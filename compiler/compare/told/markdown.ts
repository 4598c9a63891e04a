import type { Policy } from '../../language/policy'
import { counted } from '../../words/lists'
import { tierName } from '../../words/titles'
import { valueSaid } from '../../words/value-said'
import { type Sentence, sentenceText } from './sentence'
import type { Situation } from './situations'
import type { Told } from './tell'

export interface Labels {
  old: string
  next: string
}

/** As many rows of a table go into a comment; what is left out is counted. */
const MOST_ROWS = 100

/** The comparison for a pull request: the sentences, the tables, and what was proved. */
export function toldMarkdown(told: Told, old: Policy, next: Policy, labels: Labels): string {
  const { verdict, situations, handbook, wording, chart } = told
  const handbookOfBoth = { tiers: [...next.handbook.tiers, ...old.handbook.tiers] }
  const tierNames = (tiers: readonly string[]) =>
    tiers.map(id => escaped(tierName(id, handbookOfBoth))).join(', ')
  const table = (title: string, rows: readonly Situation[]) =>
    rows.length === 0
      ? []
      : [
          `### ${title}`,
          '',
          `| When | ${escaped(labels.old)} | ${escaped(labels.next)} | For | Example |`,
          '|---|---|---|---|---|',
          ...rows
            .slice(0, MOST_ROWS)
            .map(
              row =>
                `| ${whenCell(row)} | ${lines(row.before)} | ${lines(row.after)} | ${tierNames(row.tiers)} | ${exampleCell(row, old, next)} |`,
            ),
          ...(rows.length > MOST_ROWS
            ? ['', `… and ${counted(rows.length - MOST_ROWS, 'more situation')}.`]
            : []),
          '',
        ]
  const list = (title: string, items: readonly string[]) =>
    items.length === 0 ? [] : [`### ${title}`, '', ...items.map(item => `- ${item}`), '']
  const of = (about: Situation['about']) => situations.filter(each => each.about === about)

  return [
    `## ${escaped(verdict.headline)}`,
    '',
    escaped(verdict.lead),
    '',
    ...table('Decided differently', of('decision')),
    ...table('Worded differently', of('wording')),
    ...table('Where several of these come together', of('together')),
    ...table('Tiers that only one of the versions has', of('tier')),
    `**${verdict.complete.word}** ${escaped(verdict.complete.rest)}`,
    '',
    ...list(
      'Authority',
      handbook.authority.map(({ sentence }) => escaped(sentence)),
    ),
    ...handbook.parts.flatMap(part => list(part.title, part.sentences.map(sentenceLine))),
    ...list('Other words', wording.map(sentenceLine)),
    ...list(
      'On the chart',
      chart.steps
        .filter(({ is }) => is !== 'moved')
        .map(
          ({ is, title, says }) =>
            `**${MARK_WORDS[is]}** ${escaped(title)}${says.length > 0 ? `: ${escaped(says.join(' '))}` : ''}`,
        ),
    ),
  ]
    .join('\n')
    .trimEnd()
}

export const MARK_WORDS = {
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
  reworded: 'Reworded',
  moved: 'Moved',
} as const satisfies Record<Told['chart']['steps'][number]['is'], string>

const sentenceLine = (each: Sentence): string => escaped(sentenceText(each))

const lines = (outcome: Situation['before']) =>
  outcome.map(({ text, differs }) => (differs ? `**${escaped(text)}**` : escaped(text))).join('<br>')

const whenCell = ({ cases }: Situation): string =>
  cases
    .map(({ conditions }) =>
      conditions.length === 0
        ? 'In every case'
        : conditions.map(({ title, words }) => `${escaped(title)}: **${escaped(words)}**`).join('; '),
    )
    .join('<br>or ')

/** Of the first case, for the first tier, the facts that the situation is about. */
function exampleCell({ cases, tiers }: Situation, old: Policy, next: Policy): string {
  const facts = { ...old.handbook.facts, ...next.handbook.facts }
  const { conditions, examples } = cases[0]!
  if (conditions.length === 0) return 'any case'
  return conditions
    .map(({ fact, title }) => {
      const value = examples[tiers[0]!]![fact] ?? null
      return `${escaped(title)}: ${escaped(valueSaid(fact, value, { facts }, next.timeZone))}`
    })
    .join('<br>')
}

/** Text in a cell: on one line, and nothing in it is markup. */
const escaped = (text: string): string =>
  text.replace(/\s*\n\s*/g, ' ').replace(/[\\`*_[\]<>|#~]/g, each => (each === '<' ? '&lt;' : `\\${each}`))
