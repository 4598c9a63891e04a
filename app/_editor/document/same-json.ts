/** Whether two JSON values are equal, whatever the order of their keys: databases keep no order. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a).filter(key => (a as Json)[key] !== undefined)
  const others = Object.keys(b).filter(key => (b as Json)[key] !== undefined)
  return keys.length === others.length && keys.every(key => sameJson((a as Json)[key], (b as Json)[key]))
}

type Json = Record<string, unknown>
