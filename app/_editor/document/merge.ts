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
  const common = new Set(base.filter(key => mine.includes(key) && theirs.includes(key)))
  const shared = (keys: readonly string[]) => keys.filter(key => common.has(key)).join('\n')
  const moved = shared(mine) !== shared(base)
  const [first, second] = moved ? [mine, theirs] : [theirs, mine]
  const order = [...first]
  second.forEach((key, i) => {
    if (order.includes(key)) return
    const before = second.slice(0, i).findLast(each => order.includes(each))
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key)
  })
  return order
}

/** The document with one place as somebody else has it; `undefined` takes it out. */
export function withValue(document: PolicyDocument, { path }: Clash, value: unknown): PolicyDocument {
  return setAt(document, path, value) as PolicyDocument
}

function setAt(at: unknown, [key, ...rest]: MergePath, value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(at)) {
    const there = at.some(item => keyOf(item) === key)
    const all = there ? at : [...at, undefined]
    return all
      .map(item => (item === undefined || keyOf(item) === key ? setAt(item, rest, value) : item))
      .filter(item => item !== undefined)
  }
  const { [key]: _, ...others } = isObject(at) ? at : {}
  const next = setAt(isObject(at) ? at[key] : undefined, rest, value)
  if (next === undefined) return others
  // In its own place, so that nothing seems to have been moved.
  return isObject(at) && key in at ? { ...at, [key]: next } : { ...others, [key]: next }
}
