import type { Graph } from '../1-graph/graph'
import { visibleTo } from '../1-graph/visible'
import { printAllowed } from '../language/tests/canonical'
import { inDomain } from '../language/tests/domain'
import { readFact } from '../runtime/read-fact'
import type { Facts } from '../runtime/result'
import type { Point } from '../runtime/values'

/** The facts that a walk knows; null is known to be unknown. */
export type Known = Map<string, Point | null>

/** What a caller of this rank gives of a case: what is known by it, what they do not see, and what is wrong. */
export function readFacts(graph: Graph, caller: number, facts: Facts) {
  const visible = visibleTo(graph, caller).facts
  const known: Known = new Map()
  const ignored: string[] = []
  const problems: { fact: string; says: string }[] = []
  for (const name of Object.keys(facts).sort()) {
    if (facts[name] === undefined) continue
    if (!visible.has(name)) {
      ignored.push(name)
      continue
    }
    const fact = graph.policy.handbook.facts[name]!
    const domain = graph.domains.get(name)!
    const read = readFact(
      fact,
      point => inDomain(domain, point),
      facts[name],
      () => printAllowed(domain),
    )
    if (read.ok) known.set(name, read.point)
    else problems.push({ fact: name, says: read.says })
  }
  // The customer brings it up; what nobody brought up is not so.
  for (const name of visible)
    if (graph.policy.handbook.facts[name]!.volunteered && !known.has(name)) known.set(name, false)
  return { known, ignored, problems }
}
