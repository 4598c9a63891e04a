import { useQueries } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { layoutInWorker } from '../_editor/canvas/elk'
import { layoutRequest } from '../_editor/canvas/layout'
import type { Point } from '../_editor/document/chart-edits'
import { type ChartDrawing, drawChart } from '../_editor/paper/chart-drawing'
import { measuring } from '../_editor/paper/measure'
import type { Printable } from '../_editor/paper/policy-sheets'
import { type Outputs, useTRPC } from '../_shell/trpc'

type Version = Outputs['versions']['get']

const NO_HANDBOOK = { tiers: [], actions: {}, facts: {} }

/** What is published has its handbook resolved. */
export const handbookOfVersion = ({ document: { handbook } }: Pick<Version, 'document'>) =>
  'tiers' in handbook ? handbook : NO_HANDBOOK

/** A version's chart as it is drawn; `null` until it is known where its cards stand, and the font is here. */
export function useVersionDrawing(version: Version): ChartDrawing | 'failed' | null {
  const [drawing, setDrawing] = useState<ChartDrawing | 'failed' | null>(null)
  useEffect(() => {
    let current = true
    const { document: policy } = version
    const placed = policy.chart.nodes.flatMap(({ id, position }): [string, Point][] =>
      position ? [[id, position]] : [],
    )
    const all = placed.length === policy.chart.nodes.length
    const draw = (places: ReadonlyMap<string, Point>) =>
      drawChart(policy, handbookOfVersion(version), places, measuring())
    const lay = async () => {
      // Cards are as large as their words, and those are measured in the font.
      await document.fonts.ready
      if (all) return draw(new Map(placed))
      const { cards } = draw(new Map(policy.chart.nodes.map(({ id }) => [id, { x: 0, y: 0 }])))
      const sizes = new Map(cards.map(card => [card.node.id, card]))
      return draw(await layoutInWorker(layoutRequest({ document: policy, policy: null }, sizes)))
    }
    void lay()
      .catch(() => 'failed' as const)
      .then(drawn => current && setDrawing(drawn))
    return () => {
      current = false
    }
  }, [version])
  return drawing
}

interface VersionPaper {
  policy: string
  title: string
  version: Version
  drawing: ReturnType<typeof useVersionDrawing>
}

/** A version as it can be put on paper; tables that are still on their way are left out. */
export function useVersionPaper({ policy, title, version, drawing }: VersionPaper): () => Printable {
  const trpc = useTRPC()
  const { number, tables } = version
  const loaded = useQueries({
    queries: tables.map(({ tier }) =>
      trpc.versions.table.queryOptions({ policy, number, tier }, { staleTime: Number.POSITIVE_INFINITY }),
    ),
  })
  return () => ({
    of: { title, edition: `Version ${number}`, file: `${policy}.v${number}` },
    handbook: handbookOfVersion(version),
    drawing: () => (drawing === 'failed' ? null : drawing),
    artifacts: loaded.flatMap(({ data }) => data ?? []),
  })
}
