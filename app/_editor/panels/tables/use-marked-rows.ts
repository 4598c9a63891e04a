'use client'

import { useMemo } from 'react'
import type { Artifact, ArtifactRow } from '@/compiler/runtime/artifact'
import type { Path, Pointed } from '../../document/path'
import { useEditor } from '../../document/store'
import { nodeTitle } from '../../kinds'
import { useHandbook } from '../use-handbook'

const NOTHING: ReadonlySet<ArtifactRow> = new Set()

/** The rows whose way leads over one of some places. */
function rowsThrough(artifact: Artifact, pathOf: (row: ArtifactRow) => Path, places: readonly Pointed[]) {
  if (places.length === 0) return NOTHING
  const rows = artifact.tables.flatMap(table => table.rows)
  return new Set(
    rows.filter(row =>
      places.some(({ is, id }) => (is === 'node' ? row.from.includes(id) : pathOf(row).edges.has(id))),
    ),
  )
}

/**
 * The rows that go through what the mouse is over on the chart, else through what is selected there; and `through`,
 * those of the selection alone, with its name.
 */
export function useMarkedRows(artifact: Artifact | undefined, pathOf: (row: ArtifactRow) => Path) {
  const pointed = useEditor(state => state.pointed)
  const selection = useEditor(state => state.selection)
  const document = useEditor(state => state.document)
  const handbook = useHandbook()

  const through = useMemo(() => {
    const { nodes, edges } = selection
    if (!artifact || nodes.length + edges.length === 0) return null
    const places = [
      ...nodes.map(id => ({ is: 'node' as const, id })),
      ...edges.map(id => ({ is: 'edge' as const, id })),
    ]
    const [only] = nodes
    const node = places.length === 1 && document.chart.nodes.find(({ id }) => id === only)
    const title = node
      ? `“${nodeTitle(node, handbook)}”`
      : edges.length === 1
        ? 'the line selected'
        : 'what is selected'
    return { rows: rowsThrough(artifact, pathOf, places), title }
  }, [artifact, pathOf, selection, document, handbook])

  const under = useMemo(
    () => (artifact && pointed ? rowsThrough(artifact, pathOf, [pointed]) : null),
    [artifact, pathOf, pointed],
  )
  return { marked: under ?? through?.rows ?? NOTHING, through }
}
