'use client'

import { useCallback, useEffect, useRef } from 'react'
import type { Path } from '../document/path'
import { type Light, type Lit, lightOf } from '../document/showing'
import { type EditorState, useEditor, useEditorStore } from '../document/store'

/** While a way is lit, the rest is not, whatever else would draw the eye to it. */
type Shine = Lit | 'unlit' | undefined

const shineOf =
  (of: 'nodes' | 'edges', id: string) =>
  (state: EditorState): Shine => {
    const light = lightOf(state)
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

const passed = (ids: ReadonlySet<string>) => new Map([...ids].map(id => [id, 'passed'] as const))

/** What lights the way that somebody points at, and puts it out with null, or with the component. */
export function usePointingLight(): (path: Path | null) => void {
  const store = useEditorStore()
  const putOut = useRef<(() => void) | null>(null)
  const point = useCallback(
    (path: Path | null) => {
      putOut.current?.()
      putOut.current =
        path &&
        store.getState().shine({ nodes: passed(path.nodes), edges: passed(path.edges), pointed: true })
    },
    [store],
  )
  useEffect(() => () => point(null), [point])
  return point
}

/** Keeps the step in sight that the light is at; pointing at something else for a moment is no reason to go back there. */
export function useLightInSight(bringIntoView: (place: { nodes: string[] }) => void) {
  const at = useEditor(state => state.lights.findLast(({ pointed }) => !pointed)?.at)
  useEffect(() => {
    if (at !== undefined) bringIntoView({ nodes: [at] })
  }, [at, bringIntoView])
}
