'use client'

import { PANEL_ID, useCommands } from '../commands/commands-provider'
import { useEditor, useEditorStore } from '../document/store'
import { Handbook } from '../panels/handbook'
import { Inspector } from '../panels/inspector'
import classes from './editor.module.css'

/** What is selected, or the handbook. Escape leads back to the card on the canvas. */
export function SidePanel() {
  const store = useEditorStore()
  const { context } = useCommands()
  const open = useEditor(state => state.panelOpen)
  const panel = useEditor(state => state.panel)
  if (!open) return null
  return (
    <aside
      id={PANEL_ID}
      tabIndex={-1}
      className={classes.side}
      data-wide={panel === 'handbook' || undefined}
      aria-label={panel === 'handbook' ? 'Handbook' : 'Inspector'}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        const [node] = store.getState().selection.nodes
        if (node) context.canvas.focus(node)
      }}
    >
      {panel === 'handbook' ? <Handbook /> : <Inspector />}
    </aside>
  )
}
