'use client'

import { useMemo } from 'react'
import { chartLines } from '../canvas/chart-edges'
import { chartCards } from '../canvas/chart-nodes'
import { useEditor, useEditorStore } from '../document/store'
import { linesFor, spliceInto } from './put-between'
import { TypeAhead } from './type-ahead'

/** Which line the selected step goes into, by the steps at its ends. */
export function SpliceDialog() {
  const store = useEditorStore()
  const opened = useEditor(state => state.dialog === 'splice')

  const choices = useMemo(() => {
    const state = store.getState()
    const [id] = state.selection.nodes
    if (!opened || id === undefined) return []
    const lines = chartLines(state, chartCards(state))
    return linesFor(state, id).map(edge => ({
      id: edge.id,
      label: lines.get(edge.id)?.ariaLabel ?? edge.id,
    }))
  }, [opened, store])

  return (
    <TypeAhead
      title="Put into which line?"
      placeholder="Part of a title at either end"
      nothing="No line leads from or to such a step."
      opened={opened}
      onClose={() => store.getState().openDialog(null)}
      choices={choices}
      onPick={line => {
        const state = store.getState()
        const [id] = state.selection.nodes
        state.openDialog(null)
        if (id !== undefined) spliceInto(state, id, line)
      }}
    />
  )
}
