'use client'

import { useCommands } from '../commands/commands-provider'
import { handbookOf } from '../document/handbook-of'
import { useEditorStore } from '../document/store'
import { drawChart } from './chart-drawing'
import { measuring } from './measure'
import { type Printable, wholeSheet } from './policy-sheets'
import { usePrinted } from './print'

/** The draft of the moment as it can be put on paper. The cards stand where the canvas has them. */
export function useDraftPaper(): () => Printable {
  const store = useEditorStore()
  const { context } = useCommands()
  return () => {
    const state = store.getState()
    const { document, policyName, next, artifacts } = state
    const handbook = handbookOf(state)
    return {
      of: {
        title: document.title || policyName,
        edition: `Draft of version ${next}`,
        file: policyName,
      },
      handbook,
      drawing: () => drawChart(document, handbook, context.canvas.boxes(), measuring()),
      artifacts: handbook.tiers.flatMap(({ id }) => artifacts?.[id] ?? []),
    }
  }
}

/** Asked to print, the browser prints the draft: its chart and its tables, not the editor. */
export function DraftPaper() {
  const paper = useDraftPaper()
  usePrinted(() => wholeSheet(paper()))
  return null
}
