interface Counted {
  standing: number
  needed: number
}

export const approvalsInWords = (count: number) => (count === 1 ? '1 approval' : `${count} approvals`)

/** What an open proposal waits for, to be read after its name. */
export function waitsFor({ standing, needed }: Counted): string {
  const missing = needed - standing
  if (missing <= 0) return 'approved, waits to be published'
  if (standing === 0) return `waits for ${approvalsInWords(missing)}`
  return missing === 1 ? 'waits for 1 more approval' : `waits for ${missing} more approvals`
}

/** “Ann”, “Ann and Bob”, “Ann, Bob and Cat”; with `or` between the last two where it is a choice. */
export function namesInWords(names: string[], last: 'and' | 'or' = 'and'): string {
  if (names.length <= 1) return names[0] ?? ''
  return `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`
}
