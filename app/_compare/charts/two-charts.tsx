'use client'

import { ActionIcon, Tooltip } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconMinus, IconPlus, IconZoomScan } from '@tabler/icons-react'
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react'
import { around } from '@/app/_editor/canvas/boxes'
import type { Light } from '@/app/_editor/document/showing'
import type { ChartDrawing } from '@/app/_editor/paper/chart-drawing'
import { asOnPage, ChartPicture } from '@/app/_editor/paper/chart-picture'
import type { ChartTold } from '@/compiler/compare/told/chart'
import classes from './charts.module.css'
import { type Difference, differencesOf, placeOf } from './differences'
import { Legend } from './legend'
import { DifferenceMarks, MARKS } from './marks'
import { useViewport, ZOOM } from './use-viewport'

interface Chart {
  label: string
  drawing: ChartDrawing
  /** The way of a case that is played. */
  lit?: Light
}

interface TwoChartsProps {
  old: Chart
  next: Chart
  chart: ChartTold
  /** Above the charts: the case that is played. */
  children?: ReactNode
  ref?: Ref<TwoChartsHandle>
}

export interface TwoChartsHandle {
  /** Moves as far as it must for these steps to be seen. */
  show(nodes: readonly string[]): void
}

/** How far an arrow key goes, in pixels. */
const STRIDE = 70

/** Two charts side by side, each step that both have at the same height: they scroll and zoom together. */
export function TwoCharts({ old, next, chart, children, ref }: TwoChartsProps) {
  const root = useRef<HTMLDivElement>(null)
  const drawings = useMemo(() => together(old.drawing, next.drawing), [old.drawing, next.drawing])
  const differences = useMemo(() => {
    const titles = new Map(
      [drawings.old, drawings.next].flatMap(({ cards }) => cards.map(({ node, title }) => [node.id, title])),
    )
    return differencesOf(chart, node => titles.get(node) ?? node)
  }, [chart, drawings])
  const differing = useMemo(() => {
    const places = differences.flatMap(({ is, node }) =>
      is === 'moved' ? [] : (placeOf(node, [drawings.old, drawings.next]) ?? []),
    )
    return around(places)
  }, [differences, drawings])
  const viewport = useViewport(root, drawings.bounds, differing)
  const [at, setAt] = useState<number | null>(null)
  const current = at === null ? undefined : differences[at]

  const look = (to: number) => {
    if (differences.length === 0) return
    const index = (to + differences.length) % differences.length
    setAt(index)
    const place = placeOf(differences[index]!.node, [drawings.old, drawings.next])
    if (place) viewport.centre(place)
    root.current?.scrollIntoView({ block: 'nearest' })
  }
  const forward = () => look(at === null ? 0 : at + 1)
  const back = () => look(at === null ? differences.length - 1 : at - 1)

  useImperativeHandle(
    ref,
    () => ({
      show(nodes) {
        const boxes = [drawings.old, drawings.next].flatMap(({ cards }) =>
          cards.filter(card => nodes.includes(card.node.id)),
        )
        const box = around(boxes)
        if (box) viewport.show(box)
      },
    }),
    [drawings, viewport],
  )

  const keys: Record<string, () => void> = {
    ArrowLeft: () => viewport.pan({ x: -STRIDE, y: 0 }),
    ArrowRight: () => viewport.pan({ x: STRIDE, y: 0 }),
    ArrowUp: () => viewport.pan({ x: 0, y: -STRIDE }),
    ArrowDown: () => viewport.pan({ x: 0, y: STRIDE }),
    '+': () => viewport.zoom(ZOOM.closer),
    '=': () => viewport.zoom(ZOOM.closer),
    '-': () => viewport.zoom(ZOOM.further),
    '1': () => viewport.fit(),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const run = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key]
    if (!run) return
    event.preventDefault()
    run()
  }
  useStepKeys(forward, back)

  return (
    <section aria-labelledby="compare-charts" className={classes.section}>
      <div className={classes.head}>
        <h2 id="compare-charts">On the chart</h2>
        {differences.length > 0 ? (
          <Legend differences={differences} />
        ) : (
          <p>Both are drawn alike, step by step and line by line.</p>
        )}
      </div>
      {children}
      <div
        ref={root}
        className={classes.charts}
        data-playing={children ? true : undefined}
        role="application"
        aria-label="The two charts; arrow keys move both, + and − zoom, 1 shows all, N and P go to the next and the previous difference"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys, once it has the focus; the rule does not know the role
        tabIndex={0}
        onKeyDown={onKeyDown}
        {...viewport.dragging}
      >
        {(['old', 'next'] as const).map(which => {
          const { label, lit } = which === 'old' ? old : next
          const drawing = drawings[which]
          return (
            <figure key={which} className={classes.pane}>
              <figcaption>{label}</figcaption>
              <svg data-chart={which} role="img" aria-label={`The chart of ${label}`}>
                <ChartPicture drawing={drawing} paint={asOnPage} lit={lit} />
                <DifferenceMarks
                  drawing={drawing}
                  which={which}
                  chart={chart}
                  paint={asOnPage}
                  current={current?.node ?? null}
                  quiet={lit !== undefined}
                />
              </svg>
            </figure>
          )
        })}
      </div>
      <div className={classes.foot}>
        {differences.length > 0 && (
          <>
            <Tool label="Previous difference (P)" onClick={back}>
              <IconChevronUp size={17} stroke={1.7} />
            </Tool>
            <Tool label="Next difference (N)" onClick={forward}>
              <IconChevronDown size={17} stroke={1.7} />
            </Tool>
          </>
        )}
        <Current difference={current} at={at} of={differences.length} />
        <Tool label="Zoom out (−)" onClick={() => viewport.zoom(ZOOM.further)}>
          <IconMinus size={17} stroke={1.7} />
        </Tool>
        <Tool label="Zoom in (+)" onClick={() => viewport.zoom(ZOOM.closer)}>
          <IconPlus size={17} stroke={1.7} />
        </Tool>
        <Tool label="Show all (1)" onClick={viewport.fit}>
          <IconZoomScan size={17} stroke={1.7} />
        </Tool>
      </div>
    </section>
  )
}

