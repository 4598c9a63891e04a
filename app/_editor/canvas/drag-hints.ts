import { createContext, use } from 'react'
import { createStore, type StoreApi, useStore } from 'zustand'
import type { Guide } from './guides'

/** What the canvas shows only while something is dragged over it. */
export interface Hints {
  guides: readonly Guide[]
  /** The line that what is dragged would go into. */
  line: string | null
}

export const createHints = () => createStore<Hints>(() => ({ guides: [], line: null }))

const Context = createContext<StoreApi<Hints> | null>(null)
export const HintsProvider = Context

export function useHintsStore(): StoreApi<Hints> {
  const hints = use(Context)
  if (!hints) throw new Error('Hints are used outside the canvas.')
  return hints
}

export const useHints = <T>(selector: (hints: Hints) => T): T => useStore(useHintsStore(), selector)
