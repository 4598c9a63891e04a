import type { Outputs } from '../_shell/trpc'

export type Entry = Outputs['audit']['list']['entries'][number]

/** Entries that are told as one, the newest first: saves of one policy that one person made one after the other. */
export type Folded = [Entry, ...Entry[]]

const alike = (a: Entry, b: Entry) =>
  a.act === 'draft.saved' &&
  b.act === 'draft.saved' &&
  a.policy === b.policy &&
  a.by?.id === b.by?.id &&
  a.through === b.through &&
  a.at.slice(0, 10) === b.at.slice(0, 10)

/** Folds saves that stand side by side, and leaves everything else as it is. */
export function folded(entries: readonly Entry[]): Folded[] {
  const rows: Folded[] = []
  for (const entry of entries) {
    const last = rows.at(-1)
    if (last && alike(last[0], entry)) last.push(entry)
    else rows.push([entry])
  }
  return rows
}

/** “saved revision 12 of Shipping promises”, or “saved revisions 9 to 12 of Shipping promises”. */
export function didWords(row: Folded): string {
  const [newest] = row
  const oldest = row.at(-1)!
  if (row.length === 1) return newest.did
  return `saved revisions ${oldest.to} to ${newest.to} of ${newest.title}`
}
