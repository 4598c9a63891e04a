/** Whether this is the name of a time zone of the IANA's list, as this machine knows it, such as America/Chicago. */
export function isTimeZone(name: string): boolean {
  try {
    // An offset such as +06:00 is none: it knows no summer time.
    return /^\p{L}/u.test(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
