import { useCallback, useEffect, useRef, useState } from 'react'

interface Pending<T> {
  value: T
  commit: (value: T) => void
}

/** Long enough that a fast typist does not pay for the document at every key; short enough that the chart keeps up. */
const DELAY = 200

/**
 * A field's own copy of a value while somebody types in it. What is typed is committed after a short pause, on
 * leaving the field, and when the field goes away, to the place it was typed for. In between, the value from outside
 * shows; so undo reaches the field too.
 */
export function useDraft<T>(value: T, commit: (value: T) => void, delay: number | null = DELAY) {
  const [draft, setDraft] = useState<{ value: T } | null>(null)
  const pending = useRef<Pending<T> | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const flush = useCallback(() => {
    clearTimeout(timer.current)
    const waiting = pending.current
    pending.current = null
    setDraft(null)
    waiting?.commit(waiting.value)
  }, [])

  const change = (next: T) => {
    setDraft({ value: next })
    pending.current = { value: next, commit }
    clearTimeout(timer.current)
    if (delay !== null) timer.current = setTimeout(flush, delay)
  }

  const revert = () => {
    clearTimeout(timer.current)
    pending.current = null
    setDraft(null)
  }

  useEffect(() => flush, [flush])

  return { value: draft ? draft.value : value, editing: draft !== null, change, flush, revert }
}
