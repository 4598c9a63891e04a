import type { Graph } from '../1-graph/graph'
import { readTest } from '../1-graph/read-tests'
import { type Cut, cutFor, plainCut } from '../3-diagram/cut'
import { type Slice, sliceOf } from '../3-diagram/slice'
import type { Node } from '../language/kinds'
import { isSupplied } from '../language/kinds/common'
import type { Domain } from '../language/tests/domain'
import type { ValueSet } from '../language/tests/value-set'
import { once, onceFor } from '../memory/once'

/** The slices that checks look at: of all callers over the same cells, which tell apart whatever some check heeds. */
export class CheckedSlices {
  private readonly cut: Cut

  constructor(private readonly graph: Graph) {
    const guarded = graph.guardrails.flatMap(({ when }) => [...when.values()])
    const heed = onceFor((node: Node) => heeded(graph, node))
    const highest = graph.tiers.length - 1
    // More often than not checks heed nothing that the highest tier does not branch on.
    const plain = guarded.length === 0 && [...graph.nodes.values()].every(node => heed(node).length === 0)
    this.cut = plain ? plainCut(graph, highest) : cutFor(graph, highest, heed, guarded)
  }

  of = (caller: number): Slice => sliceOf(this.graph, caller, this.cut)
}

/** A graph never changes, so that its slices are made once. */
export const slicesOf = onceFor((graph: Graph) => new CheckedSlices(graph))

/** The tests that checks heed at a step: what it requires, and the limits of parameters that facts supply. */
function heeded(graph: Graph, node: Node): { fact: string; set: ValueSet }[] {
  if (node.kind === 'escalate')
    return graph.requiresToEscalate.get(node.id)!.flatMap(row => [...row.values()])
  const used =
    node.kind === 'action'
      ? [node]
      : node.kind === 'close'
        ? (node.options ?? []).flatMap(option => ('action' in option ? [option] : []))
        : []
  return used.flatMap(({ action, with: args }) => [
    ...(graph.requires.get(action) ?? []).flatMap(row => [...row.values()]),
    ...Object.entries(args ?? {}).flatMap(([param, arg]) =>
      isSupplied(arg)
        ? limitsOnFact(graph, action, param, arg.fact).map(({ set }) => ({ fact: arg.fact, set }))
        : [],
    ),
  ])
}

/** The limits of a parameter as sets of values of the fact that supplies it; tier null is the parameter's own domain. */
export function limitsOnFact(graph: Graph, action: string, param: string, fact: string): readonly Limit[] {
  return once(limitsIn(graph), JSON.stringify([action, param, fact]), () =>
    readLimits(graph, action, param, fact),
  )
}

/** A limit, and the tier that it binds; null where it binds all. */
export interface Limit {
  tier: string | null
  set: ValueSet
}

const limitsIn = onceFor((_: Graph) => new Map<string, readonly Limit[]>())

function readLimits(graph: Graph, action: string, param: string, fact: string): Limit[] {
  const of = graph.policy.handbook.actions[action]
  const domain: Domain | undefined = graph.domains.get(fact)
  const type = of?.params?.[param]?.type
  if (!of || !domain || domain.type !== type) return []
  const read = (text: string, tier: string | null) => {
    const limit = readTest(graph.memory, text, domain)
    return 'set' in limit ? [{ tier, set: limit.set }] : []
  }
  const own = of.params?.[param]?.allowedValues
  return [
    ...(own === undefined ? [] : read(own, null)),
    ...Object.entries(of.grants ?? {}).flatMap(([tier, limits]) =>
      Object.hasOwn(limits, param) ? read(limits[param]!, tier) : [],
    ),
  ]
}
