import Link from 'next/link'
import { type Code, SEVERITIES, type Severity } from '@/compiler/language/finding'
import classes from './help.module.css'

const MEANS = {
  error: 'an error: it stops publishing',
  warning: 'a warning: it does not stop publishing',
} as const satisfies Record<Severity, string>

/** Why a finding matters, and what to do about it. */
export function FindingHelp({ code, because, mend }: { code: Code; because: string; mend: string }) {
  const severity = SEVERITIES[code]
  return (
    <div className={classes.finding}>
      <p>
        <code className={classes.code} data-severity={severity}>
          {code}
        </code>{' '}
        is {MEANS[severity]}.
      </p>
      <h2>Why it matters</h2>
      <p>{because}</p>
      <h2>What to do</h2>
      <p>{mend}</p>
      <p className={classes.back}>
        <Link href="/help#findings">All findings</Link>
      </p>
    </div>
  )
}
