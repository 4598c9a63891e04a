import type { Node } from '@/compiler/language/kinds'
import { chartSchema, type Edge } from '@/compiler/language/policy'
import type { Bounds } from '../canvas/boxes'
import { addCopies, type Point, settle } from '../document/chart-edits'
import type { CommandContext } from './command'
import { selectedPart } from './selected'

/** What lies on the clipboard: part of a chart, every node with its place. */
export interface Copied {
  nodes: Node[]
  edges: Edge[]
}

const placed = (node: Node, boxes: ReadonlyMap<string, Bounds>): Node => {
  const box = boxes.get(node.id)
  return box ? { ...node, position: { x: Math.round(box.x), y: Math.round(box.y) } } : node
}

/** The selected nodes and the edges between them. A start is not copied: a chart has one. */
export function copySelection({ store, canvas }: CommandContext): Copied {
  const { nodes, edges } = selectedPart(store.getState())
  const boxes = canvas.boxes()
  return { nodes: nodes.filter(node => node.kind !== 'start').map(node => placed(node, boxes)), edges }
}

/** Reads a clipboard; `null` where something else lies on it. */
export function readCopied(text: string | null): Copied | null {
  if (text === null) return null
  try {
    const parsed = chartSchema.safeParse(JSON.parse(text))
    return parsed.success && parsed.data.nodes.length > 0 ? parsed.data : null
  } catch {
    return null
  }
}

const SHIFT = 40

/** Puts copies on the canvas beside their originals, or beside the last copies of them, and selects them. */
export function pasteCopied({ store, canvas }: CommandContext, { nodes, edges }: Copied, title: string) {
  const taken = new Set([...canvas.boxes().values()].map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`))
  let shift = SHIFT
  const at = ({ position }: Node): Point | undefined =>
    position && { x: position.x + shift, y: position.y + shift }
  while (nodes.some(node => taken.has(`${at(node)?.x} ${at(node)?.y}`))) shift += SHIFT

  const known = new Set(store.getState().document.chart.nodes.map(node => node.id))
  let ids: string[] = []
  store.getState().edit(title, draft => {
    settle(draft, canvas.boxes())
    ids = addCopies(draft, nodes, edges, at).filter(id => !known.has(id))
  })
  store.getState().select({ nodes: ids })
}
