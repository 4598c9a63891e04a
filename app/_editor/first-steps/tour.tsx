'use client'

import { Button, CloseButton, Progress } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useEditor, useEditorStore } from '../document/store'
import classes from './first-steps.module.css'
import { TOUR } from './tour-steps'

/** A first rule, drawn on one's own chart: what to do next, until it is done. */
export function Tour() {
  const running = useEditor(state => state.firstSteps === 'tour')
  return running ? <Running /> : null
}

function Running() {
  const store = useEditorStore()
  const [skipped, setSkipped] = useState<readonly number[]>([])
  const at = useEditor(state => TOUR.findIndex((step, i) => !skipped.includes(i) && !step.done(state)))
  const step = TOUR[at]
  const part = step?.part
  // The part of the page that the step is about is marked by a style sheet: it need not know of the tour.
  useEffect(() => {
    if (part) document.body.dataset.tour = part
    return () => {
      delete document.body.dataset.tour
    }
  }, [part])
  const end = () => store.getState().setFirstSteps('off')

  return (
    <section className={classes.tour} aria-label="Tour">
      <div className={classes.tourHead}>
        <span>{step ? `${at + 1} of ${TOUR.length}` : 'Done'}</span>
        <CloseButton size="sm" aria-label="End the tour" onClick={end} />
      </div>
      <Progress
        size={3}
        value={(100 * (step ? at : TOUR.length)) / TOUR.length}
        aria-label="How far the tour has come"
      />
      <div aria-live="polite">
        <h2>{step ? step.title : 'That is a rule'}</h2>
        <p>
          {step
            ? step.words
            : 'Every case has an answer, and nobody promises what they may not. Keep a case as a scenario, look at the tables below, or propose it.'}
        </p>
      </div>
      <div className={classes.tourFoot}>
        {step ? (
          <Button variant="subtle" size="compact-sm" onClick={() => setSkipped([...skipped, at])}>
            Skip this step
          </Button>
        ) : (
          <Button size="compact-sm" onClick={end}>
            Go on drawing
          </Button>
        )}
      </div>
    </section>
  )
}
