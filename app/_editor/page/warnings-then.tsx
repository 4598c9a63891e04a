import { Alert } from '@mantine/core'
import { useEditor } from '../document/store'
import classes from './editor.module.css'

/** More than anybody reads in a dialog; the whole list is on the proposal's page. */
const MOST = 3

/** The warnings that go along with what is proposed: they do not stop it, and who decides sees them. */
export function WarningsThen() {
  const findings = useEditor(state => state.findings)
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  if (warnings.length === 0) return null
  const title = warnings.length === 1 ? 'One warning goes along' : `${warnings.length} warnings go along`
  return (
    <Alert color="warn" mt="md" title={title}>
      <ul className={classes.warnings}>
        {warnings.slice(0, MOST).map(({ message }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: findings have no identity
          <li key={i}>{message}</li>
        ))}
      </ul>
      {warnings.length > MOST && `and ${warnings.length - MOST} more.`}
    </Alert>
  )
}
