import { type Grid, gridOf } from '../../runtime/grid'
import type { FactType, Point } from '../../runtime/values'
import type { Test, TestItem } from './test'
import { contains, equalSets, gridSet, intersect, type Range, textSet, type ValueSet } from './value-set'

/** What a fact may be: its type, the grid of its values, and the values that are allowed. */
export interface Domain {
  type: FactType
  /** As `grid` takes it: of numbers only. */
  step?: number
  grid: Grid | null
  all: ValueSet
}

/** The domain of a fact or parameter. `allowed` is its parsed `allowedValues`; unknown values come in by `mayBeUnknown` alone. */
export function domainOf(
  fact: { type: FactType; step?: number; mayBeUnknown?: boolean },
  allowed?: Test,
): Domain {
  const grid = gridOf(fact.type, fact.step)
  const nul = fact.mayBeUnknown === true
  const everything: ValueSet = grid
    ? { of: 'grid', ranges: [[grid.min, grid.max]], null: false }
    : { of: 'text', but: true, texts: [], null: false }
  const open: Domain = {
    type: fact.type,
    ...(fact.step !== undefined && { step: fact.step }),
    grid,
    all: everything,
  }
  const all = allowed ? setOf(allowed, open) : everything
  return { ...open, all: { ...all, null: nul } }
}

/** The values of the domain that pass the test. */
export function setOf(test: Test, domain: Domain): ValueSet {
  if (test.is === 'any') return domain.all
  const listed = itemsOf(test.items, domain)
  if (!test.not) return intersect(listed, domain.all)
  // Null passes a not(…) of literals other than null, and no other.
  const nul = test.items.every(item => item.is === 'value' && item.value !== null)
  return intersect(complement(listed, domain, nul), domain.all)
}

const itemsOf = (items: readonly TestItem[], { grid }: Domain): ValueSet => {
  const nul = items.some(item => item.is === 'value' && item.value === null)
  if (grid)
    return gridSet(
      items.flatMap(item => rangeOf(item, grid)),
      nul,
      grid.next,
    )
  return textSet(
    false,
    items.flatMap(item => (item.is === 'value' && item.value !== null ? [item.value as string] : [])),
    nul,
  )
}

function rangeOf(item: TestItem, grid: Grid): Range[] {
  const upTo = (bound: Point, open: boolean) => {
    const at = grid.floor(Number(bound))
    return open && at === Number(bound) ? grid.previous(at) : at
  }
  const from = (bound: Point, open: boolean) => {
    const at = grid.floor(Number(bound))
    return open || at !== Number(bound) ? (at === -Infinity ? grid.min : grid.next(at)) : at
  }
  switch (item.is) {
    case 'value': {
      if (item.value === null) return []
      const n = Number(item.value)
      return grid.floor(n) === n ? [[n, n]] : []
    }
    case 'compare':
      return item.op === '<' || item.op === '<='
        ? [[grid.min, upTo(item.value, item.op === '<')]]
        : [[from(item.value, item.op === '>'), grid.max]]
    case 'interval':
      return [[from(item.low, item.lowOpen), upTo(item.high, item.highOpen)]]
  }
}

/** Every value that is not in the set; null as said. */
function complement(set: ValueSet, { grid }: Domain, nul: boolean): ValueSet {
  if (set.of === 'text') return { ...set, but: !set.but, null: nul }
  const ranges: Range[] = []
  let low = grid!.min
  for (const range of set.ranges) {
    ranges.push([low, grid!.previous(range[0])])
    low = grid!.next(range[1])
  }
  return gridSet([...ranges, [low, grid!.max]], nul, grid!.next)
}

/** Whether the whole domain passes: such a test counts as left out. */
export const passesAll = (set: ValueSet, domain: Domain) => equalSets(set, domain.all)

/** Whether the value, not null unless it may be unknown, is one of the domain's. */
export const inDomain = (domain: Domain, point: Point | null) =>
  contains(domain.all, point) &&
  (domain.grid === null || point === null || domain.grid.floor(Number(point)) === Number(point))
