import type { ChartResult, WalkPath } from '@/compiler/meaning/decide'
import type { WhyNot } from '@/compiler/why-not/why-not'
import type { Light, Lit } from '../../document/showing'
import { pathLit } from '../walk/path-lit'

/** The way of a call, and beside it the way that it would have gone. */
export function tryLight(result: ChartResult, path: WalkPath, instead: WhyNot | null): Light {
  const stuck = result.kind === 'gap' || result.kind === 'overlap'
  const light = pathLit(path, stuck ? 'wrong' : 'here')
  const nodes = new Map(light.nodes)
  const edges = new Map(light.edges)
  // A table may ask further down than what is known leads by the chart: what is between makes no difference.
  const at = result.kind === 'ask' ? result.question : light.at
  if (at !== undefined) nodes.set(at, stuck ? 'wrong' : 'here')
  if (instead?.kind !== 'near') return { nodes, edges, at }
  const add = (lit: Map<string, Lit>, ids: readonly string[]) => {
    for (const id of ids) if (!lit.has(id)) lit.set(id, 'instead')
  }
  add(nodes, instead.path.nodes)
  add(edges, instead.path.edges)
  return { nodes, edges, at: result.kind === 'ask' ? at : instead.path.nodes.at(-1) }
}
