import { inPlaces } from '@/app/_shell/in-places'
import type { Signature } from '../side'
import classes from './sign-off.module.css'

/** Two lines to sign on, where nobody is known to have signed. */
const BLANK: readonly Signature[] = [{ role: 'Proposed by' }, { role: 'Approved by' }]

/** Who signed, when and what; empty lines for those who have not. */
export function SignatureLines({ signatures }: { signatures: readonly Signature[] }) {
  const lines = signatures.length > 0 ? signatures : BLANK
  return (
    <section className={classes.signatures}>
      <h2>Signed</h2>
      <ul>
        {inPlaces(lines, ({ role, name, at, hash, note }) => (
          <li>
            <p className={classes.line}>{name}</p>
            <p>
              {role}
              {at && `, ${at}`}
            </p>
            {note && <p>“{note}”</p>}
            {hash && (
              <p>
                <code>{hash}</code>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
