import Link from 'next/link'
import type { Check } from '@/compiler/2-checks/check'
import { SEVERITIES, type Severity } from '@/compiler/language/finding'
import { FindingExample } from './finding-example'
import classes from './help.module.css'

const MEANS = {
  error: 'an error: it stops publishing',
  warning: 'a warning: it does not stop publishing',
} as const satisfies Record<Severity, string>

/** Why a finding matters, what shows it, and what to do about it: all of it in the words of the check that makes it. */
export function FindingHelp({ check }: { check: Check }) {
  const { code, because, mend, offers, witness, example } = check
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
      <h2>What the fix does</h2>
      <p>{offers ?? 'It offers none: what was meant here, only a person knows.'}</p>
      <h2>What its case shows</h2>
      <p>{'none' in witness ? `It comes without a case. ${witness.none}` : witness.shows}</p>
      <h2>An example</h2>
      <FindingExample example={example} />
      <p className={classes.back}>
        <Link href="/help#findings">All findings</Link>
      </p>
    </div>
  )
}
