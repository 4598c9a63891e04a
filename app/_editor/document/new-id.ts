/** The first of `stem`, `stem-2`, `stem-3`, … that is not taken. Ids stay readable: people see them in tables and tests. */
export function newId(stem: string, taken: Iterable<string>): string {
  const used = new Set(taken)
  if (!used.has(stem)) return stem
  let n = 2
  while (used.has(`${stem}-${n}`)) n++
  return `${stem}-${n}`
}

/** `Ask the warehouse!` becomes `ask-the-warehouse`: an id from a title, at most 40 long; `fallback` where nothing is left. */
export function idFromTitle(title: string, fallback: string): string {
  const id = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
  return id || fallback
}
