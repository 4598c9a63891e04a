import type { Grid } from '../../runtime/grid'
import type { Point } from '../../runtime/values'
import { type Domain, domainOf } from './domain'
import { printLiteral } from './literal'
import { equalSets, type Range, type ValueSet } from './value-set'

/**
 * A set of values in canonical form: the one text in which every artifact and comparison prints it, for a fact of this
 * domain. Empty text for the empty set; null where the whole domain passes, since such a test is left out.
 *
 * Two values of the domain with none between them are neighbours, and neighbours are merged. A bound on a grid can be
 * written closed or open (`<= 25`, `< 25.01`): the one with fewer significant digits is taken, else the closed one. A
 * bound that is the domain's own is not written, and a domain of single values is listed.
 */
export function printSet(set: ValueSet, domain: Domain): string | null {
  if (equalSets(set, domain.all)) return null
  const { type } = domain
  if (set.of === 'text') {
    const quoted = set.texts.map(text => printLiteral(text, type))
    if (!set.but) return [...quoted, ...(set.null ? ['null'] : [])].join(', ')
    const unless = domain.all.null && !set.null ? ['null'] : []
    // What the domain itself leaves out need not be said again, unless nothing else is.
    return `not(${[...beyondDomain(quoted, domain), ...unless].join(', ')})`
  }
  const { grid } = domain
  const all = domain.type === 'boolean' ? TRUTH : domain.all.of === 'grid' ? domain.all.ranges : []
  const listed = all.every(([low, high]) => low === high)
  const items = listed
    ? set.ranges
        .flatMap(range => members(range, all))
        .map(value => printLiteral(asPoint(value, domain), type))
    : mergeWithin(set.ranges, all).map(range => printRange(range, all, grid!, domain))
  return [...items, ...(set.null ? ['null'] : [])].join(', ')
}

const TRUTH: readonly Range[] = [
  [0, 0],
  [1, 1],
]

const beyondDomain = (quoted: string[], domain: Domain) => {
  if (domain.all.of !== 'text' || !domain.all.but) return quoted
  const excluded = new Set(domain.all.texts.map(text => printLiteral(text, domain.type)))
  return quoted.filter(text => !excluded.has(text))
}

const asPoint = (value: number, domain: Domain): Point => (domain.type === 'boolean' ? value === 1 : value)

const members = ([low, high]: Range, all: readonly Range[]) =>
  all.filter(([value]) => low <= value && value <= high).map(([value]) => value)

/** Joins ranges between which the domain has no value. */
function mergeWithin(ranges: readonly Range[], all: readonly Range[]): Range[] {
  const merged: [number, number][] = []
  for (const [low, high] of ranges) {
    const last = merged.at(-1)
    const between = last && all.some(([a, b]) => a < low && b > last[1])
    if (last && !between) last[1] = high
    else merged.push([low, high])
  }
  return merged
}

function printRange([low, high]: Range, all: readonly Range[], grid: Grid, domain: Domain): string {
  const text = (value: number) => printLiteral(asPoint(value, domain), domain.type)
  if (low === high) return text(low)
  const first = low === all[0]?.[0]
  const last = high === all.at(-1)?.[1]
  const below = pick(text, low, grid.previous(low))
  const above = pick(text, high, grid.next(high))
  if (last) return `${below.open ? '>' : '>='} ${below.text}`
  if (first) return `${above.open ? '<' : '<='} ${above.text}`
  return `${below.open ? '(' : '['}${below.text}..${above.text}${above.open ? ')' : ']'}`
}

/** The rounder way to write a bound: the value itself, or open at its neighbour outside. */
function pick(text: (value: number) => string, closed: number, open: number) {
  const inside = text(closed)
  if (!Number.isFinite(open)) return { open: false, text: inside }
  const outside = text(open)
  const rounder = significant(outside) - significant(inside) || decimals(outside) - decimals(inside)
  return rounder < 0 ? { open: true, text: outside } : { open: false, text: inside }
}

/** How many digits of a text count: those between the zeros that lead and trail; of zero itself, one. */
function significant(text: string): number {
  let [count, zeros] = [0, 0]
  let digit = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    // Behind a digit, an e begins the exponent.
    if (digit && code === 101) break
    digit = code >= 48 && code <= 57
    if (!digit || (code === 48 && count === 0)) continue
    zeros = code === 48 ? zeros + 1 : 0
    count++
  }
  return count - zeros || 1
}

/** How many of its digits stand behind the point: `> 0` is not `>= 5e-324`. */
const decimals = (text: string) => {
  const fraction = /\.(\d+)/.exec(text)?.[1]?.length ?? 0
  return Math.max(0, fraction - Number(/\de([+-]\d+)$/.exec(text)?.[1] ?? 0))
}

/** The allowed values of a fact in canonical form; undefined where every value of the type is allowed. */
export const printAllowed = (domain: Domain): string | undefined =>
  printSet(
    { ...domain.all, null: false },
    { ...domainOf({ type: domain.type }), grid: domain.grid, all: unbounded(domain) },
  ) ?? undefined

const unbounded = ({ grid }: Domain): Domain['all'] =>
  grid
    ? { of: 'grid', ranges: [[grid.min, grid.max]], null: false }
    : { of: 'text', but: true, texts: [], null: false }
