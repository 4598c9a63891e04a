import type { PolicyDocument } from '@/compiler/language/policy'
import { sameJson } from './same-json'

/** A key of an object, or what tells one thing of a list from the others: its id, or a scenario's title. */
export type MergePath = readonly string[]

/** One place that both changed, each in another way. What is `undefined` is not there on that side. */
export interface Clash {
  path: MergePath
  mine: unknown
  theirs: unknown
}

type Json = Record<string, unknown>
type Item = Json & { id?: string; title?: string }

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const keyOf = (item: unknown): string | undefined =>
  isObject(item) ? ((item as Item).id ?? (item as Item).title) : undefined

const isPlace = ([chart, nodes, _, field, ...rest]: MergePath) =>
  chart === 'chart' && nodes === 'nodes' && field === 'position' && rest.length === 0

/** A list as a map, where each of its things can be told from the others; null where they cannot. */
function byKey(list: unknown): Map<string, unknown> | null {
  if (!Array.isArray(list)) return null
  const found = new Map(list.map(item => [keyOf(item), item]))
  return found.size === list.length && !found.has(undefined) ? (found as Map<string, unknown>) : null
}

/**
 * What two people made of one document, put together: what only one of them changed is as they left it. Where both
 * changed one place otherwise, mine stands, and the clash names the place with both. Nothing is changed that none of
 * them changed; `theirs` itself comes back where I changed nothing, and `mine` where they did not.
 */
export function merge(base: PolicyDocument, mine: PolicyDocument, theirs: PolicyDocument) {
  const clashes: Clash[] = []
  const document = mergeValue(base, mine, theirs, [], clashes) as PolicyDocument
  return { document, clashes }
}

function mergeValue(
  base: unknown,
  mine: unknown,
  theirs: unknown,
  path: MergePath,
  clashes: Clash[],
): unknown {
  if (sameJson(mine, theirs) || sameJson(theirs, base)) return mine
  if (sameJson(mine, base)) return theirs
  // Where a card stands is worth nobody's question.
  if (isPlace(path) && mine !== undefined) return mine
  if (isObject(mine) && isObject(theirs))
    return mergeObjects(isObject(base) ? base : {}, mine, theirs, path, clashes)
  const lists = [base ?? [], mine, theirs].map(byKey)
  const [from, own, other] = lists
  if (from && own && other) return mergeLists(from, own, other, path, clashes)
  clashes.push({ path, mine, theirs })
  return mine
}

function mergeObjects(base: Json, mine: Json, theirs: Json, path: MergePath, clashes: Clash[]): Json {
  const merged: Json = {}
  for (const key of inOrder(Object.keys(base), Object.keys(mine), Object.keys(theirs))) {
    const value = mergeValue(base[key], mine[key], theirs[key], [...path, key], clashes)
    if (value !== undefined) merged[key] = value
  }
  return merged
}

function mergeLists(
  base: Map<string, unknown>,
  mine: Map<string, unknown>,
  theirs: Map<string, unknown>,
  path: MergePath,
  clashes: Clash[],
): unknown[] {
  return inOrder([...base.keys()], [...mine.keys()], [...theirs.keys()])
    .map(key => mergeValue(base.get(key), mine.get(key), theirs.get(key), [...path, key], clashes))
    .filter(item => item !== undefined)
}

/**
 * Every key of both, in the order of whoever moved them, else of theirs; what I added stands behind what it stood
 * behind. Keys that one of them took out are among them: whether they stay gone is not decided here.
 */
function inOrder(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const [own, other] = [new Set(mine), new Set(theirs)]
  const common = new Set(base.filter(key => own.has(key) && other.has(key)))
  const shared = (keys: readonly string[]) => keys.filter(key => common.has(key)).join('\n')
  const moved = shared(mine) !== shared(base)
  const [first, second] = moved ? [mine, theirs] : [theirs, mine]
  const order = [...first]
  const placed = new Set(first)
  second.forEach((key, i) => {
    // What stands before it there has its place by now.
    if (!placed.has(key)) order.splice(i === 0 ? 0 : order.indexOf(second[i - 1]!) + 1, 0, key)
  })
  return order
}

/** The document with the place of a clash as it is in theirs; where I have since taken out what it is in, it stays out. */
export const withTheirs = (
  document: PolicyDocument,
  theirs: PolicyDocument,
  { path }: Clash,
): PolicyDocument => takenFrom(document, theirs, path) as PolicyDocument

function takenFrom(mine: unknown, theirs: unknown, [key, ...rest]: MergePath): unknown {
  if (key === undefined) return theirs
  if (Array.isArray(mine)) return takenIntoList(mine, Array.isArray(theirs) ? theirs : [], key, rest)
  if (!isObject(mine)) return mine
  const next = takenFrom(mine[key], isObject(theirs) ? theirs[key] : undefined, rest)
  const { [key]: _, ...others } = mine
  // In its own place, so that nothing seems to have been moved.
  return next === undefined ? others : { ...mine, [key]: next }
}

function takenIntoList(mine: unknown[], theirs: unknown[], key: string, rest: MergePath): unknown[] {
  const placeOf = (key: string | undefined, list: unknown[]) => list.findIndex(item => keyOf(item) === key)
  const [here, there] = [placeOf(key, mine), placeOf(key, theirs)]
  const next = here < 0 && rest.length > 0 ? undefined : takenFrom(mine[here], theirs[there], rest)
  if (here >= 0) return mine.toSpliced(here, 1, ...(next === undefined ? [] : [next]))
  if (next === undefined) return mine
  // Put back, it stands behind what it stands behind there: the order of tiers and of answers means something.
  const before = theirs.slice(0, there).findLast(item => placeOf(keyOf(item), mine) >= 0)
  return mine.toSpliced(before === undefined ? 0 : placeOf(keyOf(before), mine) + 1, 0, next)
}
