import type { ChartTold } from '@/compiler/compare/told/chart'
import type { ChartDrawing } from '../../_editor/paper/chart-drawing'
import { asInFile, ChartPicture } from '../../_editor/paper/chart-picture'
import { scaleFor } from '../../_editor/paper/cuts'
import { DifferenceMarks } from '../charts/marks'
import classes from './sign-off.module.css'

/** A landscape page within its margins, without the head, in CSS pixels: what fits on A4 and on Letter. */
const PAGE = { width: 940, height: 600 }

interface MarkedChartProps {
  drawing: ChartDrawing
  which: 'old' | 'next'
  chart: ChartTold
  what: string
}

/** A chart on a page of its own, with what differs marked on it. */
export function MarkedChart({ drawing, which, chart, what }: MarkedChartProps) {
  const { x, y, width, height } = drawing.bounds
  const scale = scaleFor({ width, height }, PAGE, 0)
  return (
    <section className={classes.chart}>
      <header className={classes.head}>
        <p>{what}</p>
      </header>
      <svg
        viewBox={`${x} ${y} ${width} ${height}`}
        width={width * scale}
        height={height * scale}
        role="img"
        aria-label={what}
      >
        <ChartPicture drawing={drawing} paint={asInFile} />
        <DifferenceMarks drawing={drawing} which={which} chart={chart} paint={asInFile} />
      </svg>
    </section>
  )
}
