import type { Graph } from '../1-graph/graph'
import type { Path } from '../1-graph/read-tests'
import type { Edit, Fix } from '../language/finding'
import { isInDocument } from './in-document'

/**
 * Puts the nearest name in the place of one that does not exist: of a value, of a key, and in braces within words.
 * None where nothing is near, or the nearest has an entry of its own there.
 */
export function nearestFix(
  graph: Graph,
  path: Path,
  name: string,
  nearest: string | undefined,
): Fix | undefined {
  if (nearest === undefined || !isInDocument(graph, path)) return undefined
  const edits = renamed(graph, path, name, nearest)
  return edits && { title: `Write “${nearest}”`, edits }
}

function renamed(graph: Graph, path: Path, name: string, nearest: string): Edit[] | undefined {
  const at = valueAt(graph, path)
  if (at === name) return [{ path, value: nearest }]
  if (path.at(-1) === name) {
    const owner = path.slice(0, -1)
    if (Object.hasOwn(valueAt(graph, owner) as object, nearest)) return undefined
    return [{ path }, { path: [...owner, nearest], value: at }]
  }
  return typeof at === 'string' ? [{ path, value: at.replaceAll(`{${name}}`, `{${nearest}}`) }] : undefined
}

const valueAt = (graph: Graph, path: Path): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], graph.policy)
