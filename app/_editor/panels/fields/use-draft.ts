import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** Long enough that a fast typist does not pay for the document at every key; short enough that the chart keeps up. */
const DELAY = 200

/**
 * A field's own copy of a value while somebody types in it. What is typed is committed after a short pause, on
 * leaving the field, and when the field goes away; with `delay` null, not by a pause. In between, the value from
 * outside shows; so undo reaches the field too. A field that is used for another thing needs another key.
 */
export function useDraft<T>(value: T, commit: (value: T) => void, delay: number | null = DELAY) {
  const [draft, setDraft] = useState<{ value: T } | null>(null)
  const pending = useRef<{ value: T } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  // The commit of the moment, not of the key press: fields that lie together write into one value, and a field left
  // just now has changed it since.
  const latest = useRef(commit)
  useLayoutEffect(() => {
    latest.current = commit
  })

  const flush = useCallback(() => {
    clearTimeout(timer.current)
    const waiting = pending.current
    pending.current = null
    setDraft(null)
    if (waiting) latest.current(waiting.value)
  }, [])

  const change = (next: T) => {
    setDraft({ value: next })
    pending.current = { value: next }
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
