import type { Edge, PolicyDocument } from '@/compiler/language/policy'
import type { EditorState } from './state'

/** A line that led to a step which is gone, with the steps that it could lead on to. */
interface Cut {
  edge: Edge
  to: string[]
}

/** A path that taking steps out has cut, and how it could go on. */
export interface Healing {
  /** The document as the taking out left it: in any other, the path is another one. */
  document: PolicyDocument
  /** All lines before, in their order. */
  edges: readonly Edge[]
  cuts: readonly Cut[]
  /** The steps that the path could lead on to, the nearest first. */
  targets: readonly string[]
}

/** The steps that are still there and that one comes to first from a step that is gone. */
function beyond(edges: readonly Edge[], from: string, gone: ReadonlySet<string>, but: string): string[] {
  const seen = new Set([from])
  const found = new Set<string>()
  for (const id of seen)
    for (const { from, to } of edges) {
      if (from !== id) continue
      if (gone.has(to)) seen.add(to)
      else if (to !== but) found.add(to)
    }
  return [...found]
}

/**
 * How the paths that ran through steps which are gone could go on; `null` where none was cut, or none leads anywhere.
 *
 * @param lines the lines that were taken away themselves: nobody wants these back
 */
export function healingOf(
  before: PolicyDocument,
  after: PolicyDocument,
  lines: readonly string[] = [],
): Healing | null {
  const there = new Set(after.chart.nodes.map(({ id }) => id))
  const gone = new Set(before.chart.nodes.flatMap(({ id }) => (there.has(id) ? [] : [id])))
  const edges = before.chart.edges.filter(({ id }) => !lines.includes(id))
  const cuts = edges
    .filter(edge => there.has(edge.from) && gone.has(edge.to))
    .map(edge => ({ edge, to: beyond(edges, edge.to, gone, edge.from) }))
    .filter(({ to }) => to.length > 0)
  const targets = [...new Set(cuts.flatMap(({ to }) => to))]
  return targets.length === 0 ? null : { document: after, edges: before.chart.edges, cuts, targets }
}

/** The path that was cut last. Any edit since, undo and what somebody else saved included, is the answer "leave it". */
export const healable = ({ broken, document }: Pick<EditorState, 'broken' | 'document'>): Healing | null =>
  broken?.document === document ? broken : null

/** Leads the cut lines on to `target`, those of them that came there before; the order of all lines stays. */
export function heal(draft: PolicyDocument, { edges, cuts }: Healing, target: string): void {
  const now = new Map(draft.chart.edges.map(edge => [edge.id, edge]))
  const healed = new Map(
    cuts.flatMap(({ edge, to }) => {
      const on = to.includes(target) ? target : to.length === 1 ? to[0] : undefined
      return on === undefined ? [] : [[edge.id, { ...edge, to: on }] as const]
    }),
  )
  draft.chart.edges = edges.flatMap(({ id }) => now.get(id) ?? healed.get(id) ?? [])
}
