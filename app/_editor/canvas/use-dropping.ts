'use client'

import { useReactFlow } from '@xyflow/react'
import { type DragEvent, useState } from 'react'
import { useCommands } from '../commands/commands-provider'
import { insertNode } from '../commands/insert-node'
import { useEditor } from '../document/store'
import { toGrid } from './boxes'
import { DRAGGED_KIND, isKind } from './palette'

const isOurs = (event: DragEvent) => event.dataTransfer.types.includes(DRAGGED_KIND)

/** What the canvas does while a step of the palette is dragged over it: the step lands where it is let go of. */
export function useDropping() {
  const flow = useReactFlow()
  const { context } = useCommands()
  const readOnly = useEditor(state => state.readOnly)
  const [over, setOver] = useState(false)
  if (readOnly) return {}
  return {
    'data-dropping': over || undefined,
    onDragOver(event: DragEvent) {
      if (!isOurs(event)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      setOver(true)
    },
    onDragLeave(event: DragEvent) {
      if (!event.currentTarget.contains(event.relatedTarget as globalThis.Node | null)) setOver(false)
    },
    onDrop(event: DragEvent) {
      setOver(false)
      const kind = event.dataTransfer.getData(DRAGGED_KIND)
      if (!isKind(kind)) return
      event.preventDefault()
      // The card hangs from the pointer by its heading.
      const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })
      const id = insertNode(context, kind, { at: toGrid({ x: x - 60, y: y - 20 }), behind: null })
      context.canvas.focus(id)
    },
  }
}
