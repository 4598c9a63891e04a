'use client'

import { IconBook2, IconBulb } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Handbook } from '@/compiler/language/handbook'
import { chartCards } from '../canvas/chart-nodes'
import { handbookOf } from '../document/handbook-of'
import { type EditorState, useEditor, useEditorStore } from '../document/store'
import { nodeTitle, viewOf } from '../kinds'
import { actionTitle, factTitle } from '../kinds/argument-words'
import { useCommands } from './commands-provider'
import { wordsOfStep } from './found-words'
import { type Choice, TypeAhead } from './type-ahead'

const steps = (state: EditorState, handbook: Handbook): Choice[] =>
  [...chartCards(state).values()].map(({ node, rows }) => {
    const view = viewOf(node)
    const Icon = view.cardIcon(node as never, handbook)
    return {
      id: `node ${node.id}`,
      label: nodeTitle(node, handbook),
      hint: view.word(node as never, handbook),
      icon: <Icon size={15} stroke={1.6} />,
      group: 'On the chart',
      words: wordsOfStep(node, rows, handbook),
    }
  })

const entries = (handbook: Handbook): Choice[] => [
  ...Object.entries(handbook.facts).map(([id, { ask, guidance }]) => ({
    id: `facts ${id}`,
    label: factTitle(id, handbook),
    hint: 'Fact',
    icon: <IconBulb size={15} stroke={1.6} />,
    group: 'In the handbook',
    words: [
      { of: 'id', text: id },
      { of: 'asks', text: ask ?? '' },
      { of: 'guidance', text: guidance ?? '' },
    ],
  })),
  ...Object.keys(handbook.actions).map(id => ({
    id: `actions ${id}`,
    label: actionTitle(id, handbook),
    hint: 'Action',
    icon: <IconBook2 size={15} stroke={1.6} />,
    group: 'In the handbook',
    words: [{ of: 'id', text: id }],
  })),
]

/** Everything with words in it, to be found by any of them (/): steps by what they say, ask and do; facts; actions; ids. */
export function FindDialog() {
  const store = useEditorStore()
  const opened = useEditor(state => state.dialog === 'find')
  const { context } = useCommands()

  const choices = useMemo(() => {
    if (!opened) return []
    const state = store.getState()
    const handbook = handbookOf(state)
    return [...steps(state, handbook), ...entries(handbook)]
  }, [opened, store])

  const goTo = (kind: string, id: string) => {
    const { openDialog, reveal } = store.getState()
    openDialog(null)
    if (kind !== 'node') return reveal({ path: ['handbook', kind, id] })
    reveal({ nodes: [id] })
    context.canvas.focus(id)
  }

  return (
    <TypeAhead
      leadsOn
      title="Find a step"
      placeholder="Any word: a title, what is said, a fact, an action, an id"
      nothing="Nothing here has such a word."
      opened={opened}
      onClose={() => store.getState().openDialog(null)}
      choices={choices}
      onPick={picked => {
        const [kind = '', ...rest] = picked.split(' ')
        goTo(kind, rest.join(' '))
      }}
    />
  )
}
