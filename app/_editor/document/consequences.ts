import type { Finding } from '@/compiler/language/finding'

/** What a change would do to the findings. */
export interface Consequences {
  raised: Finding[]
  settled: Finding[]
}

const samePlace = ({ code, nodes = [], edges = [], path = [] }: Finding) =>
  // Indexes move when something before them is taken out; names stay.
  JSON.stringify([code, nodes, edges, path.filter(key => typeof key === 'string')])

const sameWords = ({ code, message }: Finding) => `${code} ${message}`

/** What is in one list and not in the other, one for one, by what makes two findings the same. */
function unlike(before: readonly Finding[], after: readonly Finding[], key: (finding: Finding) => string) {
  const left = new Map<string, Finding[]>()
  for (const finding of before) left.set(key(finding), [...(left.get(key(finding)) ?? []), finding])
  const raised = after.filter(finding => !left.get(key(finding))?.pop())
  const settled = new Set([...left.values()].flat())
  return { raised, settled: before.filter(finding => settled.has(finding)) }
}

/**
 * The findings that come and those that go. One that is said in other words of the same place (another limit in its
 * sentence, another example) neither comes nor goes.
 */
export function consequences(before: readonly Finding[], after: readonly Finding[]): Consequences {
  const worded = unlike(before, after, sameWords)
  return unlike(worded.settled, worded.raised, samePlace)
}
