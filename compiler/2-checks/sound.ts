import type { Graph } from '../1-graph/graph'
import type { Code, Say } from '../language/finding'
import type { Shelf } from '../memory/memory'
import { once } from '../memory/once'

/** Parts of documents in which a check has found nothing, with everything else that it went by. */
class SoundParts implements Shelf {
  /** What it holds, it holds as long as the parts are there. */
  readonly size = 0
  readonly byCheck = new Map<string, WeakMap<object, readonly unknown[]>>()
}

/** What a check has found nothing in, and need not look at again as long as all that it goes by is the same. */
export interface Sound {
  has: (part: object, by: readonly unknown[]) => boolean
  add: (part: object, by: readonly unknown[]) => void
  /** What is found in a part. It is not looked for where `has` says that there is nothing. */
  find: (part: object, by: readonly unknown[], look: () => Iterable<Say>) => readonly Say[]
}

/** `kind` keeps apart what one check looks for in the same part of a document. */
export function soundIn(graph: Graph, code: Code, kind = ''): Sound {
  const { byCheck } = graph.memory.shelf(SoundParts)
  const key = `${code} ${kind}`
  const parts = once(byCheck, key, () => new WeakMap())
  const sound: Sound = {
    has: (part, by) => {
      const known = parts.get(part)
      return known !== undefined && by.every((each, i) => each === known[i])
    },
    add: (part, by) => parts.set(part, by),
    find: (part, by, look) => {
      if (sound.has(part, by)) return []
      const found = [...look()]
      if (found.length === 0) sound.add(part, by)
      return found
    },
  }
  return sound
}
