import { type FocusEvent, type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { lightOf } from '../_editor/document/showing'
import { useEditor, useEditorStore } from '../_editor/document/store'
import type { ChartDrawing } from '../_editor/paper/chart-drawing'
import { asOnPage, ChartPicture } from '../_editor/paper/chart-picture'
import { Trouble } from '../_shell/trouble'
import { Waiting } from '../_shell/waiting'
import classes from './version.module.css'

/** No chart is shown smaller than this; a wide one scrolls sideways. */
const LEAST_SCALE = 0.6

/** The arrow keys lead from step to step as a case walks. */
const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

const nodeAt = (target: EventTarget) =>
  target instanceof Element ? target.closest<SVGElement>('[data-node]')?.dataset.node : undefined

/** The chart of a version, as it was drawn. A step that is pointed at, or picked, marks the rows that go through it. */
export function VersionChart({ drawing }: { drawing: ChartDrawing | 'failed' | null }) {
  return (
    <section aria-labelledby="chart">
      <h2 id="chart" className={classes.heading}>
        The chart
      </h2>
      {drawing === 'failed' ? (
        <Trouble title="The chart could not be laid out">It is shown in the editor.</Trouble>
      ) : (
        <div className={classes.chart}>
          {drawing ? <Picture drawing={drawing} /> : <Waiting>Drawing the chart</Waiting>}
        </div>
      )}
    </section>
  )
}

/** Scrolls the frame of the chart, and not the page, until a card stands in its middle. */
function bringIntoSight(picture: SVGSVGElement | null, id: string) {
  const frame = picture?.parentElement
  const card = picture?.querySelector(`[data-node="${CSS.escape(id)}"]`)?.getBoundingClientRect()
  if (!frame || !card) return
  const seen = frame.getBoundingClientRect()
  frame.scrollBy({
    left: card.x + card.width / 2 - (seen.x + seen.width / 2),
    top: card.y + card.height / 2 - (seen.y + seen.height / 2),
  })
}

function Picture({ drawing }: { drawing: ChartDrawing }) {
  const store = useEditorStore()
  const lit = useEditor(lightOf)
  const picked = useEditor(state => state.selection.nodes)
  const [stop, setStop] = useState<string | null>(null)
  const picture = useRef<SVGSVGElement>(null)
  const at = lit?.at
  useEffect(() => {
    if (at !== undefined) bringIntoSight(picture.current, at)
  }, [at])
  const ids = drawing.cards.map(({ node }) => node.id)
  const point = (event: PointerEvent | FocusEvent) => {
    const id = nodeAt(event.target)
    store.getState().point(id === undefined ? null : { is: 'node', id })
  }
  const pick = (id: string | undefined) =>
    store.getState().select({ nodes: id === undefined || picked.includes(id) ? [] : [id] })
  const walk = (event: KeyboardEvent) => {
    const id = nodeAt(event.target)
    if (id === undefined) return
    const by = STEPS[event.key]
    if (by === undefined && event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    if (by === undefined) return pick(id)
    const next = ids[Math.min(ids.length - 1, Math.max(0, ids.indexOf(id) + by))]
    if (next === undefined) return
    setStop(next)
    event.currentTarget.querySelector<SVGElement>(`[data-node="${CSS.escape(next)}"]`)?.focus()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset stands in a drawing
    <svg
      ref={picture}
      viewBox={`${drawing.bounds.x} ${drawing.bounds.y} ${drawing.bounds.width} ${drawing.bounds.height}`}
      style={{ minWidth: drawing.bounds.width * LEAST_SCALE, maxWidth: drawing.bounds.width }}
      role="group"
      aria-label="The chart"
      onPointerOver={point}
      onPointerLeave={() => store.getState().point(null)}
      onFocus={point}
      onBlur={() => store.getState().point(null)}
      onKeyDown={walk}
      onClick={event => pick(nodeAt(event.target))}
    >
      <ChartPicture drawing={drawing} paint={asOnPage} lit={lit} picking={{ picked, stop: stop ?? ids[0] }} />
    </svg>
  )
}
