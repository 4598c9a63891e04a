import { type FactType, type JsonValue, type Point, toPoint } from '@/compiler/runtime/values'

/**
 * A second, plain reading of unary tests, by splitting text, for tests that are known to be well formed. It shares
 * nothing with the compiler's parser but the values, so that the laws have an outside judge.
 */
export function passes(text: string, type: FactType, value: JsonValue): boolean {
  const trimmed = text.trim()
  if (trimmed === '-') return true
  const negated = /^not\s*\(([\s\S]*)\)$/.exec(trimmed)
  const items = splitItems(negated ? negated[1]! : trimmed)
  if (value === null) {
    if (!negated) return items.includes('null')
    return items.every(item => isLiteral(item) && item !== 'null')
  }
  const point = toPoint(type, value)
  if (point === undefined) throw new Error(`${JSON.stringify(value)} is no ${type}`)
  return items.some(item => itemHolds(item, type, point)) !== Boolean(negated)
}

/** Every literal that a test mentions, as points; null left out. */
export function literalsIn(text: string, type: FactType): Point[] {
  const trimmed = text.trim()
  if (trimmed === '-') return []
  const inner = /^not\s*\(([\s\S]*)\)$/.exec(trimmed)?.[1] ?? trimmed
  return splitItems(inner).flatMap(item => {
    if (item === 'null') return []
    const interval = intervalOf(item)
    if (interval) return [readLiteral(interval.low, type), readLiteral(interval.high, type)]
    return [readLiteral(item.replace(/^[<>]=?/, ''), type)]
  })
}

/** Splits at the commas that stand outside quotes. */
function splitItems(text: string): string[] {
  const items: string[] = []
  let item = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    if (quoted && c === '\\') {
      item += c + text[++i]
      continue
    }
    if (c === '"') quoted = !quoted
    if (c === ',' && !quoted) {
      items.push(item.trim())
      item = ''
    } else item += c
  }
  return [...items, item.trim()]
}

const isLiteral = (item: string) => !/^[<>]/.test(item) && !intervalOf(item)

function intervalOf(item: string) {
  const m = /^([[\](])([^"]*|[^"]*"[^"]*"[^"]*?)\.\.([\s\S]*)([\])[])$/.exec(item)
  return m && { lowOpen: m[1] !== '[', low: m[2]!, high: m[3]!, highOpen: m[4] !== ']' }
}

function readLiteral(text: string, type: FactType): Point {
  const trimmed = text.trim()
  const quoted = /"(?:[^"\\]|\\.)*"/s.exec(trimmed)?.[0]
  const value =
    quoted !== undefined
      ? JSON.parse(quoted)
      : trimmed === 'true'
        ? true
        : trimmed === 'false'
          ? false
          : Number(trimmed)
  const point = toPoint(type, value)
  if (point === undefined) throw new Error(`${text} is no ${type}`)
  return point
}

function itemHolds(item: string, type: FactType, point: Point): boolean {
  if (item === 'null') return false
  const compare = /^(<=|>=|<|>)([\s\S]*)$/.exec(item)
  if (compare) {
    const bound = readLiteral(compare[2]!, type)
    if (compare[1] === '<') return point < bound
    if (compare[1] === '<=') return point <= bound
    return compare[1] === '>' ? point > bound : point >= bound
  }
  const interval = intervalOf(item)
  if (interval) {
    const low = readLiteral(interval.low, type)
    const high = readLiteral(interval.high, type)
    return (
      (interval.lowOpen ? point > low : point >= low) && (interval.highOpen ? point < high : point <= high)
    )
  }
  return readLiteral(item, type) === point
}
