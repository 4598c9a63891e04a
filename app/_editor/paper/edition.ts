/** What a sheet is of: said at its head, and in the names of files. */
export interface Edition {
  title: string
  /** "Draft of version 3", "Version 2". */
  edition: string
  /** What the names of files begin with. */
  file: string
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** The line at the head of a sheet. */
export const headline = ({ title, edition }: Edition, now = new Date()): string =>
  `${title} · ${edition} · ${day.format(now)}`
