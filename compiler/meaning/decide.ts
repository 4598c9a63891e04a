import { type Graph, type GraphEdge, readGraph } from '../1-graph/graph'
import { rankAfter } from '../1-graph/visible'
import type { Node, NodeOf } from '../language/kinds'
import { literalArgument, words } from '../language/kinds/as-written'
import type { Argument } from '../language/kinds/common'
import type { Policy } from '../language/policy'
import { type Domain, passesAll } from '../language/tests/domain'
import { isEmpty } from '../language/tests/value-set'
import type { End, Facts, Offer, Step, TableResult } from '../runtime/result'
import { type FactType, type JsonValue, toJson } from '../runtime/values'
import { holds } from './holds'
import { type Known, readFacts } from './read-facts'

/** The nodes and edges that a walk took, in order. */
export interface WalkPath {
  nodes: string[]
  edges: string[]
}

/** What a chart answers: what a table does, or that the drawing has no answer, or two. */
export type ChartResult = (
  | TableResult
  | { kind: 'gap'; question: string; ignored?: string[] }
  | { kind: 'overlap'; question: string; edges: string[]; ignored?: string[] }
) & { path?: WalkPath }

/**
 * What a policy says of a case, for a caller of a tier: the meaning of a chart, followed as it is drawn. Everything
 * else (tables, checks, comparison, clients) has to agree with this. `facts` are as documents write them; a fact left out
 * is not yet known. The policy has to be one without structural errors.
 *
 * @throws RangeError where there is no such tier.
 */
export const decide = (
  policy: Policy,
  tier: string,
  facts: Facts,
  options?: { path?: boolean },
): ChartResult => reading(policy).decide(tier, facts, options)

/** A policy read once, for many cases. */
export function reading(policy: Policy) {
  const graph = readGraph(policy)
  return {
    graph,
    decide: (tier: string, facts: Facts, options?: { path?: boolean }) =>
      decideOn(graph, tier, facts, options),
  }
}

export function decideOn(
  graph: Graph,
  tier: string,
  facts: Facts,
  options: { path?: boolean } = {},
): ChartResult {
  const caller = graph.rank.get(tier)
  if (caller === undefined) throw new RangeError(`There is no tier “${tier}”.`)
  const { known, ignored, problems } = readFacts(graph, caller, facts)
  const path: WalkPath = { nodes: [], edges: [] }
  const outcome: ChartResult =
    problems.length > 0 ? { kind: 'invalid', problems } : new Walk(graph, caller, known, path).run()
  return { ...outcome, ...(ignored.length > 0 && { ignored }), ...(options.path && { path }) }
}

/** Unwinds a walk that has come to its result. */
class Found {
  constructor(readonly result: ChartResult) {}
}

class Walk {
  private readonly steps: Step[] = []
  constructor(
    private readonly graph: Graph,
    private readonly caller: number,
    private readonly known: Known,
    private readonly path: WalkPath,
  ) {}

  run(): ChartResult {
    try {
      let node: Node = this.entry()
      let rank = 0
      for (;;) {
        this.path.nodes.push(node.id)
        const edge = this.visit(node, rank)
        rank = rankAfter(this.graph, node, rank, this.caller)!
        this.path.edges.push(edge.id)
        node = this.graph.nodes.get(edge.to)!
      }
    } catch (found) {
      if (found instanceof Found) return found.result
      throw found
    }
  }

  /** The first trigger whose test holds, else the start. */
  private entry(): Node {
    for (const { node, when } of this.graph.triggers) {
      const tests = [...when.values()].filter(
        ({ fact, set }) => !passesAll(set, this.graph.domains.get(fact)!),
      )
      if (
        tests.some(({ fact, test, set }) =>
          this.known.has(fact) ? !holds(test, this.known.get(fact)!) : isEmpty(set),
        )
      )
        continue
      const missing = tests
        .map(({ fact }) => fact)
        .filter(fact => !this.known.has(fact))
        .sort()[0]
      if (missing !== undefined) this.ask(missing, node)
      return node
    }
    return this.graph.start!
  }

