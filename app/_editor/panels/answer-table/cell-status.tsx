import { Button } from '@mantine/core'
import type { Finding } from '@/compiler/language/finding'
import { useCommands } from '../../commands/commands-provider'
import { mend, refusesMending } from '../../commands/mend'
import { useEditor } from '../../document/store'
import classes from './answer-table.module.css'
import { type CellContext, cellProblem, showCell } from './cells'
import type { Column } from './columns'
import type { ViewRow } from './view-rows'

interface CellStatusProps {
  id: string
  row: ViewRow | undefined
  column: Column | undefined
  context: CellContext
}

/** What the cell that has the focus says in full, and what is amiss with it or with its row. */
export function CellStatus({ id, row, column, context }: CellStatusProps) {
  const edge = row?.is === 'answer' || row?.is === 'otherwise' ? row.edge : undefined
  const findings = useEditor(state => state.findings)
  const about = edge
    ? findings.filter(finding => finding.edges?.includes(edge.id) && ROWS.has(finding.code))
    : []
  const problem = edge && column && cellProblem(edge, column, context)
  const code = edge && column?.is === 'fact' ? edge.when?.[column.id] : undefined
  const words = edge && column ? showCell(edge, column, context).words : ''
  return (
    <div id={id} className={classes.status}>
      {row?.is === 'missing' && <span>No answer covers these cases. Enter makes it one.</span>}
      {row?.is === 'blank' && <span>Type or paste here for a new answer.</span>}
      {problem ? (
        <span className={classes.wrong}>
          {problem.position.end > 0 &&
            problem.position.start > 0 &&
            `At character ${problem.position.start + 1}: `}
          {problem.message}
        </span>
      ) : (
        words !== '' && (
          <span className={classes.full}>
            {words}
            {code !== undefined && code !== words && <code>{code}</code>}
          </span>
        )
      )}
      {about
        .filter(finding => !problem || finding.code !== 'bad-test')
        .map(finding => (
          <RowFinding key={`${finding.code} ${finding.message}`} finding={finding} />
        ))}
    </div>
  )
}

/** Findings that are about an answer itself, and not about all that lie on a path. */
const ROWS: ReadonlySet<Finding['code']> = new Set([
  'bad-test',
  'overlap',
  'never-taken',
  'unknown-reference',
  'malformed',
])

function RowFinding({ finding }: { finding: Finding }) {
  const { context } = useCommands()
  const readOnly = useEditor(state => state.readOnly)
  return (
    <span className={finding.severity === 'error' ? classes.wrong : classes.warned}>
      {finding.message}
      {finding.fix && !readOnly && (
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => {
            const refusal = refusesMending(context.store.getState(), finding)
            if (refusal === null) mend(context, finding)
            else context.tell(refusal)
          }}
        >
          {finding.fix.title}
        </Button>
      )}
    </span>
  )
}
