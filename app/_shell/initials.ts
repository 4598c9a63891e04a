/** `Ana Maria Diaz` is `AD`: the first and the last word's letter. */
export const initials = (name: string) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map(word => [...word][0]!.toUpperCase())
    .filter((_, i, all) => i === 0 || i === all.length - 1)
    .join('')
