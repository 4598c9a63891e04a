import { canonicalJson } from '@/compiler/runtime/canonical-json'
import type { ReadEntry } from './read-entries'
import { whatWasDone, whoDid } from './told'

/** What a spreadsheet takes for the beginning of a formula, also behind blanks, which it drops, and in full width. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r]/u

/** A cell (RFC 4180); one that a spreadsheet would take for a formula begins with an apostrophe. */
export function csvCell(value: string | number | undefined): string {
  const text = value === undefined ? '' : String(value)
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}

const line = (cells: (string | number | undefined)[]) => `${cells.map(csvCell).join(',')}\r\n`

export const CSV_HEAD = line([
  ...['Entry', 'Time (UTC)', 'Person', 'What happened', 'Act', 'Policy', 'From', 'To', 'Why', 'Details'],
  ...['Hash'],
])

export const csvLine = ({ entry, hash, title }: ReadEntry): string =>
  line([
    entry.seq,
    entry.at,
    whoDid(entry),
    whatWasDone(entry, title ?? ''),
    entry.act,
    entry.policy,
    entry.from,
    entry.to,
    entry.why,
    entry.details === undefined ? undefined : canonicalJson(entry.details),
    hash,
  ])
