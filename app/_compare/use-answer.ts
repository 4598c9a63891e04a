'use client'

import { useEffect, useState } from 'react'
import type { CompareAnswer, CompareRequest } from './comparing'
import type { Side } from './side'

/** `stopped`: the comparison broke off. */
export type Answered = CompareAnswer | { is: 'stopped' }

interface Held {
  request: CompareRequest
  answer: Answered
}

/** The comparison of two documents, made in a worker of its own; what it says of others is nothing to these. */
export function useAnswer(one: Side, other: Side): Answered {
  const { document: from, handbook: fromHandbook } = one
  const { document: to, handbook: toHandbook } = other
  const [held, setHeld] = useState<Held | null>(null)
  useEffect(() => {
    const request = { from, to, handbooks: { from: fromHandbook, to: toHandbook } }
    const hold = (answer: Answered) => setHeld({ request, answer })
    const worker = new Worker(new URL('./compare.worker.ts', import.meta.url))
    worker.onmessage = ({ data }: MessageEvent<CompareAnswer>) => hold(data)
    worker.onerror = event => {
      event.preventDefault()
      hold({ is: 'stopped' })
    }
    worker.postMessage(request satisfies CompareRequest)
    return () => worker.terminate()
  }, [from, to, fromHandbook, toHandbook])
  return held?.request.from === from && held.request.to === to
    ? held.answer
    : { is: 'checking', which: 'from' }
}
