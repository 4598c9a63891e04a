import type { PolicyDocument } from '@/compiler/language/policy'
import { edgesFrom, inOrder } from '../document/ways-out'
import { drawn } from './gathered'
import { readingOrder } from './reading-order'

/** Something on the canvas that the keyboard comes to. */
export interface Stop {
  is: 'node' | 'edge'
  id: string
}

/** What Tab comes to, in the order of reading: each card, and behind it the lines that lead out of it. */
export function tabStops(document: PolicyDocument): Stop[] {
  const ids = new Set(document.chart.nodes.map(node => node.id))
  return readingOrder(document).flatMap((node): Stop[] => [
    { is: 'node', id: node.id },
    ...inOrder(drawn(edgesFrom(document, node.id), node.kind))
      .filter(edge => ids.has(edge.to))
      .map(({ id }) => ({ is: 'edge' as const, id })),
  ])
}

const STOP = '.react-flow__node, .react-flow__edge'

/** The card or line that an element belongs to. */
export function stopOf(element: Element | null): Stop | null {
  const found = element?.closest<HTMLElement | SVGElement>(STOP)
  const id = found?.dataset.id
  return id === undefined ? null : { is: found!.matches('.react-flow__node') ? 'node' : 'edge', id }
}

/** The element of a card or of a line. */
export const elementOf = (root: Element | null, { is, id }: Stop) =>
  root?.querySelector<HTMLElement | SVGElement>(`.react-flow__${is}[data-id="${CSS.escape(id)}"]`) ?? null
