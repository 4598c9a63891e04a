const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })

/** A moment in a sentence: “21 Nov 2026, 14:32 UTC”. */
export const inWords = (at: Date): string => `${moment.format(at)} UTC`
