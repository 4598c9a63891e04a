import type { Policy } from '../../language/policy'
import { testWords } from '../../language/tests/words'
import { andList } from '../../words/lists'

/** What has to hold of one fact for a situation to be there. */
export interface Condition {
  fact: string
  title: string
  /** "from 3:00 PM up to 4:00 PM", "yes". */
  words: string
  /** A fact that is so or not: then its title alone says that it is. */
  flag: boolean
}

/** The tests of a situation in words; the newer version's titles go first. */
export function conditionsOf(when: Record<string, string>, old: Policy, next: Policy): Condition[] {
  const facts = { ...old.handbook.facts, ...next.handbook.facts }
  const conditions = Object.entries(when).map(([fact, text]) => {
    const { title, type } = facts[fact]!
    return {
      fact,
      title: title || fact,
      words: testWords(text, type, next.timeZone ?? old.timeZone),
      flag: type === 'boolean',
    }
  })
  return conditions.sort((a, b) => weight(a) - weight(b))
}

/** What is so goes first, since the situation is about it; what is not so goes last. */
const weight = ({ flag, words }: Condition) => (flag ? (words === 'yes' ? 0 : 2) : 1)

/** "“Gift” is yes and “Time of the call” is before 3:00 PM"; nothing where the situation is every case. */
export const conditionsText = (conditions: readonly Condition[]): string =>
  andList(conditions.map(({ title, words }) => `“${title}” is ${words}`))
