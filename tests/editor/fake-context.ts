import ELK from 'elkjs/lib/elk.bundled.js'
import type { Bounds } from '@/app/_editor/canvas/boxes'
import { layoutChart } from '@/app/_editor/canvas/layout'
import { cardSize } from '@/app/_editor/canvas/sizes'
import type { CommandContext } from '@/app/_editor/commands/command'
import { handbookOf } from '@/app/_editor/document/handbook-of'
import { createEditorStore, type EditorStore } from '@/app/_editor/document/store'
import type { PolicyDocument } from '@/compiler/language/policy'
import { smallPolicy } from './small-policy'

export const openStore = (document: PolicyDocument = smallPolicy(), readOnly = false) =>
  createEditorStore({
    policyName: document.name,
    document,
    revision: 3,
    savedAt: '2026-11-21T14:32:00.000Z',
    savedBy: 'Ana',
    readOnly,
  })

/** Cards as large as they are guessed to be, where the document puts them, the rest in a row. */
function boxesOf(store: EditorStore): Map<string, Bounds> {
  const state = store.getState()
  const handbook = handbookOf(state)
  return new Map(
    state.document.chart.nodes.map((node, i) => [
      node.id,
      { ...(node.position ?? { x: i * 300, y: 0 }), ...cardSize(node, [], handbook) },
    ]),
  )
}

export interface Seen {
  /** What the canvas and the panel were asked to do, in order. */
  calls: string[]
  told: string[]
  clipboard: string | null
}

/** What commands work with, without a browser; `seen` tells what they asked for. */
export function fakeContext(store: EditorStore): { context: CommandContext; seen: Seen } {
  const seen: Seen = { calls: [], told: [], clipboard: null }
  const call = (name: string) => () => void seen.calls.push(name)
  const elk = new ELK()
  const context: CommandContext = {
    store,
    canvas: {
      zoomIn: call('zoomIn'),
      zoomOut: call('zoomOut'),
      zoomReset: call('zoomReset'),
      fit: call('fit'),
      fitSelection: call('fitSelection'),
      centre: () => ({ x: 400, y: 300 }),
      boxes: () => boxesOf(store),
      focused: () => null,
      focus: id => void seen.calls.push(`focus ${id}`),
    },
    layout: request => layoutChart(elk, request),
    clipboard: {
      write: text => {
        seen.clipboard = text
      },
      read: async () => seen.clipboard,
    },
    enterPanel: call('enterPanel'),
    tell: message => void seen.told.push(message),
    leave: async address => void seen.calls.push(`leave ${address}`),
  }
  return { context, seen }
}
