const LONGEST = 64

/** A policy's name made from its title: `Überlieferung & Returns` gives `uberlieferung-returns`. */
export const nameFrom = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '')

/** What is wrong with a name, as a sentence; null where it will do. */
export function nameProblem(name: string, taken: string[]): string | null {
  if (name === '') return 'A policy needs a name: it stands in addresses and file names.'
  if (!/^[a-z0-9-]+$/.test(name)) return 'Only small letters a–z, digits and hyphens.'
  if (name.length > LONGEST) return `At most ${LONGEST} characters; these are ${name.length}.`
  if (taken.includes(name)) return 'Another policy has this name.'
  return null
}
