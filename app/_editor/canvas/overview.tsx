'use client'

import { MiniMap, useStore } from '@xyflow/react'
import { around } from './boxes'

/** The whole chart, small; only while part of it is out of sight, and where there is room. */
export function Overview() {
  const wanted = useStore(state => {
    if (state.height < 360 || state.width < 640) return false
    const all = around(
      state.nodes.map(({ position, measured }) => ({
        ...position,
        width: measured?.width ?? 0,
        height: measured?.height ?? 0,
      })),
    )
    if (!all) return false
    const [x, y, zoom] = state.transform
    const [left, top] = [all.x * zoom + x, all.y * zoom + y]
    return (
      left < 0 || top < 0 || left + all.width * zoom > state.width || top + all.height * zoom > state.height
    )
  })
  if (!wanted) return null
  return (
    <MiniMap
      pannable
      zoomable
      style={{ width: 132, height: 84 }}
      nodeColor={node => String(node.style?.['--tier-colour' as keyof typeof node.style] ?? 'var(--soft)')}
      nodeStrokeWidth={0}
      nodeBorderRadius={12}
    />
  )
}
