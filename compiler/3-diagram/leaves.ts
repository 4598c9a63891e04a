import type { Graph } from '../1-graph/graph'
import type { State } from '../1-graph/visible'
import type { NodeOf } from '../language/kinds'
import { literalArgument, words } from '../language/kinds/as-written'
import { isSupplied, suppliersOf, type With } from '../language/kinds/common'
import { Kept } from '../memory/memory'
import { once, onceFor } from '../memory/once'
import type { ArtifactStep, ArtifactWith, CloseEnd, EscalateEnd } from '../runtime/artifact'
import { canonicalJson } from '../runtime/canonical-json'

function withOf(graph: Graph, action: string, args: With = {}): ArtifactWith {
  const params = graph.params.get(action)
  const made: ArtifactWith = {}
  for (const name of Object.keys(args).sort()) {
    const arg = args[name]!
    made[name] = isSupplied(arg) ? { fact: arg.fact } : literalArgument(params?.get(name)?.type, arg)
  }
  return made
}

/** Steps and ends, equal ones the same object. */
class UniqueParts extends Kept<object> {
  of<T extends object>(made: T): T {
    const text = canonicalJson(made)
    // Its members stand in canonical order, too, so that whatever it becomes part of is soon printed.
    return once<string, object>(this, text, () => JSON.parse(text)) as T
  }
}

/** What a leaf is made of; equal parts are the same object, so that a memory’s numbers tell them apart. */
export class LeafParts {
  private readonly unique: UniqueParts
  private readonly made = new Map<string, object>()

  /** The end of what no case comes to. */
  readonly nowhere: CloseEnd

  constructor(private readonly graph: Graph) {
    this.unique = graph.memory.shelf(UniqueParts)
    this.nowhere = this.once('nowhere', () => ({ kind: 'close', result: 'declined' }))
  }

  /** An action node as the step that a table has for it. */
  step(state: State & { key: string; node: NodeOf<'action'> }): ArtifactStep {
    return this.once(`step ${state.key}`, () => stepOf(this.graph, state))
  }

  /** Where a walk ends: at a close, or at an escalation that this caller does not pass. */
  end(state: State & { key: string }, caller: number): CloseEnd | EscalateEnd {
    const own = state.node.kind === 'escalate' && this.graph.rank.get(state.node.to)! <= caller
    return this.once(`${own ? 'own ' : ''}end ${state.key}`, () => endOf(this.graph, state, caller))
  }

  private once<T extends object>(key: string, make: () => T): T {
    return once<string, object>(this.made, key, () => this.unique.of(make())) as T
  }
}

/** A graph never changes, so that its parts are made once for all tiers. */
export const leafPartsOf = onceFor((graph: Graph) => new LeafParts(graph))

function stepOf(graph: Graph, { node, rank }: State & { node: NodeOf<'action'> }): ArtifactStep {
  return {
    action: node.action,
    with: withOf(graph, node.action, node.with),
    ...words(node),
    tier: graph.tiers[rank]!,
    ...(suppliersOf(node.with).length > 0 && { question: node.id }),
  }
}

function endOf(graph: Graph, { node }: State, caller: number): CloseEnd | EscalateEnd {
  if (node.kind === 'close') {
    const options = node.options?.map(option =>
      'say' in option
        ? { say: option.say }
        : { action: option.action, with: withOf(graph, option.action, option.with) },
    )
    const asks = node.options?.some(option => 'action' in option && suppliersOf(option.with).length > 0)
    return {
      kind: 'close',
      result: node.result,
      ...words(node),
      ...(options && { options }),
      ...(asks && { question: node.id }),
    }
  }
  if (node.kind !== 'escalate') throw new Error(`The walk ends at “${node.id}”, which leads on.`)
  const here = graph.rank.get(node.to)! <= caller
  return {
    kind: 'escalate',
    to: node.to,
    mode: node.mode,
    ...(node.within !== undefined && { within: node.within }),
    ...words(node),
    ...(here && { here }),
  }
}
