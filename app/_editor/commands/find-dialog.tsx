'use client'

import { useMemo } from 'react'
import { readingOrder } from '../canvas/reading-order'
import { handbookOf } from '../document/handbook-of'
import { useEditor, useEditorStore } from '../document/store'
import { nodeTitle, viewOf } from '../kinds'
import { useCommands } from './commands-provider'
import { TypeAhead } from './type-ahead'

/** The steps of the chart, to be found by their words (/). */
export function FindDialog() {
  const store = useEditorStore()
  const opened = useEditor(state => state.dialog === 'find')
  const { context } = useCommands()

  const choices = useMemo(() => {
    if (!opened) return []
    const state = store.getState()
    const handbook = handbookOf(state)
    return readingOrder(state.document).map(node => {
      const view = viewOf(node)
      const Icon = view.cardIcon(node as never, handbook)
      return {
        id: node.id,
        label: nodeTitle(node, handbook),
        hint: view.word(node as never, handbook),
        icon: <Icon size={15} stroke={1.6} />,
      }
    })
  }, [opened, store])

  return (
    <TypeAhead
      title="Find a step"
      placeholder="Part of its title"
      nothing="No step is called that."
      opened={opened}
      onClose={() => store.getState().openDialog(null)}
      choices={choices}
      onPick={id => {
        store.getState().openDialog(null)
        store.getState().reveal({ nodes: [id] })
        context.canvas.focus(id)
      }}
    />
  )
}
