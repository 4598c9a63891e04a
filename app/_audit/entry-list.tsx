import { IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { dateAndTime } from '../_shell/dates'
import { initials } from '../_shell/initials'
import { EntryDetails } from './entry-details'
import classes from './entry-list.module.css'
import { didWords, type Entry, type Folded, folded } from './folded'

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full' })
const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' })

interface Day {
  name: string
  rows: Folded[]
}

interface EntryListProps {
  entries: readonly Entry[]
  label: string
  /** What the days are headed with: one below the heading that the list stands under. */
  heading: 'h2' | 'h3'
}

/** Entries in sentences, the newest first, under the day on which they were written; each opens to all that it holds. */
export function EntryList({ entries, label, heading: Heading }: EntryListProps) {
  return (
    <section aria-label={label} className={classes.list}>
      {byDay(folded(entries)).map(({ name, rows }) => (
        <div key={rows[0]![0].seq}>
          <Heading className={classes.day}>{name}</Heading>
          <ul>
            {rows.map(row => (
              <Row key={row[0].seq} row={row} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function Row({ row }: { row: Folded }) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const [{ at, by, who, why }] = row
  return (
    <li data-open={open || undefined}>
      <button
        type="button"
        className={classes.row}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <time dateTime={at} title={dateAndTime(at, true)}>
          {time.format(new Date(at))}
        </time>
        <span className={classes.face} data-nobody={by === null || undefined} aria-hidden>
          {by === null ? 'R' : initials(by.name)}
        </span>
        <span className={classes.words}>
          <b>{who}</b> {didWords(row)}
          {row.length > 1 && <span className={classes.count}>{row.length} saves</span>}
          {why && <q className={classes.why}>{why}</q>}
        </span>
        <IconChevronRight size={15} stroke={1.6} aria-hidden className={classes.chevron} />
      </button>
      {open && (
        <div id={id} className={classes.details}>
          {row.map(entry => (
            <EntryDetails key={entry.seq} entry={entry} />
          ))}
        </div>
      )}
    </li>
  )
}

function byDay(rows: readonly Folded[]): Day[] {
  const days: Day[] = []
  for (const row of rows) {
    const name = day.format(new Date(row[0].at))
    if (days.at(-1)?.name === name) days.at(-1)!.rows.push(row)
    else days.push({ name, rows: [row] })
  }
  return days
}
