import type { Fact } from '@/compiler/language/fact'
import type { Policy } from '@/compiler/language/policy'
import type { Facts } from '@/compiler/runtime/result'
import { says, small } from '../small-policy'

/** A file of vectors before it is written: the policy it comes from, and the cases to be decided. */
export interface Topic {
  /** The file's name, without its ending. */
  name: string
  about: string
  policy: Policy
  tier: string
  cases: Facts[]
}

/** One fact, and a question about it with an answer for each of the tests, and one for all the rest. */
export const oneQuestion = (fact: Fact, tests: readonly string[], rest = true): Policy =>
  small({
    facts: { f: fact },
    nodes: [
      { id: 'q', kind: 'question', facts: ['f'], say: 'One moment.' },
      ...tests.map((_, i) => says(`a${i}`)),
      ...(rest ? [says('rest')] : []),
    ],
    edges: [
      ['start', 'q'],
      ...tests.map((test, i): [string, string, Record<string, string>] => ['q', `a${i}`, { f: test }]),
      ...(rest ? [['q', 'rest', 'otherwise'] as [string, string, 'otherwise']] : []),
    ],
  })

/** A case for each value. */
export const values = (...given: readonly unknown[]): Facts[] => [{}, ...given.map(f => ({ f }))]
