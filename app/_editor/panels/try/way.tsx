import { useMemo } from 'react'
import type { Policy } from '@/compiler/language/policy'
import { stopsOf } from '../walk/stops'
import type { Standing } from './call'
import classes from './try.module.css'

interface WayProps {
  policy: Policy
  standing: Standing
  /** From the start; who looks may close it. */
  open?: boolean
}

/** The way that is lit on the chart, in words: what the call came to, and what was settled there. */
export function Way({ policy, standing: { tier, facts, path }, open }: WayProps) {
  const stops = useMemo(() => stopsOf(policy, tier, facts, path), [policy, tier, facts, path])
  return (
    <details className={classes.way} open={open}>
      <summary>
        The way so far: {stops.length} {stops.length === 1 ? 'step' : 'steps'}
      </summary>
      <ol>
        {stops.map(({ node, title, words }) => (
          <li key={node}>
            <strong>{title}</strong> {words}
          </li>
        ))}
      </ol>
    </details>
  )
}
