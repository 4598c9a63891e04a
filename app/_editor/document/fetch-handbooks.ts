import type { SharedHandbook } from '@/compiler/language/handbook'
import type { EditorStore } from './store'
import { handbookKey, referenceOf, takenIn } from './taken-in'

/** Asks for a published version of a shared handbook; null where there is none. Rejects where nobody answers. */
export type FetchHandbook = (name: string, version: number) => Promise<SharedHandbook | null>

/** How long to wait before a handbook is asked for again that did not come, in milliseconds. */
const RETRY = 4000

/**
 * Fetches whatever version of a shared handbook the document comes to take in: by moving to it, by undo, or by somebody
 * else's save. A published version never changes, so none is fetched twice. Returns what stops it.
 */
export function startFetchingHandbooks(store: EditorStore, fetch: FetchHandbook): () => void {
  const asked = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  const look = () => {
    const { document, shared } = store.getState()
    const reference = referenceOf(document)
    if (!reference || takenIn(document, shared) !== undefined) return
    const key = handbookKey(reference)
    if (asked.has(key)) return
    asked.add(key)
    fetch(reference.name, reference.version).then(
      handbook => {
        if (!stopped) store.getState().knowHandbook(reference, handbook)
      },
      () => {
        asked.delete(key)
        clearTimeout(timer)
        if (!stopped) timer = setTimeout(look, RETRY)
      },
    )
  }
  const unsubscribe = store.subscribe((now, before) => {
    if (now.document !== before.document) look()
  })
  look()
  return () => {
    stopped = true
    clearTimeout(timer)
    unsubscribe()
  }
}
