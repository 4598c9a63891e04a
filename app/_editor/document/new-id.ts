export { newId } from '@/compiler/language/ids'

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
