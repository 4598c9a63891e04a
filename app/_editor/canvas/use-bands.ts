'use client'

import { useMemo } from 'react'
import type { Point } from '../document/chart-edits'
import { handbookOf } from '../document/handbook-of'
import { bandTiers } from '../document/path-tiers'
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
    const handbook = handbookOf({ document, policy })
    const tiers = bandTiers(document, handbook.tiers)
    const placed = [...cards.values()].flatMap(({ node }): (readonly [number, Bounds])[] => {
      const at = node.position ?? auto.get(node.id)
      const tier = tiers.get(node.id)
      return tier === undefined || !at ? [] : [[tier, { ...at, ...(sizes.get(node.id) ?? GUESS) }]]
    })
    return { bands: bandsOf(placed), handbook }
  }, [cards, auto, sizes, document, policy])
}
