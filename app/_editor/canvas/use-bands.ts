'use client'

import { useMemo } from 'react'
import type { Point } from '../document/chart-edits'
import { handbookOf } from '../document/handbook-of'
import { useEditor } from '../document/store'
import { bandsOf } from './bands'
import type { Bounds } from './boxes'
import type { Cards } from './chart-nodes'
import type { Size } from './sizes'

const GUESS: Size = { width: 220, height: 80 }

/** The bands of the chart as it stands in the draft: while a card is dragged, the ground under it stays. */
export function useBands(cards: Cards, auto: ReadonlyMap<string, Point>, sizes: ReadonlyMap<string, Size>) {
  const document = useEditor(state => state.document)
  const policy = useEditor(state => state.policy)
  return useMemo(() => {
    const placed = [...cards.values()].flatMap(({ node, tier }): (readonly [number, Bounds])[] => {
      const at = node.position ?? auto.get(node.id)
      return tier === null || !at ? [] : [[tier, { ...at, ...(sizes.get(node.id) ?? GUESS) }]]
    })
    return { bands: bandsOf(placed), handbook: handbookOf({ document, policy }) }
  }, [cards, auto, sizes, document, policy])
}
