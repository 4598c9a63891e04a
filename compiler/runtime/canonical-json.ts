/**
 * The canonical JSON text of a value, as RFC 8785 says: keys by UTF-16 code units, numbers as ECMAScript prints them.
 * A member that is undefined is left out.
 *
 * @throws TypeError for what JSON cannot say: a number that is not finite, half of a surrogate pair, a function.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${value} has no JSON form.`)
    return JSON.stringify(value)
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError('A text has half of a surrogate pair in it.')
    return JSON.stringify(value)
  }
  if (typeof value !== 'object') throw new TypeError(`A ${typeof value} has no JSON form.`)
  let text = ''
  if (Array.isArray(value)) {
    for (const item of value) text += `${text && ','}${canonicalJson(item)}`
    return `[${text}]`
  }
  // Without arguments, sort compares code units.
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key]
    if (member !== undefined) text += `${text && ','}${canonicalJson(key)}:${canonicalJson(member)}`
  }
  return `{${text}}`
}
