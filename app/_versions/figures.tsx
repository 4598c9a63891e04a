import type { NodeKind } from '@/compiler/language/kinds'
import type { PolicyDocument } from '@/compiler/language/policy'
import classes from './version.module.css'

/** What is counted of a chart, singular and plural; a start there is always one of, and notes decide nothing. */
const COUNTED = {
  trigger: ['magic word', 'magic words'],
  question: ['question', 'questions'],
  action: ['action', 'actions'],
  escalate: ['escalation', 'escalations'],
  close: ['closing', 'closings'],
} as const satisfies Record<Exclude<NodeKind, 'start' | 'note'>, readonly [string, string]>

/** How much a policy holds, in numbers. */
export function Figures({ document: { chart, handbook, scenarios } }: { document: PolicyDocument }) {
  const figures: { count: number; of: readonly [string, string] }[] = [
    ...Object.entries(COUNTED).map(([kind, of]) => ({
      count: chart.nodes.filter(node => node.kind === kind).length,
      of,
    })),
    { count: Object.keys(handbook.facts ?? {}).length, of: ['fact', 'facts'] },
    { count: handbook.guardrails?.length ?? 0, of: ['guardrail', 'guardrails'] },
    { count: scenarios?.length ?? 0, of: ['scenario', 'scenarios'] },
  ]
  return (
    <dl className={classes.figures}>
      {figures.map(({ count, of: [one, many] }) => (
        <div key={one}>
          <dt>{count === 1 ? one : many}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  )
}
