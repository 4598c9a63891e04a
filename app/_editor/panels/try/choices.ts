import type { Choice } from '@/app/_desk/answer-form'
import { cellsOf } from '@/compiler/3-diagram/cells'
import type { Policy } from '@/compiler/language/policy'
import { testWords } from '@/compiler/language/tests/words'
import { graphOf } from '../../document/graph-of'

/** More than that are no help. */
const MOST = 8

/**
 * The answers that the tests on a fact tell apart, each with a value that gives it: "before 3:00 PM", "3:00 PM to
 * midnight". Those of one question, or of the whole chart.
 */
export function choicesOf(policy: Policy, fact: string, question?: string): Choice[] {
  const graph = graphOf(policy)
  const domain = graph.domains.get(fact)
  if (!domain?.grid) return []
  const edges = question === undefined ? [...graph.out.values()].flat() : (graph.out.get(question) ?? [])
  const triggers = question === undefined ? graph.triggers : []
  const tests = [...edges, ...triggers].flatMap(({ when }) => when.get(fact) ?? [])
  const cells = cellsOf(
    domain,
    tests.map(({ set }) => set),
  )
  if (cells.count < 2 || cells.count > MOST) return []
  return Array.from({ length: cells.count }, (_, cell) => ({
    label: testWords(cells.text(1n << BigInt(cell)) ?? '-', domain.type, policy.timeZone),
    value: cells.sample(cell),
  }))
}
