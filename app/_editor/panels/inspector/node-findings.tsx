import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react'
import { useShallow } from 'zustand/react/shallow'
import { useEditor } from '../../document/store'
import classes from './node-findings.module.css'

/** What the checks say about a node or an edge, where one edits it. */
export function NodeFindings({ node, edge }: { node?: string; edge?: string }) {
  const findings = useEditor(
    useShallow(state =>
      state.findings.filter(
        finding =>
          (node !== undefined && finding.nodes?.[0] === node) ||
          (edge !== undefined && finding.edges?.includes(edge)),
      ),
    ),
  )
  if (findings.length === 0) return null
  return (
    <ul className={classes.list} aria-label="Findings here">
      {findings.slice(0, 4).map((finding, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is replaced as a whole
        <li key={index} data-severity={finding.severity}>
          {finding.severity === 'error' ? <IconAlertCircle size={14} /> : <IconAlertTriangle size={14} />}
          <span>{finding.message}</span>
        </li>
      ))}
      {findings.length > 4 && <li>and {findings.length - 4} more, in the list below</li>}
    </ul>
  )
}
