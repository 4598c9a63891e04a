import type { Finding } from '@/compiler/language/finding'
import classes from './proposal.module.css'

/** What the checks had to say when it was proposed; an error is never among it. */
export function FindingsThen({ findings }: { findings: Finding[] }) {
  return (
    <section aria-labelledby="findings-then">
      <h2 id="findings-then" className={classes.heading}>
        Findings when it was proposed
      </h2>
      {findings.length === 0 ? (
        <p className={classes.quiet}>There was nothing to mend.</p>
      ) : (
        <ul className={classes.findings}>
          {findings.map(({ message, severity }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: findings have no identity, and these do not change
            <li key={i} data-severity={severity}>
              {message}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
