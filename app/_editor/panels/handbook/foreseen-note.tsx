import { IconAlertCircle, IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { Finding } from '@/compiler/language/finding'
import type { Foreseen } from '../../document/use-what-if'
import classes from './foreseen-note.module.css'
import { foreseenWords, toldOnce } from './foreseen-words'

/** So many are a list; more are a number. */
const MOST = 3

/** What a change would do to the findings, before it is made. */
export function ForeseenNote({ foreseen }: { foreseen: Foreseen }) {
  if (foreseen === 'nothing-changed') return null
  return (
    <div className={classes.note} role="status" data-looking={foreseen === 'looking' || undefined}>
      {foreseen === 'looking' && <p>Looking at what this would change…</p>}
      {foreseen === 'unknown' && (
        <p>The checks did not come to an end: what this would change is not known.</p>
      )}
      {typeof foreseen === 'object' && (
        <>
          <p data-bad={foreseen.raised.some(({ severity }) => severity === 'error') || undefined}>
            {foreseenWords(foreseen)}
          </p>
          <Some findings={foreseen.raised} />
          <Some findings={foreseen.settled} settled />
        </>
      )}
    </div>
  )
}

function Some({ findings, settled }: { findings: readonly Finding[]; settled?: boolean }) {
  if (findings.length === 0) return null
  const told = toldOnce(findings)
  return (
    <ul className={classes.list} aria-label={settled ? 'Settled' : 'Raised'}>
      {told.slice(0, MOST).map(({ finding, times }) => (
        <li key={finding.message} data-is={settled ? 'settled' : finding.severity}>
          {settled ? (
            <IconCheck size={13} aria-hidden />
          ) : finding.severity === 'error' ? (
            <IconAlertCircle size={13} aria-hidden />
          ) : (
            <IconAlertTriangle size={13} aria-hidden />
          )}
          <span>
            {finding.message}
            {times > 1 && ` (${times} times)`}
          </span>
        </li>
      ))}
      {told.length > MOST && <li data-more>and {told.length - MOST} more</li>}
    </ul>
  )
}
