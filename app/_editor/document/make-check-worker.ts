import { type Change, changeOf, withChange } from './change'
import type { CheckAnswer, CheckWorker } from './checking'

/** What goes to the worker and what comes back: what has become of what went before it. */
export interface Changed {
  number: number
  change: Change | null
}

/**
 * A worker of its own, in which the whole compiler runs beside the page. Only changes go to and fro, and what they leave
 * alone stays the same object: a policy of ten thousand rows is not copied for one cell.
 */
export function makeCheckWorker(): CheckWorker {
  const worker = new Worker(new URL('./check.worker.ts', import.meta.url))
  let sent: unknown = null
  let answered: unknown = null
  const checking: CheckWorker = {
    onmessage: null,
    onerror: null,
    postMessage({ number, ...asked }) {
      const request: Changed = { number, change: changeOf(sent, asked) }
      sent = asked
      worker.postMessage(request)
    },
    terminate: () => worker.terminate(),
  }
  worker.onmessage = ({ data: { number, change } }: MessageEvent<Changed>) => {
    answered = withChange(answered, change)
    const data: CheckAnswer = { ...(answered as Omit<CheckAnswer, 'number'>), number }
    checking.onmessage?.(new MessageEvent('message', { data }))
  }
  worker.onerror = event => checking.onerror?.(event)
  return checking
}
