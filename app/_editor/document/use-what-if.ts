'use client'

import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { PolicyDocument } from '@/compiler/language/policy'
import { checkRequest } from './checking'
import { type Consequences, consequences } from './consequences'
import { makeCheckWorker } from './make-check-worker'
import type { EditorStore } from './store'
import { startWhatIf, type WhatIf } from './what-if'

export type Foreseen = 'nothing-changed' | 'looking' | 'unknown' | Consequences

/**
 * What a change that nobody has made yet would do to the findings. `changed` is the document as it would be, null for
 * none; the same object while the change is the same.
 */
export function useWhatIf(store: EditorStore, changed: PolicyDocument | null): Foreseen {
  const checked = useStore(store, state => state.checkedDocument === state.document)
  const findings = useStore(store, state => state.findings)
  const kind = useStore(store, state => state.kind)
  const shared = useStore(store, state => state.shared)
  const whatIf = useRef<WhatIf | null>(null)
  const [seen, setSeen] = useState<{ of: PolicyDocument; foreseen: Foreseen } | null>(null)

  useEffect(
    () => () => {
      whatIf.current?.stop()
      whatIf.current = null
    },
    [],
  )
  useEffect(() => {
    if (!changed || !checked) return
    let current = true
    whatIf.current ??= startWhatIf(makeCheckWorker)
    const request = checkRequest({ kind, shared }, changed)
    if (!request) return
    void whatIf.current.ask(request).then(after => {
      if (current) setSeen({ of: changed, foreseen: after ? consequences(findings, after) : 'unknown' })
    })
    return () => {
      current = false
    }
  }, [changed, checked, findings, kind, shared])

  if (!changed) return 'nothing-changed'
  return seen?.of === changed ? seen.foreseen : 'looking'
}
