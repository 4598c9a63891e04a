import type { Edit, Fix } from './finding'

type Container = unknown[] | Record<string, unknown>

/**
 * The document with a fix applied: a new one in which only what lies on the way to an edit is copied. What it is given
 * stays as it is.
 *
 * @throws RangeError where an edit leads to a place that is not there: the fix is one of another document.
 */
export const applyFix = <T>(document: T, { edits }: Pick<Fix, 'edits'>): T =>
  edits.reduce<unknown>((at, edit) => applyEdit(at, edit, 0), document) as T

function applyEdit(at: unknown, edit: Edit, depth: number): unknown {
  const { path, value } = edit
  if (depth === path.length) return structuredClone(value)
  if (typeof at !== 'object' || at === null)
    throw new RangeError(`There is no ${path.slice(0, depth + 1).join('.')} in this document.`)
  const key = path[depth]!
  const last = depth === path.length - 1
  const adds = last && value !== undefined
  const there = Array.isArray(at)
    ? Number.isInteger(key) && (key as number) >= 0 && (key as number) < at.length + Number(adds)
    : Object.hasOwn(at, key) || adds
  if (!there) throw new RangeError(`There is no ${path.slice(0, depth + 1).join('.')} in this document.`)
  return last && value === undefined
    ? without(at as Container, key)
    : put(at as Container, key, applyEdit((at as Record<string | number, unknown>)[key], edit, depth + 1))
}

function without(at: Container, key: string | number): Container {
  if (Array.isArray(at)) return at.toSpliced(key as number, 1)
  const { [key]: _, ...rest } = at
  return rest
}

const put = (at: Container, key: string | number, value: unknown): Container =>
  Array.isArray(at) ? Object.assign([...at], { [key]: value }) : { ...at, [key]: value }
