'use client'

import { Kbd } from '@mantine/core'
import { useEditor } from '../document/store'
import classes from './canvas.module.css'

/** How to begin, for as long as nothing has been drawn. */
export function EmptyHint() {
  const bare = useEditor(state => state.document.chart.nodes.length < 2)
  if (!bare) return null
  return (
    <p className={classes.hint}>
      Drag a step onto the canvas, or press its letter: <Kbd size="xs">Q</Kbd> adds the first question behind
      the start. Then draw lines from the circles at a card’s right edge.
    </p>
  )
}
