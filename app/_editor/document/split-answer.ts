import type { Fact } from '@/compiler/language/fact'
import type { Edge, PolicyDocument } from '@/compiler/language/policy'
import { printSet } from '@/compiler/language/tests/canonical'
import { type Domain, setOf } from '@/compiler/language/tests/domain'
import { minus } from '@/compiler/language/tests/minus'
import { parseTest } from '@/compiler/language/tests/parse'
import { gridSet, intersect, isEmpty, textSet, type ValueSet } from '@/compiler/language/tests/value-set'
import type { Point } from '@/compiler/runtime/values'
import { newEdgeId } from './chart-edits'
import { edgesBefore } from './edges-before'
import { domainOfFact } from './fact-domain'

/** Where a condition is cut in two. */
export type Cut =
  /** At a value of an ordered fact, which goes to the first part (what lies below) or to the second. */
  | { is: 'at'; value: Point; first: boolean }
  /** These values are the second part. */
  | { is: 'values'; values: readonly Point[] }

/** The two conditions as S-FEEL; undefined is anything, `nothing` a part that no value is in. */
export interface Parts {
  first: string | undefined
  second: string | undefined
}

/** The condition in two, which together hold exactly where it did, and never both; null where one of them would be empty. */
export function splitCondition(text: string | undefined, fact: Fact, cut: Cut): Parts | null {
  const parsed = parseTest(text ?? '-', fact.type)
  if (!parsed.ok) return null
  const domain = domainOfFact(fact)
  const whole = setOf(parsed.test, domain)
  const second = intersect(whole, secondPart(cut, domain))
  const first = minus(whole, second, domain)
  if (isEmpty(first) || isEmpty(second)) return null
  return { first: printSet(first, domain) ?? undefined, second: printSet(second, domain) ?? undefined }
}

/** "Nobody knows" stays with the first part. */
function secondPart(cut: Cut, { grid }: Domain): ValueSet {
  if (cut.is === 'values')
    return grid
      ? gridSet(
          cut.values.map(value => [Number(value), Number(value)]),
          false,
          grid.next,
        )
      : textSet(false, cut.values.map(String), false)
  const at = Number(cut.value)
  const floor = grid!.floor(at)
  const from = floor === at && !cut.first ? at : floor === -Infinity ? grid!.min : grid!.next(floor)
  return { of: 'grid', ranges: from <= grid!.max ? [[from, grid!.max]] : [], null: false }
}

/** Splits an answer in two; the second stands behind the first and leads to the same place. Returns its id. */
export function splitAnswer(
  draft: PolicyDocument,
  id: string,
  fact: string,
  { first, second }: Parts,
): string | undefined {
  const edges = edgesBefore(draft)
  const edge = edges.find(each => each.id === id)
  if (!edge || edge.otherwise) return undefined
  const part = (text: string | undefined) => {
    const { [fact]: _, ...rest } = edge.when ?? {}
    return text === undefined ? rest : { ...edge.when, [fact]: text }
  }
  const copy: Edge = { ...edge, id: newEdgeId(draft), when: part(second) }
  draft.chart.edges = edges.flatMap(each =>
    each === edge ? [{ ...edge, when: part(first) }, copy] : [each],
  ) as Edge[]
  return copy.id
}
