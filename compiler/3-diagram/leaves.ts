import type { Graph } from '../1-graph/graph'
import type { State } from '../1-graph/visible'
import type { NodeOf } from '../language/kinds'
import { literalArgument, words } from '../language/kinds/as-written'
import type { Argument } from '../language/kinds/common'
import type { ArtifactStep, ArtifactWith, CloseEnd, EscalateEnd } from '../runtime/artifact'

const isFact = (arg: Argument): arg is { fact: string } => typeof arg === 'object' && arg !== null

function withOf(graph: Graph, action: string, args: Record<string, Argument> = {}): ArtifactWith {
  const params = graph.params.get(action)
  const made: ArtifactWith = {}
  for (const name of Object.keys(args).sort()) {
    const arg = args[name]!
    made[name] = isFact(arg) ? { fact: arg.fact } : literalArgument(params?.get(name)?.type, arg)
  }
  return made
}

const takesFacts = (args: Record<string, Argument> = {}) => Object.values(args).some(isFact)

/** An action node as the step that a table has for it. */
export function stepOf(graph: Graph, { node, rank }: State & { node: NodeOf<'action'> }): ArtifactStep {
  return {
    action: node.action,
    with: withOf(graph, node.action, node.with),
    ...words(node),
    tier: graph.tiers[rank]!,
    ...(takesFacts(node.with) && { question: node.id }),
  }
}

/** Where a walk ends: at a close, or at an escalation that this caller does not pass. */
export function endOf(graph: Graph, { node }: State, caller: number): CloseEnd | EscalateEnd {
  if (node.kind === 'close') {
    const options = node.options?.map(option =>
      'say' in option
        ? { say: option.say }
        : { action: option.action, with: withOf(graph, option.action, option.with) },
    )
    const asks = node.options?.some(option => 'action' in option && takesFacts(option.with))
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
