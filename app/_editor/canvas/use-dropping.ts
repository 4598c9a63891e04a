'use client'

import { useReactFlow } from '@xyflow/react'
import { type DragEvent, useState } from 'react'
import { KINDS } from '@/compiler/language/kinds'
import { useCommands } from '../commands/commands-provider'
import { insertNode } from '../commands/insert-node'
import { useEditor, useEditorStore } from '../document/store'
import { toGrid } from './boxes'
import { useHintsStore } from './drag-hints'
import { DRAGGED_KIND, isKind } from './palette'
import { useLineUnder } from './use-line-under'

/** The types of the data that say of a dragged step that it can stand between two others. */
const SPLITTING = Object.values(KINDS).flatMap(({ kind, enterable, waysOut }) =>
  enterable && waysOut !== 'none' ? [`${DRAGGED_KIND}-${kind}`] : [],
)

const isOurs = (event: DragEvent) => event.dataTransfer.types.includes(DRAGGED_KIND)

/** What the canvas does while a step of the palette is dragged over it: the step lands where it is let go of. */
export function useDropping() {
  const flow = useReactFlow()
  const { context } = useCommands()
  const readOnly = useEditor(state => state.readOnly)
  const store = useEditorStore()
  const hints = useHintsStore()
  const { underPoint } = useLineUnder()
  const [over, setOver] = useState(false)
  /** The line that the step would go into, where it is one that leads on. */
  const lineUnder = ({ clientX: x, clientY: y, dataTransfer }: DragEvent) =>
    dataTransfer.types.some(type => SPLITTING.includes(type)) ? underPoint({ x, y }, () => true) : null
  if (readOnly) return {}
  return {
    'data-dropping': over || undefined,
    onDragOver(event: DragEvent) {
      if (!isOurs(event)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      setOver(true)
      hints.setState({ line: lineUnder(event) })
    },
    onDragLeave(event: DragEvent) {
      if (event.currentTarget.contains(event.relatedTarget as globalThis.Node | null)) return
      setOver(false)
      hints.setState({ line: null })
    },
    onDrop(event: DragEvent) {
      setOver(false)
      const kind = event.dataTransfer.getData(DRAGGED_KIND)
      if (!isKind(kind)) return
      event.preventDefault()
      // The card hangs from the pointer by its heading.
      const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })
      const { line } = hints.getState()
      hints.setState({ line: null })
      const edge = store.getState().document.chart.edges.find(({ id }) => id === line)
      const behind = edge ? { node: edge.from, way: { is: 'answer' as const, handle: edge.id, edge } } : null
      const id = insertNode(context, kind, { at: toGrid({ x: x - 60, y: y - 20 }), behind })
      context.canvas.focus(id)
    },
  }
}
