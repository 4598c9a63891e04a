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

/** What a range begins with. */
const SIGNS = ['<= ', '>= ', '< ', '> ', '[', '(']

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
    const sign = grid && SIGNS.find(take)
    if (sign) {
      const open = sign.length < 3 && sign !== '['
      const end = bound()
      const low = open ? grid.next(end) : end
      if (sign[0] === '<') range(grid.min, open ? grid.previous(end) : end)
      else if (sign[0] === '>') range(low, grid.max)
      else {
        if (!take('..')) fail()
        const high = bound()
        range(low, take(')') ? grid.previous(high) : take(']') ? high : fail())
      }
    } else {
      const value = literal()
      if (value === null) test.null = true
      else if (grid) range(Number(value), Number(value))
      else test.texts.push(value as string)
    }
  } while (take(', '))
  return at === list.length ? test : fail()
}
