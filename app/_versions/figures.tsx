import { KINDS, type NodeKind } from '@/compiler/language/kinds'
import type { PolicyDocument } from '@/compiler/language/policy'
import classes from './version.module.css'

const PLURALS = {
  start: 'starts',
  trigger: 'magic words',
  question: 'questions',
  action: 'actions',
  escalate: 'escalations',
  close: 'closes',
  note: 'notes',
} as const satisfies Record<NodeKind, string>

const COUNTED = (Object.keys(KINDS) as NodeKind[]).filter(kind => kind !== 'start' && kind !== 'note')

/** How much a policy holds, in numbers. */
export function Figures({ document: { chart, handbook, scenarios } }: { document: PolicyDocument }) {
  const figures = [
    ...COUNTED.map(kind => {
      const count = chart.nodes.filter(node => node.kind === kind).length
      return { count, label: count === 1 ? KINDS[kind].title.toLowerCase() : PLURALS[kind] }
    }),
    ...[
      { count: Object.keys(handbook.facts ?? {}).length, label: 'facts' },
      { count: handbook.guardrails?.length ?? 0, label: 'guardrails' },
      { count: scenarios?.length ?? 0, label: 'scenarios' },
    ].map(({ count, label }) => ({ count, label: count === 1 ? label.slice(0, -1) : label })),
  ]
  return (
    <dl className={classes.figures}>
      {figures.map(({ count, label }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  )
}
