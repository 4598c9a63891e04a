import { describe, expect, it, vi } from 'vitest'
import type { CheckRequest, CheckWorker } from '@/app/_editor/document/checking'
import { consequences } from '@/app/_editor/document/consequences'
import { startWhatIf } from '@/app/_editor/document/what-if'
import { foreseenWords, toldOnce } from '@/app/_editor/panels/handbook/foreseen-words'
import { compileAll } from '@/compiler/compile'
import { finding } from '@/compiler/language/finding'
import type { PolicyDocument } from '@/compiler/language/policy'
import { smallPolicy } from './small-policy'

const limited = (limit: string): PolicyDocument => {
  const document = smallPolicy()
  document.handbook.actions!.credit!.grants = { T1: { amount: limit } }
  return document
}
const about = (document: PolicyDocument) => ({ kind: 'policy' as const, document, handbook: null })
const findingsOf = (document: PolicyDocument) => compileAll(document).findings

describe('what a change would do to the findings', () => {
  it('is what comes and what goes', () => {
    const [fine, less] = [findingsOf(limited('<= 25')), findingsOf(limited('<= 5'))]
    const raised = consequences(fine, less)
    expect(raised.raised.map(({ code }) => code)).toEqual(['no-authority'])
    expect(raised.settled).toEqual([])
    expect(consequences(less, fine)).toEqual({ raised: [], settled: raised.raised })
    expect(foreseenWords(raised)).toBe('This would raise 1 error.')
  })

  it('is not that the same is said in other words', () => {
    const [five, six] = [findingsOf(limited('<= 5')), findingsOf(limited('<= 6'))]
    expect(five).not.toEqual(six)
    expect(consequences(five, six)).toEqual({ raised: [], settled: [] })
  })

  it('counts two that say the same, and knows a place by its names where indexes have moved', () => {
    const rule = (index: number, message: string) =>
      finding('guardrail', { message, path: ['handbook', 'guardrails', index], nodes: ['no'] })
    const [a, b] = [rule(0, 'a is broken'), rule(1, 'b is broken')]
    expect(consequences([a, b], [rule(0, 'b is broken')])).toEqual({ raised: [], settled: [a] })
    const unused = finding('unused', { message: 'Nothing uses it.', path: ['handbook', 'facts', 'gift'] })
    expect(consequences([unused], [unused, unused]).raised).toEqual([unused])
  })

  it('is said in a sentence, errors before warnings, the same once', () => {
    const error = finding('gap', { message: 'No answer.' })
    const warning = finding('unused', { message: 'Nothing uses it.' })
    expect(foreseenWords({ raised: [], settled: [] })).toBe('No finding would come or go.')
    expect(foreseenWords({ raised: [error, error, warning], settled: [warning] })).toBe(
      'This would raise 2 errors and 1 warning, and settle 1 warning.',
    )
    expect(foreseenWords({ raised: [], settled: [error] })).toBe('This would settle 1 error.')
    expect(toldOnce([warning, error, error])).toEqual([
      { finding: error, times: 2 },
      { finding: warning, times: 1 },
    ])
  })
})

describe('asking what would be', () => {
  /** Workers that answer when they are told to. */
  function desk() {
    const workers: (CheckWorker & { asked: CheckRequest[]; gone: boolean; answer: () => void })[] = []
    const make = () => {
      const worker = {
        asked: [] as CheckRequest[],
        gone: false,
        onmessage: null as CheckWorker['onmessage'],
        onerror: null,
        postMessage: (request: CheckRequest) => void worker.asked.push(request),
        terminate: () => {
          worker.gone = true
        },
        answer() {
          const { number, document } = worker.asked.at(-1)!
          const data = { number, policy: null, findings: findingsOf(document), artifacts: null }
          worker.onmessage?.({ data } as never)
        },
      }
      workers.push(worker)
      return worker
    }
    return { workers, whatIf: startWhatIf(make) }
  }

  it('is answered by the newest question; one in between is answered by nothing', async () => {
    const { workers, whatIf } = desk()
    const first = whatIf.ask(about(limited('<= 25')))
    const second = whatIf.ask(about(limited('<= 4')))
    const third = whatIf.ask(about(limited('<= 5')))
    expect(await second).toBeNull()
    workers[0]!.answer()
    expect(await first).toEqual(findingsOf(limited('<= 25')))
    workers[0]!.answer()
    expect((await third)?.map(({ code }) => code)).toContain('no-authority')
    expect(workers).toHaveLength(1)
  })

  it('does not wait long for a check that is not wanted any more', async () => {
    vi.useFakeTimers()
    const { workers, whatIf } = desk()
    const slow = whatIf.ask(about(limited('<= 25')))
    const wanted = whatIf.ask(about(limited('<= 5')))
    vi.advanceTimersByTime(1000)
    expect(await slow).toBeNull()
    expect(workers.map(({ gone }) => gone)).toEqual([true, false])
    workers[1]!.answer()
    expect(await wanted).not.toBeNull()
    vi.useRealTimers()
  })

  it('ends with the form that asked', async () => {
    const { workers, whatIf } = desk()
    const open = whatIf.ask(about(limited('<= 25')))
    whatIf.stop()
    expect(await open).toBeNull()
    expect(workers[0]!.gone).toBe(true)
  })
})
