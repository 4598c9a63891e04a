import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { NodeOf } from '@/compiler/language/kinds'
import { marksOf } from '../../canvas/marks'
import { useEditor } from '../../document/store'
import { edgesFrom } from '../../document/ways-out'
import { useHandbook } from '../use-handbook'
import type { CellContext } from './cells'
import { type Column, columnsOf } from './columns'
import { missingCase } from './missing-case'
import { stepNames } from './step-names'
import { type Filters, type Sort, viewRows } from './view-rows'

const sameColumns = (a: readonly Column[], b: readonly Column[]) =>
  a.length === b.length &&
  a.every((column, i) => {
    const other = b[i]!
    if (column.is !== 'fact' || other.is !== 'fact') return column.key === other.key
    return column.key === other.key && column.fact === other.fact && column.asked === other.asked
  })

/** The answers of a question as the table shows them, with how they are filtered and sorted. */
export function useSheet(node: NodeOf<'question'>) {
  const document = useEditor(state => state.document)
  const findings = useEditor(state => state.findings)
  const checked = useEditor(state => state.checkedDocument)
  const readOnly = useEditor(state => state.readOnly)
  const handbook = useHandbook()
  const [filters, setFilters] = useState<Filters>({})
  const [sort, setSort] = useState<Sort | null>(null)
  const { chart, timeZone } = document

  const edges = useMemo(() => edgesFrom({ ...document, chart }, node.id), [document, chart, node.id])

  // Columns that came out the same are the same object: rows are drawn again when what they show has changed.
  const lastColumns = useRef<readonly Column[]>([])
  const columns = useMemo(() => {
    const next = columnsOf(node, edges, handbook)
    if (!sameColumns(next, lastColumns.current)) lastColumns.current = next
    return lastColumns.current
  }, [node, edges, handbook])

  const { nodes } = chart
  const context = useMemo<CellContext>(
    () => ({
      columns,
      names: stepNames(nodes, handbook),
      nodes: new Map(nodes.map(each => [each.id, each])),
      timeZone,
    }),
    [columns, nodes, handbook, timeZone],
  )

  const gap = findings.find(({ code, nodes }) => code === 'gap' && nodes?.[0] === node.id)
  // What the last check found missing is told from what it had looked at.
  const missing = useMemo(
    () =>
      gap?.witness && checked
        ? missingCase(node.facts, edgesFrom(checked, node.id), handbook.facts, gap.witness)
        : null,
    [gap, checked, node, handbook],
  )

  const wanted = useDeferredValue(filters)
  const rows = useMemo(
    () => viewRows({ edges, filters: wanted, sort, missing, readOnly }, context),
    [edges, wanted, sort, missing, readOnly, context],
  )
  const marks = useMemo(() => marksOf(findings).edges, [findings])

  return {
    edges,
    columns,
    context,
    rows,
    marks,
    missing,
    filters,
    setFilters,
    sort,
    setSort,
    readOnly,
    handbook,
  }
}

export type Sheet = ReturnType<typeof useSheet>
