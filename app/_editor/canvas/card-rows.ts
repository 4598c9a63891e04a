import type { Finding } from '@/compiler/language/finding'
import type { Handbook } from '@/compiler/language/handbook'
import type { NodeOf } from '@/compiler/language/kinds'
import type { Edge } from '@/compiler/language/policy'
import type { Way } from '../document/ways-out'
import type { Gathered } from './gathered'
import type { Marks } from './marks'
import { whenWords, witnessWords } from './row-words'

/** A row of a question's card, with a handle of its own. */
export interface CardRow {
  handle: string
  /**
   * `answer`: leads somewhere. `missing`: a case without an answer. `pending`: the same, on a question that has no
   * answers yet and cannot be said to lack one. `add`: one more.
   */
  is: 'answer' | 'missing' | 'pending' | 'add'
  words: string
  /** Shown only while its card is looked at; it takes no room of the card. */
  quiet?: boolean
  edge?: string
  marks?: Marks
}

interface RowsOf {
  node: NodeOf<'question'>
  ways: readonly Way[]
  handbook: Handbook
  timeZone: string | undefined
  /** What the checks say of this question. */
  gap: Finding | undefined
  marks: ReadonlyMap<string, Marks>
  /** Answers that share a row, where there are too many for one each. */
  groups?: Gathered | null
}

const edgeWords = (edge: Edge, { node, handbook, timeZone }: RowsOf) =>
  edge.otherwise ? 'otherwise' : whenWords(edge.when ?? {}, node, handbook, timeZone)

function rowOf(way: Way, of: RowsOf, begun: boolean): CardRow | null {
  const { node, handbook, timeZone, gap, marks } = of
  const { handle } = way
  switch (way.is) {
    case 'out':
      return null
    case 'answer': {
      const { id } = way.edge
      const group = of.groups?.get(id)
      if (of.groups && !group) return null
      if (group && group.length > 1)
        return {
          handle,
          is: 'answer',
          words: `${group.length} answers`,
          edge: id,
          marks: together(group, marks),
        }
      return { handle, is: 'answer', words: edgeWords(way.edge, of), edge: id, marks: marks.get(id) }
    }
    case 'missing': {
      const words = whenWords(way.when, node, handbook, timeZone)
      return begun
        ? { handle, is: 'missing', words: `${words}: no answer` }
        : { handle, is: 'pending', words }
    }
    case 'add': {
      // What several facts leave open, only the checks know.
      const example = begun && !way.when && gap?.witness
      const words = example ? witnessWords(example, node, handbook, timeZone) : ''
      return words
        ? { handle, is: 'missing', words: `${words}: no answer` }
        : { handle, is: 'add', words: 'Add answer', quiet: way.quiet }
    }
  }
}

/** What the checks say of several answers, a few of their sentences. */
function together(edges: readonly Edge[], marks: ReadonlyMap<string, Marks>): Marks | undefined {
  const all = edges.flatMap(({ id }) => marks.get(id) ?? [])
  if (all.length === 0) return undefined
  return {
    errors: all.reduce((sum, { errors }) => sum + errors, 0),
    warnings: all.reduce((sum, { warnings }) => sum + warnings, 0),
    messages: [...new Set(all.flatMap(({ messages }) => messages))].slice(0, 5),
  }
}

/** A question's rows: its answers as drawn, what no answer covers, and the row that adds one. */
export function cardRows(of: RowsOf): CardRow[] {
  const begun = of.ways.some(way => way.is === 'answer')
  return of.ways.map(way => rowOf(way, of, begun)).filter(row => row !== null)
}
