'use client'

import { useEffect } from 'react'
import type { Light, Lit } from '../document/showing'
import { type EditorState, useEditor, useEditorStore } from '../document/store'

/** While a way is lit, the rest is not, whatever else would draw the eye to it. */
type Shine = Lit | 'unlit' | undefined

const shineOf =
  (of: 'nodes' | 'edges', id: string) =>
  (state: EditorState): Shine => {
    // A way that somebody points at stands before those that are there to stay.
    if (state.lit) return state.lit[of].has(id) ? 'passed' : 'unlit'
    const light = state.lights.at(-1)
    return light && (light[of].get(id) ?? 'unlit')
  }

/** How a card is lit; each card renders again only when its own light changes. */
export const useLitNode = (id: string) => useEditor(shineOf('nodes', id))
export const useLitEdge = (id: string) => useEditor(shineOf('edges', id))

/** Lights a way on the chart for as long as the component is there; null lights nothing. */
export function usePathLight(light: Light | null) {
  const store = useEditorStore()
  useEffect(() => (light ? store.getState().shine(light) : undefined), [light, store])
}

/** Keeps the step in sight that the light is at. */
export function useLightInSight(bringIntoView: (place: { nodes: string[] }) => void) {
  const at = useEditor(state => state.lights.at(-1)?.at)
  useEffect(() => {
    if (at !== undefined) bringIntoView({ nodes: [at] })
  }, [at, bringIntoView])
}
