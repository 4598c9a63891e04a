import { type Code, SEVERITIES, type Severity } from '@/compiler/language/finding'
import { FINDING_WORDS } from './finding-words'
import classes from './help.module.css'
import { Topic } from './topic'
import { TOPICS } from './topics'

const GROUPS = {
  error: 'Errors stop publishing. A draft with errors is saved all the same.',
  warning: 'Warnings do not stop anything; each is worth a look.',
} as const satisfies Record<Severity, string>

/** Every finding that there is, with an anchor of its code. */
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
            {(Object.keys(SEVERITIES) as Code[])
              .filter(code => SEVERITIES[code] === severity)
              .map(code => (
                <div key={code} id={`finding-${code}`}>
                  <dt data-severity={severity}>
                    <a href={`#finding-${code}`}>
                      <code>{code}</code>
                    </a>
                  </dt>
                  <dd>{FINDING_WORDS[code]}</dd>
                </div>
              ))}
          </dl>
        </div>
      ))}
    </Topic>
  )
}