  /** The edge that leads on; a walk that ends here unwinds. */
  private visit(node: Node, rank: number): GraphEdge {
    const out = this.graph.out.get(node.id)!
    switch (node.kind) {
      case 'question':
        return this.answer(node, out)
      case 'action':
        this.steps.push({
          action: node.action,
          with: this.args(node, this.graph.params.get(node.action), node.with),
          ...words(node),
          tier: this.graph.tiers[rank]!,
        })
        return out[0]!
      case 'escalate': {
        const beyond = this.graph.rank.get(node.to)! > this.caller
        if (!beyond && out[0]) return out[0]
        const within = node.within === undefined ? {} : { within: node.within }
        return this.end({
          kind: 'escalate',
          to: node.to,
          mode: node.mode,
          ...within,
          ...words(node),
          ...(!beyond && { here: true }),
        })
      }
      case 'close': {
        const options = node.options?.map(
          (option): Offer =>
            'say' in option
              ? { say: option.say }
              : {
                  action: option.action,
                  with: this.args(node, this.graph.params.get(option.action), option.with),
                },
        )
        return this.end({ kind: 'close', result: node.result, ...words(node), ...(options && { options }) })
      }
      default:
        return out[0]!
    }
  }

  /** The answer that holds; asks where the facts do not settle which one does. */
  private answer(node: NodeOf<'question'>, out: readonly GraphEdge[]): GraphEdge {
    const first = node.hit === 'first'
    let possible = out.filter(edge => !edge.otherwise && this.state(edge) !== 'fails')
    const holding = possible.filter(edge => this.state(edge) === 'holds')
    if (first && holding[0]) possible = possible.slice(0, possible.indexOf(holding[0]) + 1)
    const taken = first ? holding.filter(edge => edge === possible[0]) : holding
    if (taken.length > 1)
      throw new Found({ kind: 'overlap', question: node.id, edges: taken.map(edge => edge.id).sort() })
    if (taken[0]) return taken[0]
    if (possible.length === 0) {
      const otherwise = out.find(edge => edge.otherwise)
      if (otherwise) return otherwise
      throw new Found({ kind: 'gap', question: node.id })
    }
    const missing = node.facts.find(
      fact => !this.known.has(fact) && possible.some(edge => this.dependsOn(edge, fact)),
    )
    return this.ask(missing!, node)
  }

  private state(edge: GraphEdge): 'holds' | 'fails' | 'open' {
    let open = false
    for (const { fact, test, set } of edge.when.values()) {
      if (!this.dependsOn(edge, fact)) continue
      if (this.known.has(fact) ? !holds(test, this.known.get(fact)!) : isEmpty(set)) return 'fails'
      if (!this.known.has(fact)) open = true
    }
    return open ? 'open' : 'holds'
  }

  private dependsOn(edge: GraphEdge, fact: string): boolean {
    const test = edge.when.get(fact)
    return test !== undefined && !passesAll(test.set, this.graph.domains.get(fact)!)
  }

  private args(
    node: Node,
    params: ReadonlyMap<string, Domain> | undefined,
    args: Record<string, Argument> = {},
  ) {
    const values: Record<string, JsonValue> = {}
    for (const name of Object.keys(args).sort())
      values[name] = this.arg(node, params?.get(name)?.type, args[name]!)
    return values
  }

  private arg(node: Node, type: FactType | undefined, arg: Argument): JsonValue {
    if (typeof arg !== 'object' || arg === null) return literalArgument(type, arg)
    if (!this.known.has(arg.fact)) this.ask(arg.fact, node)
    return toJson(this.graph.domains.get(arg.fact)!.type, this.known.get(arg.fact)!)
  }

  private ask(fact: string, node: Node): never {
    const { source, ask } = this.graph.policy.handbook.facts[fact]!
    const say = node.kind === 'note' ? undefined : node.say
    throw new Found({
      kind: 'ask',
      fact,
      question: node.id,
      source,
      ...(say !== undefined && { say }),
      ...(ask !== undefined && { ask }),
    })
  }

  private end(end: End): never {
    throw new Found({ kind: 'decision', steps: this.steps, end })
  }
}
