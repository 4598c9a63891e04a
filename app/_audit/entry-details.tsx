import Link from 'next/link'
import { dateAndTime } from '../_shell/dates'
import type { Entry } from './folded'

/** All that an entry holds, as it is exported. */
export function EntryDetails({ entry }: { entry: Entry }) {
  const { seq, at, policy, title, from, to, details, hash, previous } = entry
  return (
    <dl>
      <dt>Entry</dt>
      <dd>
        {seq}, written {dateAndTime(at, true)}
      </dd>
      {policy && (
        <>
          <dt>Policy</dt>
          <dd>{title === policy ? policy : <Link href={`/policies/${policy}/versions`}>{title}</Link>}</dd>
        </>
      )}
      {(from !== undefined || to !== undefined) && (
        <>
          <dt>From, to</dt>
          <dd>
            <code>{from ?? 'nothing'}</code> → <code>{to ?? 'nothing'}</code>
          </dd>
        </>
      )}
      {details && (
        <>
          <dt>Details</dt>
          <dd>
            <pre>{details}</pre>
          </dd>
        </>
      )}
      <dt>Hash</dt>
      <dd>
        <code>{hash}</code>
      </dd>
      <dt>Entry before</dt>
      <dd>{previous ? <code>{previous}</code> : 'none: this is the first'}</dd>
    </dl>
  )
}
