import { type Domain, setOf } from '../language/tests/domain'
import { printTest } from '../language/tests/print'
import type { Test } from '../language/tests/test'
import { isEmpty, type ValueSet } from '../language/tests/value-set'

/** The test with its intervals from low to high, where one of them is written the other way and now something passes. */
export function turnedRound(test: Test, domain: Domain): { text: string; set: ValueSet } | undefined {
  if (test.is === 'any') return undefined
  let turned = false
  const items = test.items.map(item => {
    if (item.is !== 'interval' || item.low <= item.high) return item
    turned = true
    return { ...item, low: item.high, lowOpen: item.highOpen, high: item.low, highOpen: item.lowOpen }
  })
  const better: Test = { ...test, items }
  const set = setOf(better, domain)
  return turned && !isEmpty(set) ? { text: printTest(better, domain.type), set } : undefined
}
