import type { StepMark } from '@/compiler/compare/told/chart'
import classes from './charts.module.css'
import type { Difference } from './differences'
import { MARKS } from './marks'

const KINDS = Object.keys(MARKS) as StepMark[]

/** What the frames around steps mean, and how many there are of each. */
export function Legend({ differences }: { differences: readonly Difference[] }) {
  return (
    <ul className={classes.legend} aria-label="What the marks mean">
      {KINDS.flatMap(is => {
        const count = differences.filter(each => each.is === is).length
        const { sign, word, colour, dash, width } = MARKS[is]
        return count === 0
          ? []
          : [
              <li key={is}>
                <svg width={30} height={18} viewBox="0 0 30 18" aria-hidden>
                  <rect
                    x={2}
                    y={2}
                    width={26}
                    height={14}
                    rx={5}
                    fill="none"
                    stroke={`var(--${colour})`}
                    strokeWidth={Math.min(2.6, width)}
                    strokeDasharray={dash}
                    strokeLinecap="round"
                  />
                </svg>
                <span>
                  <b aria-hidden>{sign}</b> {word.toLowerCase()} <span className="tabular">{count}</span>
                </span>
              </li>,
            ]
      })}
    </ul>
  )
}
