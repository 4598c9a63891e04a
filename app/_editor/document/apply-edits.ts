import type { Edit } from '@/compiler/language/finding'
import type { PolicyDocument } from '@/compiler/language/policy'

type Container = Record<string | number, unknown>

/** Makes the edits of a fix in a document that may be changed, one after another. What is on the way and missing is made. */
export function applyEdits(draft: PolicyDocument, edits: readonly Edit[]): void {
  for (const { path, value } of edits) {
    const last = path[path.length - 1]
    if (last === undefined) continue
    const owner = path.slice(0, -1).reduce<Container>(
      (container, key, i) => {
        container[key] ??= typeof path[i + 1] === 'number' ? [] : {}
        return container[key] as Container
      },
      draft as unknown as Container,
    )
    if (value !== undefined) owner[last] = value
    else if (Array.isArray(owner)) owner.splice(Number(last), 1)
    else delete owner[last]
  }
}
