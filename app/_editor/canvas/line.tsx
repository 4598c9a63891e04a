'use client'

import { BaseEdge, type EdgeProps, getBezierPath } from '@xyflow/react'
import { memo, useMemo } from 'react'
import type { Line } from './chart-edges'
import { useHints } from './drag-hints'
import classes from './line.module.css'
import { useTaken } from './line-coverage'
import { useObstacles } from './obstacles'
import { useLitEdge } from './path-light'
import { leadsFar, routeAround } from './route'

/** A line of the chart. It carries no words: those are the answer's row, where it begins. */
export const LineEdge = memo(function LineEdge(props: EdgeProps<Line>) {
  const {
    id,
    source,
    target,
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
  const dropping = useHints(hints => hints.line === id)
  const cards = useObstacles()
  const lit = useLitEdge(id)
  const taken = useTaken(id)
  const plain = () => getBezierPath({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition })[0]
  const path = useMemo(() => {
    const [from, to] = [
      { x: sourceX, y: sourceY },
      { x: targetX, y: targetY },
    ]
    if (!leadsFar(from, to)) return null
    const others = [...cards].filter(([id]) => id !== source && id !== target).map(([, box]) => box)
    return routeAround(from, to, others)
  }, [cards, source, target, sourceX, sourceY, targetX, targetY])
  return (
    <g
      className={classes.line}
      data-selected={selected || undefined}
      data-dropping={dropping || undefined}
      data-lit={(data?.lit && lit !== 'unlit') || undefined}
      data-path={lit}
      data-taken={taken === 0 ? 'never' : undefined}
      data-severity={data?.severity ?? undefined}
    >
      {data && data.messages.length > 0 && <title>{data.messages.join('\n')}</title>}
      <BaseEdge id={id} path={path ?? plain()} markerEnd={markerEnd} interactionWidth={18} />
      {taken !== undefined && (
        <text x={sourceX + 11} y={sourceY - 5} className={classes.taken} aria-hidden>
          {taken === 0 ? 'none' : taken}
        </text>
      )}
    </g>
  )
})
