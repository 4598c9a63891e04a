import { createContext, use, useMemo, useRef } from 'react'
import type { Bounds } from './boxes'

const Context = createContext<ReadonlyMap<string, Bounds>>(new Map())

/** Where the cards are, for lines to lead around. */
export const ObstaclesProvider = Context
export const useObstacles = () => use(Context)

const same = (a: ReadonlyMap<string, Bounds>, b: ReadonlyMap<string, Bounds>) =>
  a.size === b.size &&
  [...a].every(([id, { x, y, width, height }]) => {
    const other = b.get(id)
    return other?.x === x && other.y === y && other.width === width && other.height === height
  })

/**
 * The boxes of the cards, the same map for as long as none of them has moved or grown: with another one every line of
 * the chart looks for its way anew, which need not be at each letter typed and each card selected.
 *
 * @param changed what changes with the boxes
 * @param moving while cards are dragged, the others' lines stay as they are
 */
export function useSteadyBoxes(boxes: () => ReadonlyMap<string, Bounds>, changed: unknown, moving: boolean) {
  const last = useRef<ReadonlyMap<string, Bounds>>(new Map())
  return useMemo(() => {
    if (moving || !changed) return last.current
    const now = boxes()
    if (!same(last.current, now)) last.current = now
    return last.current
  }, [boxes, changed, moving])
}
