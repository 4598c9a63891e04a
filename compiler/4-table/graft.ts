import type { Box } from '../3-diagram/box'
import { intersection } from '../3-diagram/box'
import { MAIN, type Part } from '../3-diagram/build'
import type { CellSet } from '../3-diagram/cells'
import type { Diagram, DiagramStore, WayTo } from '../3-diagram/diagram'
import type { Slice } from '../3-diagram/slice'

/**
 * Puts parts back where they are referred to, as far as that multiplies nothing: a part that is a single leaf, and one
 * that a single row goes on to, there narrowed to what that row has settled.
 */
export function graftParts(
  parts: ReadonlyMap<string, Part>,
  store: DiagramStore,
  { cells: domains }: Slice,
): Map<string, Part> {
  const rows = new Map<string, number>()
  for (const { diagram } of parts.values())
    for (const [root, count] of references(diagram)) rows.set(root, (rows.get(root) ?? 0) + count)

  const grafted = new Map<string, Diagram>()
  const whole = (key: string): Diagram => {
    const known = grafted.get(key)
    if (known) return known
    const made = graft(parts.get(key)!.diagram, new Map())
    grafted.set(key, made)
    return made
  }
  /** The diagram narrowed to the box, with what belongs there in place of its references. */
  const graft = (diagram: Diagram, box: Box): Diagram => {
    const memo = new Map<Diagram, Diagram | null>()
    const put = (at: Diagram, within: Box): Diagram | null => {
      if (at.kind === 'leaf') {
        if (at.end.kind !== 'continue') return at
        const part = whole(at.end.root)
        if (part.kind === 'leaf') return store.after(at.steps, part)
        return rows.get(at.end.root) === 1 ? store.after(at.steps, narrow(part, within)) : at
      }
      const known = memo.get(at)
      if (known !== undefined) return known
      const ways: WayTo[] = []
      let changed = box.size > 0
      for (const way of at.ways) {
        const both = intersection(box, way.box)
        if (!both) continue
        const inner = new Map(within)
        const said = new Map<string, CellSet>()
        for (const fact of way.box.keys()) {
          const cells = both.get(fact)!
          inner.set(fact, cells)
          if (cells !== (box.get(fact) ?? domains.get(fact)!.all)) said.set(fact, cells)
        }
        const to = put(way.to, inner)
        if (to !== way.to) changed = true
        ways.push({ box: said, to, answers: way.answers })
      }
      if (!changed) {
        memo.set(at, at)
        return at
      }
      const made = ways.length === 1 ? ways[0]!.to : store.fork(at.question, at.facts, ways)
      memo.set(at, made)
      return made
    }
    return put(diagram, box)!
  }
  const narrow = (diagram: Diagram, box: Box) => (box.size === 0 ? diagram : graft(diagram, box))

  for (const key of innermostFirst(parts)) whole(key)

  const kept = new Map<string, Part>()
  const open = [MAIN]
  for (let key = open.shift(); key !== undefined; key = open.shift()) {
    if (kept.has(key)) continue
    const diagram = whole(key)
    kept.set(key, { root: parts.get(key)!.root, diagram })
    open.push(...references(diagram).keys())
  }
  return kept
}

/** The parts so that each comes after all that it refers to: then no graft has to wait for another one's. */
export function innermostFirst(parts: ReadonlyMap<string, Part>): string[] {
  const order: string[] = []
  const done = new Set<string>()
  const stack: { key: string; next: string[] }[] = []
  const enter = (key: string) => {
    if (done.has(key)) return
    done.add(key)
    stack.push({ key, next: [...references(parts.get(key)!.diagram).keys()] })
  }
  enter(MAIN)
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const next = top.next.pop()
    if (next !== undefined) enter(next)
    else order.push(stack.pop()!.key)
  }
  return order
}

/** How many rows of a diagram go on to each root: 1, or 2 for several. */
function references(diagram: Diagram): Map<string, number> {
  const memo = new Map<Diagram, Map<string, number>>()
  const count = (at: Diagram): Map<string, number> => {
    const known = memo.get(at)
    if (known) return known
    const found = new Map<string, number>()
    if (at.kind === 'leaf') {
      if (at.end.kind === 'continue') found.set(at.end.root, 1)
    } else
      for (const { to } of at.ways)
        for (const [root, n] of count(to)) found.set(root, Math.min(2, (found.get(root) ?? 0) + n))
    memo.set(at, found)
    return found
  }
  return count(diagram)
}
