'use client'

import { Button } from '@mantine/core'
import { useState } from 'react'
import { Sheet } from '@/app/_shell/body'
import { inPlaces } from '@/app/_shell/in-places'
import type { Situation } from '@/compiler/compare/told/situations'
import { counted } from '@/compiler/words/lists'
import classes from './comparison.module.css'
import { SituationRow, type TierLook } from './situation-row'

export interface Playing {
  situation: Situation
  tier: string
  /** Which of its sets of cases the example is of. */
  of: number
}

interface SituationTableProps {
  title: string
  /** Said under the title. */
  about?: string
  situations: readonly Situation[]
  /** Closed until somebody opens it: it is there to be complete. */
  folded?: boolean
  labels: { from: string; to: string }
  tiers: readonly TierLook[]
  playing: Playing | null
  onPlay: (playing: Playing) => void
}

/** As many rows are shown at once: beyond them one asks for the rest. */
const SHOWN = 60

/** Situations, a row each: when, what was decided, what is, for whom, and an example to play. */
export function SituationTable({
  title,
  about,
  situations,
  folded,
  labels,
  tiers,
  playing,
  onPlay,
}: SituationTableProps) {
  const [all, setAll] = useState(false)
  if (situations.length === 0) return null
  const shown = all ? situations : situations.slice(0, SHOWN)
  const table = (
    <>
      {about && <p className={classes.about}>{about}</p>}
      <Sheet className={classes.sheet} label={`${title}, as a table`}>
        <table>
          <thead>
            <tr>
              <th scope="col" className={classes.when}>
                When
              </th>
              <th scope="col">{labels.from}</th>
              <th scope="col">{labels.to}</th>
              <th scope="col">For</th>
              <th scope="col">
                <span className={classes.unseen}>Example</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {inPlaces(shown, (situation, i) => (
              <SituationRow
                number={i + 1}
                situation={situation}
                tiers={tiers}
                playing={playing?.situation === situation ? playing : null}
                onPlay={onPlay}
              />
            ))}
          </tbody>
        </table>
      </Sheet>
      {shown.length < situations.length && (
        <Button variant="default" mt="sm" onClick={() => setAll(true)}>
          Show all {situations.length.toLocaleString('en-GB')} situations
        </Button>
      )}
    </>
  )
  return (
    <section className={classes.part} aria-label={title}>
      {folded ? (
        <details className={classes.folded}>
          <summary>
            <h2>{title}</h2> <span>{counted(situations.length, 'situation')}</span>
          </summary>
          {table}
        </details>
      ) : (
        <>
          <h2>{title}</h2>
          {table}
        </>
      )}
    </section>
  )
}
