import Link from 'next/link'
import { CHECKS } from '@/compiler/2-checks'
import { SEVERITIES, type Severity } from '@/compiler/language/finding'
import classes from './help.module.css'
import { Topic } from './topic'
import { TOPICS } from './topics'

const GROUPS = {
  error: 'Errors stop publishing. A draft with errors is saved all the same.',
  warning: 'Warnings do not stop anything; each is worth a look.',
} as const satisfies Record<Severity, string>

/** Every finding that there is, in the words of the check that makes it. */
export function FindingList() {
  return (
    <Topic id="findings" title={TOPICS.findings}>
      <p>
        A finding is a sentence with a place and, where it is about behaviour, a case that shows it. Every
        check is decided for all cases, never by trying some.
      </p>
      {(Object.keys(GROUPS) as Severity[]).map(severity => (
        <div key={severity}>
          <p className={classes.group}>{GROUPS[severity]}</p>
          <dl className={classes.findings}>
            {CHECKS.filter(({ code }) => SEVERITIES[code] === severity).map(({ code, says }) => (
              <div key={code}>
                <dt data-severity={severity}>
                  <Link href={`/help/${code}`}>
                    <code>{code}</code>
                  </Link>
                </dt>
                <dd>{says}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </Topic>
  )
}
