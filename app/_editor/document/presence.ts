import type { EditorStore } from './store'

/** Another tab that has the draft open: somebody else's, or one's own. */
export interface Other {
  tab: string
  name: string
  own: boolean
  /** Ids of the steps and lines that they have selected. */
  at: string[]
}

export interface PresenceCalls {
  /** Says that this tab has the draft open; answers the newest revision, and who else is here. */
  here(input: { policy: string; tab: string; at: string[] }): Promise<{
    revision: number
    others: Other[]
  }>
  /** Says good-bye, also from a page that is about to be gone; nobody waits for an answer. */
  leave(input: { policy: string; tab: string }): void
}

/** How often a tab says that it is there, and hears who else is, in milliseconds. */
const EVERY = 3000
/** As many as the server takes; whoever has selected more is everywhere. */
const MOST = 100

/** What somebody is called who has the draft open, too. */
export const nameOf = ({ name, own }: Other) => (own ? 'You, in another tab' : name)

/**
 * Tells the server where somebody is, and the store who else is here, for as long as the tab can be seen. `seen` is
 * called with each revision that the server names. A page that is left says good-bye, and is here again where the
 * browser kept it and somebody comes back to it.
 */
export function startPresence(
  store: EditorStore,
  calls: PresenceCalls,
  seen: (revision: number) => Promise<void>,
): () => void {
  const tab = crypto.randomUUID()
  const policy = store.getState().policyName
  let timer: ReturnType<typeof setTimeout> | undefined
  let away = false
  let stopped = false

  const ask = async () => {
    const { nodes, edges } = store.getState().selection
    const { revision, others } = await calls.here({ policy, tab, at: [...nodes, ...edges].slice(0, MOST) })
    if (stopped || away) return
    store.getState().setOthers(others)
    await seen(revision)
  }
  const again = async () => {
    // Without a server nobody is known to be here; saving says that there is none.
    if (document.visibilityState === 'visible') await ask().catch(() => store.getState().setOthers([]))
    if (!stopped && !away) timer = setTimeout(again, EVERY)
  }
  const leave = () => {
    away = true
    clearTimeout(timer)
    calls.leave({ policy, tab })
  }
  const comeBack = () => {
    if (!away) return
    away = false
    void again()
  }
  window.addEventListener('pagehide', leave)
  window.addEventListener('pageshow', comeBack)
  void again()

  return () => {
    stopped = true
    window.removeEventListener('pagehide', leave)
    window.removeEventListener('pageshow', comeBack)
    leave()
  }
}
