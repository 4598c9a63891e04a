import type { Finding } from '@/compiler/language/finding'
import { finding } from '@/compiler/language/finding'
import type { SharedHandbook } from '@/compiler/language/handbook'
import type { Policy, PolicyDocument } from '@/compiler/language/policy'
import type { Artifact } from '@/compiler/runtime/artifact'
import type { DraftKind, EditorData } from './state'
import type { EditorStore } from './store'
import { takenIn } from './taken-in'

export interface CheckRequest {
  number: number
  kind: DraftKind
  document: PolicyDocument
  /** The shared handbook that the document takes in; null where it takes none in, or there is none. */
  handbook: SharedHandbook | null
}

/** What has to be known to check a document; null while the shared handbook that it takes in is not here. */
export function checkRequest(
  { kind, shared }: Pick<EditorData, 'kind' | 'shared'>,
  document: PolicyDocument,
): Omit<CheckRequest, 'number'> | null {
  const handbook = takenIn(document, shared)
  return handbook === undefined ? null : { kind, document, handbook }
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
const REST = 25
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
    const request = checkRequest(store.getState(), document)
    if (!request) return
    if (asked) {
      const waited = Date.now() - asked.at
      if (waited < PATIENCE) {
        timer = setTimeout(check, PATIENCE - waited)
        return
      }
      restart()
    }
    worker ??= listen(makeWorker())
    asked = { number: ++number, ...request, at: Date.now() }
    worker.postMessage({ number, ...request })
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
    if (now.document === before.document && now.shared === before.shared) return
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
