'use client'

import { Kbd } from '@mantine/core'
import { memo } from 'react'
import { useEditor } from '../document/store'
import { isNew } from '../first-steps/templates'
import classes from './canvas.module.css'

/** How to begin, for as long as nothing has been drawn. */
export const EmptyHint = memo(function EmptyHint() {
  const bare = useEditor(state => state.document.chart.nodes.length < 2)
  const shown = useEditor(state => state.firstSteps === 'off' || !isNew(state.document))
  if (!bare || !shown) return null
  return (
    <p className={classes.hint}>
      Drag a step onto the canvas, or press its letter: <Kbd size="xs">Q</Kbd> adds the first question behind
      the start. Then draw lines from the circles at a card’s right edge.
    </p>
  )
})
