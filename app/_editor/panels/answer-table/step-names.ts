import type { Handbook } from '@/compiler/language/handbook'
import { KINDS, type Node } from '@/compiler/language/kinds'
import { nodeTitle } from '../../kinds'

/** What steps are called in cells, and which step a text names. */
export interface StepNames {
  nameOf(id: string): string
  /** The id of the step; undefined where the text names none, or more than one. */
  idOf(text: string): string | undefined
}

/** Steps that an answer may lead to, by their titles; where several share a title, their ids tell them apart. */
export function stepNames(nodes: readonly Node[], handbook: Handbook): StepNames {
  const byTitle = new Map<string, string[]>()
  const titles = new Map<string, string>()
  for (const node of nodes) {
    if (!KINDS[node.kind].enterable) continue
    const title = nodeTitle(node, handbook).replace(/\s+/g, ' ').trim()
    titles.set(node.id, title)
    const key = title.toLowerCase()
    byTitle.set(key, [...(byTitle.get(key) ?? []), node.id])
  }
  const shared = (title: string) => (byTitle.get(title.toLowerCase())?.length ?? 0) > 1
  const nameOf = (id: string) => {
    const title = titles.get(id)
    if (title === undefined) return id
    // A title that is another step's id would lead there.
    return shared(title) || (titles.has(title) && title !== id) ? `${title} (${id})` : title
  }
  const byName = new Map([...titles.keys()].map(id => [nameOf(id).toLowerCase(), id]))
  return {
    nameOf,
    idOf(text) {
      const plain = text.replace(/\s+/g, ' ').trim()
      if (titles.has(plain)) return plain
      return byName.get(plain.toLowerCase())
    },
  }
}
