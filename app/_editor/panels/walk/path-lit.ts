import type { WalkPath } from '@/compiler/meaning/decide'
import type { Light, Lit } from '../../document/showing'

/** A way as light: all that was passed, and the step where the case is. */
export function pathLit({ nodes, edges }: WalkPath, at: Lit = 'here'): Light {
  const last = nodes.at(-1)
  const lit = new Map<string, Lit>(nodes.map(id => [id, 'passed']))
  if (last !== undefined) lit.set(last, at)
  return { nodes: lit, edges: new Map(edges.map(id => [id, 'passed'])), at: last }
}
