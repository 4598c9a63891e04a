'use client'

import type { ComponentType } from 'react'
import { PANEL_ID, useCommands } from '../commands/commands-provider'
import { type Panel as PanelName, useEditor, useEditorStore } from '../document/store'
import { Handbook } from '../panels/handbook'
import { Inspector } from '../panels/inspector'
import { Try } from '../panels/try'
import classes from './editor.module.css'

const PANELS = {
  inspector: { label: 'Inspector', Panel: Inspector },
  handbook: { label: 'Handbook', Panel: Handbook },
  try: { label: 'Try a call', Panel: Try },
} as const satisfies Record<PanelName, { label: string; Panel: ComponentType }>

/** Whether Escape has something of its own to close: a dialog that was opened from here, or the list of a field. */
const closesSomething = (panel: Element, target: EventTarget) =>
  !(target instanceof Element) || !panel.contains(target) || target.getAttribute('aria-expanded') === 'true'

/** What is selected, the handbook, or a call that is tried. Escape leads back to the card, or the line, on the canvas. */
export function SidePanel() {
  const store = useEditorStore()
  const { context } = useCommands()
  const open = useEditor(state => state.panelOpen)
  const panel = useEditor(state => state.panel)
  if (!open) return null
  const { label, Panel } = PANELS[panel]
  return (
    <aside
      id={PANEL_ID}
      tabIndex={-1}
      data-tour-part="panel"
      className={classes.side}
      data-panel={panel}
      aria-label={label}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        if (closesSomething(event.currentTarget, event.target)) return
        const { nodes, edges } = store.getState().selection
        const is = nodes.length > 0 ? 'node' : 'edge'
        const id = nodes[0] ?? edges[0]
        if (id !== undefined) context.canvas.focus(id, is)
      }}
    >
      <Panel />
    </aside>
  )
}
