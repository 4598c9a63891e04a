'use client'

import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import { type Autosave, type EditorCalls, startAutosave } from './autosave'
import { startChecking } from './checking'
import { type FetchHandbook, startFetchingHandbooks } from './fetch-handbooks'
import { makeCheckWorker } from './make-check-worker'
import { startPresence } from './presence'
import { NO_COPIES, type SafetyCopies, type SafetyCopy, safetyCopies } from './safety-copy'
import { sameJson } from './same-json'
import { createEditorStore, EditorContext, type EditorStart } from './store'

interface Saving {
  /** `null` until the page is alive. */
  autosave: Autosave | null
  /** Work left over from a tab that was closed or crashed before the server had it. */
  left: SafetyCopy | null
  putBack(): void
  discard(): void
}

const SavingContext = createContext<Saving>({ autosave: null, left: null, putBack() {}, discard() {} })

export const useSaving = () => use(SavingContext)

interface EditorProviderProps {
  start: EditorStart
  calls: EditorCalls
  fetchHandbook: FetchHandbook
  children: ReactNode
}

/** The editor of one policy: its store, saved and checked for as long as it is on the page. */
export function EditorProvider({ start, calls, fetchHandbook, children }: EditorProviderProps) {
  const [store] = useState(() => createEditorStore(start))
  const [running, setRunning] = useState<{ autosave: Autosave; copies: SafetyCopies } | null>(null)
  const [left, setLeft] = useState<SafetyCopy | null>(null)

  useEffect(() => startChecking(store, makeCheckWorker), [store])
  useEffect(() => startFetchingHandbooks(store, fetchHandbook), [store, fetchHandbook])

  useEffect(() => {
    const { readOnly, policyName } = store.getState()
    // Whoever changes nothing has nothing to save; what others save comes in all the same.
    const copies = readOnly ? NO_COPIES : safetyCopies(policyName)
    const autosave = startAutosave(store, calls, copies)
    const leave = startPresence(store, calls, autosave.seen)
    setRunning({ autosave, copies })
    const onVisibility = () =>
      document.visibilityState === 'hidden' ? void autosave.flush() : autosave.wake()
    const onOnline = () => autosave.wake()
    const onLeaving = () => autosave.leave()
    document.addEventListener('visibilitychange', onVisibility)
    window.addEventListener('online', onOnline)
    window.addEventListener('pagehide', onLeaving)
    void copies.left().then(found => {
      const news = found.filter(copy => !sameJson(copy.document, store.getState().saved.document))
      // What the server has already is no loss.
      for (const copy of found) if (!news.includes(copy)) copies.drop(copy.key)
      setLeft(news[0] ?? null)
    })
    return () => {
      leave()
      document.removeEventListener('visibilitychange', onVisibility)
      window.removeEventListener('online', onOnline)
      window.removeEventListener('pagehide', onLeaving)
      // Within the app, leaving the page is no reason to lose the last second of typing.
      void autosave.flush().finally(() => autosave.stop())
    }
  }, [store, calls])

  const done = () => {
    if (left) running?.copies.drop(left.key)
    setLeft(null)
  }
  const saving: Saving = {
    autosave: running?.autosave ?? null,
    left,
    putBack() {
      if (left) store.getState().replace('Put back unsaved work', left.document)
      done()
    },
    discard: done,
  }

  return (
    <EditorContext value={store}>
      <SavingContext value={saving}>{children}</SavingContext>
    </EditorContext>
  )
}
