import { z } from 'zod'

/**
 * What things in a document are called: facts, actions, tiers, nodes, edges, guardrails. Letters and digits of
 * any script, `_`, `-` and `.`, up to 64. `__proto__` is not a name, since JavaScript would not keep it as one.
 */
export const id = z
  .string()
  .regex(/^(?!__proto__$)[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,63}$/u, 'must be 1 to 64 letters, digits, _, - or .')

/** A policy's or a handbook's name: what it is called in addresses and file names. */
export const slug = z.string().regex(/^[a-z0-9-]{1,64}$/, 'must be 1 to 64 of a-z, 0-9 and -')

/** An object whose keys are ids and whose values all have one form. */
export const byId = <T extends z.ZodType>(value: T) => z.record(id, value)

/** The first of `stem`, `stem-2`, `stem-3`, … that is not taken. Ids stay readable: people see them in tables and tests. */
export function newId(stem: string, taken: Iterable<string>): string {
  const used = new Set(taken)
  return firstFree(stem, id => used.has(id))
}

/** The same, of ids that are told one by one. */
export function firstFree(stem: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(stem)) return stem
  let n = 2
  while (isTaken(`${stem}-${n}`)) n++
  return `${stem}-${n}`
}
