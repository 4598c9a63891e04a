'use client'

import { BaseEdge, type EdgeProps, getBezierPath } from '@xyflow/react'
import { memo } from 'react'
import type { Line } from './chart-edges'
import classes from './line.module.css'

/** A line of the chart. It carries no words: those are the answer's row, where it begins. */
export const LineEdge = memo(function LineEdge(props: EdgeProps<Line>) {
  const {
    id,
    sourceX,
    sourceY,
    targetX,
    targetY,
    sourcePosition,
    targetPosition,
    selected,
    data,
    markerEnd,
  } = props
  const [path] = getBezierPath({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition })
  return (
    <g
      className={classes.line}
      data-selected={selected || undefined}
      data-lit={data?.lit || undefined}
      data-severity={data?.severity ?? undefined}
    >
      {data && data.messages.length > 0 && <title>{data.messages.join('\n')}</title>}
      <BaseEdge id={id} path={path} markerEnd={markerEnd} interactionWidth={18} />
    </g>
  )
})
