import type { Finding } from '@/compiler/language/finding'
import type { CheckRequest, CheckWorker } from './checking'

export interface WhatIf {
  /**
   * Checks a document that nobody has saved. Answers with its findings, or with null where a newer question, or the
   * end, came in between, or where the checks could not be finished.
   */
  ask(request: Omit<CheckRequest, 'number'>): Promise<Finding[] | null>
  stop(): void
}

interface Question {
  request: Omit<CheckRequest, 'number'>
  answer: (findings: Finding[] | null) => void
}

/** A check under way gives way to a newer question after so many milliseconds. */
const PATIENCE = 400

/** Checks what a change would lead to in a worker of its own, so that the checks of the draft itself do not wait. */
export function startWhatIf(makeWorker: () => CheckWorker): WhatIf {
  let worker: CheckWorker | null = null
  let running: (Question & { number: number }) | null = null
  let waiting: Question | null = null
  let number = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const finish = (findings: Finding[] | null) => {
    clearTimeout(timer)
    const done = running
    running = null
    done?.answer(findings)
    next()
  }
  const giveUp = () => {
    worker?.terminate()
    worker = null
    finish(null)
  }
  const listen = (fresh: CheckWorker) => {
    fresh.onmessage = ({ data }) => {
      if (data.number === running?.number) finish(data.findings)
    }
    fresh.onerror = event => {
      event.preventDefault?.()
      giveUp()
    }
    return fresh
  }
  const next = () => {
    if (!waiting || running) return
    running = { ...waiting, number: ++number }
    waiting = null
    worker ??= listen(makeWorker())
    worker.postMessage({ number, ...running.request })
  }

  return {
    ask: request =>
      new Promise(answer => {
        waiting?.answer(null)
        waiting = { request, answer }
        if (running) {
          clearTimeout(timer)
          timer = setTimeout(giveUp, PATIENCE)
        } else next()
      }),
    stop() {
      waiting?.answer(null)
      waiting = null
      giveUp()
    },
  }
}
