'use client'

import { useEffect, useState } from 'react'
import type { Handbook } from '@/compiler/language/handbook'
import type { PolicyDocument } from '@/compiler/language/policy'
import { layoutInWorker } from '../canvas/elk'
import { layoutRequest } from '../canvas/layout'
import type { Point } from '../document/chart-edits'
import { type ChartDrawing, drawChart } from './chart-drawing'
import { measuring } from './measure'

/**
 * The chart of a document as it is drawn, where its cards stand; laid out where some of them have no place yet. `null` until
 * that is known, and the font is here.
 */
export function useChartDrawing(policy: PolicyDocument, handbook: Handbook): ChartDrawing | 'failed' | null {
  const [drawn, setDrawn] = useState<{ of: PolicyDocument; drawing: ChartDrawing | 'failed' } | null>(null)
  useEffect(() => {
    let current = true
    const placed = policy.chart.nodes.flatMap(({ id, position }): [string, Point][] =>
      position ? [[id, position]] : [],
    )
    const all = placed.length === policy.chart.nodes.length
    const draw = (places: ReadonlyMap<string, Point>) => drawChart(policy, handbook, places, measuring())
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
      .then(drawing => current && setDrawn({ of: policy, drawing }))
    return () => {
      current = false
    }
  }, [policy, handbook])
  return drawn?.of === policy ? drawn.drawing : null
}
