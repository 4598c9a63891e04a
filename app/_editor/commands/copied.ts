import { z } from 'zod'
import { factSchema } from '@/compiler/language/fact'
import { actionSchema, tierSchema } from '@/compiler/language/handbook'
import { byId } from '@/compiler/language/ids'
import type { Node } from '@/compiler/language/kinds'
import { chartSchema } from '@/compiler/language/policy'
import type { Bounds } from '../canvas/boxes'
import { bringAlong } from '../document/bring-along'
import { carriedBy } from '../document/carried'
import { addCopies, type Point, settle } from '../document/chart-edits'
import { handbookOf } from '../document/handbook-of'
import type { CommandContext } from './command'
import { selectedPart } from './selected'

/** What lies on the clipboard: part of a chart, every node with its place, and what of the handbook it needs. */
const copiedSchema = z.strictObject({
  format: z.literal('remit-steps/1'),
  ...chartSchema.shape,
  handbook: z.strictObject({
    tiers: z.array(tierSchema),
    facts: byId(factSchema),
    actions: byId(actionSchema),
    timeZone: z.string().optional(),
  }),
})
export type Copied = z.infer<typeof copiedSchema>

const placed = (node: Node, boxes: ReadonlyMap<string, Bounds>): Node => {
  const box = boxes.get(node.id)
  return box ? { ...node, position: { x: Math.round(box.x), y: Math.round(box.y) } } : node
}

/** The selected nodes and the edges between them. A start is not copied: a chart has one. */
export function copySelection({ store, canvas }: CommandContext): Copied {
  const state = store.getState()
  const part = selectedPart(state)
  const nodes = part.nodes.filter(node => node.kind !== 'start')
  const ids = new Set(nodes.map(node => node.id))
  const edges = part.edges.filter(({ from, to }) => ids.has(from) && ids.has(to))
  const boxes = canvas.boxes()
  return {
    format: 'remit-steps/1',
    nodes: nodes.map(node => placed(node, boxes)),
    edges,
    handbook: carriedBy(nodes, edges, handbookOf(state), state.document.timeZone),
  }
}

/** Reads a clipboard; `null` where something else lies on it. */
export function readCopied(text: string | null): Copied | null {
  if (text === null) return null
  try {
    const parsed = copiedSchema.safeParse(JSON.parse(text))
    return parsed.success && parsed.data.nodes.length > 0 ? parsed.data : null
  } catch {
    return null
  }
}

const SHIFT = 40

/**
 * Puts copies on the canvas beside their originals, or beside the last copies of them, and selects them. What the
 * handbook lacks of what they need comes along; what happened to it is said.
 */
export function pasteCopied({ store, canvas, tell }: CommandContext, copied: Copied, title: string) {
  const state = store.getState()
  const { document } = state
  const taken = new Set([...canvas.boxes().values()].map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`))
  let shift = SHIFT
  const at = ({ position }: Node): Point | undefined =>
    position && { x: position.x + shift, y: position.y + shift }
  while (copied.nodes.some(node => taken.has(`${at(node)?.x} ${at(node)?.y}`))) shift += SHIFT

  const known = new Set(document.chart.nodes.map(node => node.id))
  const brought = bringAlong(copied.nodes, copied.edges, copied.handbook, document, handbookOf(state))
  let ids: string[] = []
  state.edit(title, draft => {
    settle(draft, canvas.boxes())
    brought.addTo(draft)
    ids = addCopies(draft, brought.nodes, brought.edges, at).filter(id => !known.has(id))
  })
  state.reveal({ nodes: ids })
  if (brought.said.length > 0) tell(brought.said.join(' '))
}
