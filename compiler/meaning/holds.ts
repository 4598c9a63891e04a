import type { Test, TestItem } from '../language/tests/test'
import type { Point } from '../runtime/values'

/** Whether a value passes a unary test, as S-FEEL says it. Null is asked-and-nobody-knows. */
export function holds(test: Test, value: Point | null): boolean {
  if (test.is === 'any') return true
  if (value !== null) return test.items.some(item => matches(item, value)) !== test.not
  // A comparison or an interval with null is neither true nor false, and neither is what not(…) makes of it.
  if (test.not) return test.items.every(item => item.is === 'value' && item.value !== null)
  return test.items.some(item => item.is === 'value' && item.value === null)
}

function matches(item: TestItem, value: Point): boolean {
  switch (item.is) {
    case 'value':
      return item.value === value
    case 'compare':
      if (item.op === '<') return value < item.value
      if (item.op === '<=') return value <= item.value
      if (item.op === '>') return value > item.value
      return value >= item.value
    case 'interval':
      return (
        (item.lowOpen ? value > item.low : value >= item.low) &&
        (item.highOpen ? value < item.high : value <= item.high)
      )
  }
}
