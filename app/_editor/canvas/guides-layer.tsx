'use client'

import { useStore, ViewportPortal } from '@xyflow/react'
import classes from './canvas.module.css'
import { useHints } from './drag-hints'

/** Fine lines along what a dragged card is in line with. */
export function GuidesLayer() {
  const guides = useHints(hints => hints.guides)
  const zoom = useStore(state => state.transform[2])
  if (guides.length === 0) return null
  // As fine at any zoom.
  const fine = 1 / zoom
  return (
    <ViewportPortal>
      {guides.map(({ is, at, from, to }) => (
        <div
          key={`${is} ${at}`}
          data-guide={is}
          className={classes.guide}
          style={
            is === 'upright'
              ? { left: at - fine / 2, top: from, width: fine, height: to - from }
              : { left: from, top: at - fine / 2, width: to - from, height: fine }
          }
        />
      ))}
    </ViewportPortal>
  )
}
