'use client'

import { useMemo, useState } from 'react'
import { cardRows } from '../canvas/card-rows'
import { connect, remove } from '../document/chart-edits'
import { handbookOf } from '../document/handbook-of'
import { refusesEdge } from '../document/refuses-edge'
import { type EditorState, useEditor, useEditorStore } from '../document/store'
import { edgesFrom, type Way, waysOut } from '../document/ways-out'
import { nodeTitle, viewOf } from '../kinds'
import { type Choice, TypeAhead } from './type-ahead'

interface From {
  node: string
  /** The way that is selected already; else one of the node's ways is chosen first. */
  way: Way | null
}

const NOWHERE = '(nowhere)'

function fromSelection(state: EditorState): From | null {
  const { nodes, edges } = state.selection
  const edge = state.document.chart.edges.find(({ id }) => id === edges[0])
  if (nodes.length === 0 && edge) return { node: edge.from, way: { is: 'answer', handle: edge.id, edge } }
  const id = nodes[0]
  if (id === undefined) return null
  const ways = waysOf(state, id)
  return { node: id, way: ways.length === 1 ? (ways[0] ?? null) : null }
}

function waysOf(state: EditorState, id: string): Way[] {
  const node = state.document.chart.nodes.find(node => node.id === id)
  return node ? waysOut(node, edgesFrom(state.document, id), handbookOf(state).facts) : []
}

/** The answers of a question, those that are missing first: they are why one asks. */
function wayChoices(state: EditorState, id: string): Choice[] {
  const node = state.document.chart.nodes.find(node => node.id === id)
  const handbook = handbookOf(state)
  if (node?.kind !== 'question') return []
  const rows = cardRows({
    node,
    ways: waysOf(state, id),
    handbook,
    timeZone: state.document.timeZone,
    gap: undefined,
    marks: new Map(),
  })
  const choices = rows.map(row => {
    const edge = state.document.chart.edges.find(edge => edge.id === row.edge)
    const target = state.document.chart.nodes.find(node => node.id === edge?.to)
    return { id: row.handle, label: row.words, hint: target && `leads to “${nodeTitle(target, handbook)}”` }
  })
  return [...choices.filter(choice => !choice.hint), ...choices.filter(choice => choice.hint)]
}

function targetChoices(state: EditorState, { node, way }: From): Choice[] {
  const handbook = handbookOf(state)
  const targets = state.document.chart.nodes
    .filter(
      target =>
        target.id !== node && target.kind !== 'note' && target.kind !== 'start' && target.kind !== 'trigger',
    )
    .map(target => {
      const view = viewOf(target)
      const Icon = view.cardIcon(target as never, handbook)
      return {
        id: target.id,
        label: nodeTitle(target, handbook),
        hint: view.word(target as never, handbook),
        icon: <Icon size={15} stroke={1.6} />,
        refusal: refusesEdge(state.document, node, target.id),
      }
    })
  const led = way?.is === 'answer' || (way?.is === 'out' && edgesFrom(state.document, node).length > 0)
  return led ? [...targets, { id: NOWHERE, label: 'Nowhere: take the line away' }] : targets
}

/** Connecting by keyboard: which answer, where there are several, and then where to. */
export function ConnectDialog() {
  const store = useEditorStore()
  const opened = useEditor(state => state.dialog === 'connect')
  const [handle, setHandle] = useState<string | null>(null)
  const close = () => {
    setHandle(null)
    store.getState().openDialog(null)
  }

  const from = useMemo((): From | null => {
    if (!opened) return null
    const state = store.getState()
    const selected = fromSelection(state)
    if (!selected || handle === null) return selected
    return { ...selected, way: waysOf(state, selected.node).find(way => way.handle === handle) ?? null }
  }, [opened, handle, store])

  const choices = useMemo(() => {
    if (!from) return []
    return from.way ? targetChoices(store.getState(), from) : wayChoices(store.getState(), from.node)
  }, [from, store])

  const pick = (id: string) => {
    if (!from?.way) return setHandle(id)
    const { node, way } = from
    const state = store.getState()
    if (id === NOWHERE) {
      const edge = way.is === 'answer' ? way.edge : edgesFrom(state.document, node)[0]
      state.edit('Take the line away', draft => remove(draft, [], edge ? [edge.id] : []))
    } else {
      state.edit('Connect', draft => void connect(draft, node, way, id))
    }
    close()
  }

  return (
    <TypeAhead
      // The list begins anew for the second choice.
      key={handle ?? 'way'}
      title={from && !from.way ? 'Connect which answer?' : 'Connect to'}
      placeholder={from && !from.way ? 'An answer' : 'Part of its title'}
      nothing="Nothing here is called that."
      opened={opened}
      onClose={close}
      choices={choices}
      onPick={pick}
    />
  )
}
