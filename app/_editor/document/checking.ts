import type { Finding } from '@/compiler/language/finding'
import { finding } from '@/compiler/language/finding'
import type { Policy, PolicyDocument } from '@/compiler/language/policy'
import type { Artifact } from '@/compiler/runtime/artifact'
import type { EditorStore } from './store'

export interface CheckRequest {
  number: number
  document: PolicyDocument
}
export interface CheckAnswer {
  number: number
  policy: Policy | null
  findings: Finding[]
  artifacts: Record<string, Artifact> | null
}

/** The part of a `Worker` that checking uses. */
export interface CheckWorker {
  postMessage(request: CheckRequest): void
  terminate(): void
  onmessage: ((event: MessageEvent<CheckAnswer>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

/** How long an edit has to rest before it is checked, in milliseconds. */
const REST = 120
/** A check that takes longer than this gives way to a newer document. */
const PATIENCE = 2000

const stopped = (): Finding =>
  finding('undecided', {
    message:
      'The checks stopped on this draft before they came to an end. Undo the last change to have them run again.',
  })

/**
 * Keeps the findings and tables of the store those of its document: one check at a time, the newest document next.
 * Returns what stops it.
 */
export function startChecking(store: EditorStore, makeWorker: () => CheckWorker): () => void {
  let worker: CheckWorker | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked: (CheckRequest & { at: number }) | null = null
  let number = 0

  const restart = () => {
    worker?.terminate()
    worker = null
    asked = null
  }

  const check = () => {
    clearTimeout(timer)
    const { document, checkedDocument } = store.getState()
    if (document === checkedDocument || document === asked?.document) return
    if (asked) {
      const waited = Date.now() - asked.at
      if (waited < PATIENCE) {
        timer = setTimeout(check, PATIENCE - waited)
        return
      }
      restart()
    }
    worker ??= listen(makeWorker())
    asked = { number: ++number, document, at: Date.now() }
    worker.postMessage({ number, document })
  }

  const listen = (fresh: CheckWorker) => {
    fresh.onmessage = ({ data: { number: answered, ...result } }) => {
      if (!asked || answered !== asked.number) return
      const { document } = asked
      asked = null
      store.getState().checked({ document, ...result })
      check()
    }
    fresh.onerror = event => {
      event.preventDefault?.()
      const document = asked?.document
      restart()
      if (document)
        store.getState().checked({ document, policy: null, artifacts: null, findings: [stopped()] })
      check()
    }
    return fresh
  }

  const unsubscribe = store.subscribe((now, before) => {
    if (now.document === before.document) return
    clearTimeout(timer)
    timer = setTimeout(check, REST)
  })
  check()

  return () => {
    unsubscribe()
    clearTimeout(timer)
    restart()
  }
}
