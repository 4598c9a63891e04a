import type { Box } from '../3-diagram/box'
import { intersection } from '../3-diagram/box'
import { type Built, MAIN, type Part } from '../3-diagram/build'
import type { CellSet } from '../3-diagram/cells'
import { type Diagram, referencesOf, type WayTo } from '../3-diagram/diagram'
import { Descriptions } from '../3-diagram/likeness'
import type { Slice } from '../3-diagram/slice'
import { Kept } from '../memory/memory'
import { once } from '../memory/once'

/** A part with what was put back into it. */
export interface GraftedPart extends Part {
  /** What the drawing is like that it is made of: see `Likeness`. */
  like: number
  /** The parts that were put back into it. */
  of: readonly GraftedPart[]
}

/** Diagrams with parts put back into them, by the diagram and the parts. */
class Grafted extends Kept<Diagram> {}

/**
 * Puts parts back where they are referred to, as far as that multiplies nothing: a part that is a single leaf, and one
 * that a single row goes on to, there narrowed to what that row has settled.
 */
export function graftParts(
  { parts, store, likeness }: Built,
  { cells: domains, graph }: Slice,
): Map<string, GraftedPart> {
  const rows = new Map<string, number>()
  for (const { diagram } of parts.values())
    for (const [root, count] of referencesOf(diagram)) rows.set(root, (rows.get(root) ?? 0) + count)

  const before = graph.memory.shelf(Grafted)
  const descriptions = graph.memory.shelf(Descriptions)
  const grafted = new Map<string, GraftedPart>()
  const whole = (key: string): GraftedPart => once(grafted, key, () => withPartsPut(parts.get(key)!))
  const withPartsPut = ({ root, diagram }: Part): GraftedPart => {
    const own = root.place ? likeness.places[root.place.index]! : likeness.entries
    const put = [...referencesOf(diagram).keys()].filter(isPut)
    if (put.length === 0) return { root, diagram, like: own, of: [] }
    const of = put.map(whole)
    const from = `${diagram.id} ${of.map((part, i) => `${put[i]}=${part.diagram.id}`).join()}`
    return {
      root,
      diagram: once(before, from, () => graft(diagram, new Map())),
      like: descriptions.number(`grafted ${own} ${of.map(part => part.like).join()}`),
      of,
    }
  }
  const isPut = (key: string) => rows.get(key) === 1 || whole(key).diagram.kind === 'leaf'
  /** The diagram narrowed to the box, with what belongs there in place of its references. */
  const graft = (diagram: Diagram, box: Box): Diagram => {
    const memo = new Map<Diagram, Diagram | null>()
    const put = (at: Diagram, within: Box): Diagram | null => {
      if (at.kind === 'leaf') {
        if (at.end.kind !== 'continue') return at
        const part = whole(at.end.root).diagram
        if (part.kind === 'leaf') return store.after(domains, at.steps, part)
        return rows.get(at.end.root) === 1 ? store.after(domains, at.steps, narrow(part, within)) : at
      }
      return once(memo, at, () => {
        const ways: WayTo[] = []
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
          ways.push({ box: said, to: put(way.to, inner), answers: way.answers })
        }
        return store.fork(domains, at.question, at.facts, ways)
      })
    }
    return put(diagram, box)!
  }
  const narrow = (diagram: Diagram, box: Box) => (box.size === 0 ? diagram : graft(diagram, box))

  for (const key of innermostFirst(parts)) whole(key)

  const kept = new Map<string, GraftedPart>()
  const open = [MAIN]
  for (const key of open) {
    if (kept.has(key)) continue
    const part = whole(key)
    kept.set(key, part)
    open.push(...referencesOf(part.diagram).keys())
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
    stack.push({ key, next: [...referencesOf(parts.get(key)!.diagram).keys()] })
  }
  enter(MAIN)
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const next = top.next.pop()
    if (next !== undefined) enter(next)
    else order.push(stack.pop()!.key)
  }
  return order
}
