import { dateAndTime, relative } from './dates'

/** A moment, as one reads it: “3 hours ago”; the exact time on hover. */
export function When({ at, exact }: { at: string; exact?: boolean }) {
  return (
    <time dateTime={at} title={dateAndTime(at, true)}>
      {exact ? dateAndTime(at) : relative(at)}
    </time>
  )
}
