'use client'

import { useMemo } from 'react'
import { handbookOf } from '../document/handbook-of'
import { heal, healable } from '../document/healing'
import { useEditor, useEditorStore } from '../document/store'
import { nodeTitle, viewOf } from '../kinds'
import { useCommands } from './commands-provider'
import { type Choice, TypeAhead } from './type-ahead'

/** Where a path goes on whose step had several ways out. */
export function HealDialog() {
  const store = useEditorStore()
  const { context } = useCommands()
  const opened = useEditor(state => state.dialog === 'heal')

  const choices = useMemo((): Choice[] => {
    const state = store.getState()
    if (!opened || !state.broken) return []
    const handbook = handbookOf(state)
    return state.broken.targets.flatMap(id => {
      const node = state.document.chart.nodes.find(node => node.id === id)
      if (!node) return []
      const view = viewOf(node)
      const Icon = view.cardIcon(node as never, handbook)
      return {
        id,
        label: nodeTitle(node, handbook),
        hint: view.word(node as never, handbook),
        icon: <Icon size={15} stroke={1.6} />,
      }
    })
  }, [opened, store])

  return (
    <TypeAhead
      leadsOn
      title="Lead the path on to"
      placeholder="Part of its title"
      nothing="The path did not lead to such a step."
      opened={opened}
      onClose={() => store.getState().openDialog(null)}
      choices={choices}
      onPick={id => {
        const { edit, openDialog, select } = store.getState()
        const broken = healable(store.getState())
        openDialog(null)
        // While one chose, somebody else's work may have come in: the lines of before are no longer all.
        if (!broken) return context.tell('The chart has just changed: draw the line by hand.')
        edit('Heal the path', draft => heal(draft, broken, id))
        select({ nodes: [id] })
        context.canvas.focus(id)
      }}
    />
  )
}
