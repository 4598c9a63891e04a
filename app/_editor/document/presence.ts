import type { EditorStore } from './store'

/** Somebody else who has the draft open. */
export interface Other {
  tab: string
  name: string
  /** Ids of the steps and lines that they have selected. */
  at: string[]
}

export interface PresenceCalls {
  /** Says that this tab has the draft open; answers the newest revision, and who else is here. */
  here(input: { policy: string; tab: string; at: string[]; leaves?: boolean }): Promise<{
    revision: number
    others: Other[]
  }>
}

/** How often a tab says that it is there, and hears who else is, in milliseconds. */
const EVERY = 3000
/** As many as the server takes; whoever has selected more is everywhere. */
const MOST = 100

/**
 * Tells the server where somebody is, and the store who else is here, for as long as the tab can be seen. `seen` is
 * called with each revision that the server names.
 */
export function startPresence(
  store: EditorStore,
  calls: PresenceCalls,
  seen: (revision: number) => Promise<void>,
): () => void {
  const tab = crypto.randomUUID()
  const policy = store.getState().policyName
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  const ask = async () => {
    const { nodes, edges } = store.getState().selection
    const { revision, others } = await calls.here({ policy, tab, at: [...nodes, ...edges].slice(0, MOST) })
    if (stopped) return
    store.getState().setOthers(others)
    await seen(revision)
  }
  const again = async () => {
    // Without a server nobody is known to be here; saving says that there is none.
    if (document.visibilityState === 'visible') await ask().catch(() => store.getState().setOthers([]))
    if (!stopped) timer = setTimeout(again, EVERY)
  }
  void again()

  return () => {
    stopped = true
    clearTimeout(timer)
    calls.here({ policy, tab, at: [], leaves: true }).catch(() => {})
  }
}
