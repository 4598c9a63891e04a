import type { Edge as FlowEdge } from '@xyflow/react'
import type { EditorState } from '../document/store'
import { nodeTitle } from '../kinds'
import type { Cards } from './chart-nodes'
import { marksOf } from './marks'

export interface LineData extends Record<string, unknown> {
  severity: 'error' | 'warning' | null
  messages: string[]
  /** One of its ends is selected. */
  lit: boolean
}

export type Line = FlowEdge<LineData, 'line'>

const sameLine = (a: Line, b: Line) =>
  a.source === b.source &&
  a.target === b.target &&
  a.sourceHandle === b.sourceHandle &&
  a.selected === b.selected &&
  a.ariaLabel === b.ariaLabel &&
  a.data?.severity === b.data?.severity &&
  a.data?.lit === b.data?.lit &&
  a.data?.messages.join() === b.data?.messages.join()

/** The lines of a draft; those of `before` that would come out the same are kept. */
export function chartLines(
  { document, findings, selection }: Pick<EditorState, 'document' | 'findings' | 'selection'>,
  cards: Cards,
  before: ReadonlyMap<string, Line> = new Map(),
): Map<string, Line> {
  const marks = marksOf(findings).edges
  const selected = new Set(selection.edges)
  const chosen = new Set(selection.nodes)
  const lines = new Map<string, Line>()
  for (const edge of document.chart.edges) {
    const source = cards.get(edge.from)
    const target = cards.get(edge.to)
    if (!source || !target) continue
    const row = source.rows.find(row => row.edge === edge.id)
    // Of answers that share a row, the first has the line.
    if (source.node.kind === 'question' && !row) continue
    const mark = row?.marks ?? marks.get(edge.id)
    const answer = row?.words
    const from = nodeTitle(source.node, source.handbook)
    const line: Line = {
      id: edge.id,
      type: 'line',
      source: edge.from,
      target: edge.to,
      sourceHandle: source.node.kind === 'question' ? edge.id : 'out',
      targetHandle: 'in',
      selected: selected.has(edge.id),
      // Tab comes to it behind its card, not before all cards, as the browser would have it.
      focusable: true,
      domAttributes: { tabIndex: -1 },
      ariaLabel: `From “${from}”${answer ? `, ${answer},` : ''} to “${nodeTitle(target.node, target.handbook)}”`,
      data: {
        severity: mark ? (mark.errors > 0 ? 'error' : 'warning') : null,
        messages: mark?.messages ?? [],
        lit: chosen.has(edge.from) || chosen.has(edge.to),
      },
    }
    const known = before.get(edge.id)
    lines.set(edge.id, known && sameLine(known, line) ? known : line)
  }
  return lines
}