/** N and P work on the whole page, but where something is typed. */
function useStepKeys(forward: () => void, back: () => void) {
  const latest = useRef({ forward, back })
  useEffect(() => {
    latest.current = { forward, back }
  })
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      const typing =
        event.target instanceof Element &&
        event.target.closest('input, textarea, select, [role=listbox], [role=dialog], [role=menu]')
      if (typing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const key = event.key.toLowerCase()
      if (key !== 'n' && key !== 'p') return
      event.preventDefault()
      if (key === 'n') latest.current.forward()
      else latest.current.back()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

function Current({ difference, at, of }: { difference?: Difference; at: number | null; of: number }) {
  return (
    <p className={classes.current} aria-live="polite">
      {difference && at !== null ? (
        <>
          <span className={classes.count}>
            Difference {at + 1} of {of}
          </span>
          <b style={{ color: `var(--${MARKS[difference.is].colour})` }}>{MARKS[difference.is].word}</b>{' '}
          <strong>{difference.title}</strong> {difference.says.join(' ')}
        </>
      ) : of > 0 ? (
        <span className={classes.count}>
          {of === 1 ? 'One difference' : `${of} differences`}; <kbd>N</kbd> goes to the next one, <kbd>P</kbd>{' '}
          to the one before.
        </span>
      ) : null}
    </p>
  )
}

function Tool({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={30} aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}

/** Both drawings on one ground, so that what stands at one place in both is seen at one place. */
function together(old: ChartDrawing, next: ChartDrawing) {
  const bounds = around([old.bounds, next.bounds])!
  const widened = (drawing: ChartDrawing): ChartDrawing => ({
    ...drawing,
    bounds,
    bands: drawing.bands.map((band, i) => ({
      ...band,
      top: i === 0 ? Math.min(band.top, bounds.y) : band.top,
      bottom: i === drawing.bands.length - 1 ? bounds.y + bounds.height : band.bottom,
    })),
  })
  return { bounds, old: widened(old), next: widened(next) }
}
