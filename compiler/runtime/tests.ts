import { type Grid, gridOf } from './grid'
import { type FactType, type Point, toPoint } from './values'

/** Whether a value passes a test. */
export type Matches = (point: Point | null) => boolean

type Item = { null: true } | { low: number; high: number } | { text: string }

const LITERAL =
  /^(?:(null)|(true|false)|(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)|(?:(?:date and time|date|time|duration)\()?("(?:[^"\\]|\\.)*")\)?)/s

/**
 * Reads a test in canonical form, for a fact of the given type and step.
 *
 * @throws SyntaxError for any other text.
 */
export function readCanonical(text: string, type: FactType, step?: number): Matches {
  const grid = gridOf(type, step)
  const not = text.startsWith('not(') && text.endsWith(')')
  const items = readItems(not ? text.slice(4, -1) : text, type, grid)
  const nul = items.some(item => 'null' in item)
  if (!grid) {
    const texts = new Set(items.flatMap(item => ('text' in item ? [item.text] : [])))
    return point => (point === null ? nul !== not : texts.has(point as string) !== not)
  }
  if (not) throw new SyntaxError(`“${text}” is not in canonical form.`)
  const ranges = items.flatMap(item => ('low' in item ? [item] : []))
  return point => {
    if (point === null) return nul
    const n = Number(point)
    return ranges.some(({ low, high }) => low <= n && n <= high)
  }
}

function readItems(text: string, type: FactType, grid: Grid | null): Item[] {
  let rest = text
  const fail = (): never => {
    throw new SyntaxError(`“${text}” is not in canonical form.`)
  }
  const literal = (): Point | null => {
    const found = LITERAL.exec(rest) ?? fail()
    rest = rest.slice(found[0].length)
    if (found[1]) return null
    const value = found[2] ? found[2] === 'true' : found[3] ? Number(found[3]) : JSON.parse(found[4]!)
    return toPoint(type, value) ?? fail()
  }
  const bound = () => {
    const value = literal()
    return value === null || !grid ? fail() : Number(value)
  }
  const take = (symbol: string) => {
    if (!rest.startsWith(symbol)) return false
    rest = rest.slice(symbol.length)
    return true
  }
  const items: Item[] = []
  if (text === '') return items
  do {
    if (take('<= ')) items.push({ low: grid!.min, high: bound() })
    else if (take('>= ')) items.push({ low: bound(), high: grid!.max })
    else if (take('< ')) items.push({ low: grid!.min, high: grid!.previous(bound()) })
    else if (take('> ')) items.push({ low: grid!.next(bound()), high: grid!.max })
    else if (rest[0] === '[' || rest[0] === '(') {
      const open = take('(') || !take('[')
      const low = bound()
      if (!take('..')) fail()
      const high = bound()
      const close = take(')') || !take(']')
      items.push({ low: open ? grid!.next(low) : low, high: close ? grid!.previous(high) : high })
    } else {
      const value = literal()
      if (value === null) items.push({ null: true })
      else items.push(grid ? { low: Number(value), high: Number(value) } : { text: value as string })
    }
  } while (take(', '))
  return rest === '' ? items : fail()
}
