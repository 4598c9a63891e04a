import type { Grid } from './grid'
import { type FactType, type Point, toPoint } from './values'

/** A test in canonical form as the values that pass it; false and true are 0 and 1. */
export interface CanonicalTest {
  /** Closed ranges of the ordered types. */
  ranges: { low: number; high: number }[]
  texts: string[]
  null: boolean
  /** Of a text: everything that the lists do not name passes, and nothing that they name. */
  not: boolean
}

const LITERAL =
  /(null)|(true|false)|(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)|(?:(date and time|date|time|duration)\(("[^"\\]*")\))|("(?:[^"\\]|\\.)*")/sy

/**
 * Reads a test in canonical form, for a fact of a type; `grid` is the type's.
 *
 * @throws SyntaxError for any other text.
 */
export function readCanonical(text: string, type: FactType, grid: Grid | null): CanonicalTest {
  const not = !grid && text.startsWith('not(') && text.endsWith(')')
  const list = not ? text.slice(4, -1) : text
  const test: CanonicalTest = { ranges: [], texts: [], null: false, not }
  let at = 0
  const fail = (): never => {
    throw new SyntaxError(`“${text}” is not in canonical form.`)
  }
  const literal = (): Point | null => {
    LITERAL.lastIndex = at
    const [, nul, truth, number, name, inner, plain] = LITERAL.exec(list) ?? fail()
    at = LITERAL.lastIndex
    if (nul) return null
    if (name !== (inner && (type === 'days and time duration' ? 'duration' : type))) fail()
    if (plain && type !== 'string') fail()
    const value = truth ? truth === 'true' : number ? Number(number) : JSON.parse((inner ?? plain)!)
    return toPoint(type, value) ?? fail()
  }
  const bound = (): number => {
    const value = literal()
    return value === null ? fail() : Number(value)
  }
  const take = (symbol: string) => {
    if (!list.startsWith(symbol, at)) return false
    at += symbol.length
    return true
  }
  const range = (low: number, high: number) => test.ranges.push({ low, high })
  do {
    if (grid && take('<= ')) range(grid.min, bound())
    else if (grid && take('>= ')) range(bound(), grid.max)
    else if (grid && take('< ')) range(grid.min, grid.previous(bound()))
    else if (grid && take('> ')) range(grid.next(bound()), grid.max)
    else if (grid && (list[at] === '[' || list[at] === '(')) {
      const open = take('(') || !take('[')
      const low = bound()
      if (!take('..')) fail()
      const high = bound()
      const close = take(')') || !take(']')
      range(open ? grid.next(low) : low, close ? grid.previous(high) : high)
    } else {
      const value = literal()
      if (value === null) test.null = true
      else if (grid) range(Number(value), Number(value))
      else test.texts.push(value as string)
    }
  } while (take(', '))
  return at === list.length ? test : fail()
}
