import type { Graph } from '../1-graph/graph'
import type { Code } from '../language/finding'
import type { Shelf } from '../memory/memory'

/** Parts of documents in which a check has found nothing, with everything else that it went by. */
class SoundParts implements Shelf {
  /** What it holds, it holds as long as the parts are there. */
  readonly size = 0
  readonly byCheck = new Map<string, WeakMap<object, readonly unknown[]>>()
}

/** What a check has found nothing in, and need not look at again as long as all that it goes by is the same. */
export interface Sound {
  has: (part: object, ...by: readonly unknown[]) => boolean
  add: (part: object, ...by: readonly unknown[]) => void
}

/** `kind` keeps apart what one check looks for in the same part of a document. */
export function soundIn(graph: Graph, code: Code, kind = ''): Sound {
  const { byCheck } = graph.memory.shelf(SoundParts)
  const key = `${code} ${kind}`
  const parts = byCheck.get(key) ?? new WeakMap<object, readonly unknown[]>()
  byCheck.set(key, parts)
  return {
    has: (part, ...by) => {
      const known = parts.get(part)
      return known !== undefined && by.every((each, i) => each === known[i])
    },
    add: (part, ...by) => parts.set(part, by),
  }
}
