import { parseTest } from '@/compiler/language/tests/parse'
import { printTest } from '@/compiler/language/tests/print'
import type { Test, TestItem } from '@/compiler/language/tests/test'
import type { FactType, Point } from '@/compiler/runtime/values'

export const OPERATORS = ['is', '<', '<=', '>', '>=', 'between'] as const
export type Operator = (typeof OPERATORS)[number]

/** One thing that a value may be. A value that has not been filled in is undefined, and the item is not ready. */
export interface FormItem {
  op: Operator
  value?: Point
  /** The upper end of `between`. */
  high?: Point
  lowOpen: boolean
  highOpen: boolean
}

/**
 * A test as the form shows it: any value; or one of some items (none of some values, under `not`), and whether
 * "nobody knows" passes too. `not(...)` of comparisons has no form: it stays text.
 */
export type ConditionForm = { any: true } | { any: false; not: boolean; unknown: boolean; items: FormItem[] }

const nowhere = { start: 0, end: 0 }

const toItem = (item: TestItem): FormItem => {
  switch (item.is) {
    case 'value':
      return { op: 'is', value: item.value ?? undefined, lowOpen: false, highOpen: false }
    case 'compare':
      return { op: item.op, value: item.value, lowOpen: false, highOpen: false }
    case 'interval':
      return {
        op: 'between',
        value: item.low,
        high: item.high,
        lowOpen: item.lowOpen,
        highOpen: item.highOpen,
      }
  }
}

/** The form of a test, or null where the form cannot show it. */
export function toForm(test: Test, type: FactType): ConditionForm | null {
  if (test.is === 'any') return { any: true }
  const isNull = (item: TestItem) => item.is === 'value' && item.value === null
  const nulls = test.items.filter(isNull).length
  const items = test.items.filter(item => !isNull(item)).map(toItem)
  if (nulls > 1) return null
  if (items.some(isEmpty)) return null
  if (test.not && (type === 'boolean' || items.some(item => item.op !== 'is'))) return null
  return { any: false, not: test.not, unknown: test.not !== nulls > 0, items }
}

/** The form of a test's text; null where it does not parse or the form cannot show it. */
export function readForm(text: string, type: FactType): ConditionForm | null {
  const parsed = parseTest(text, type)
  return parsed.ok ? toForm(parsed.test, type) : null
}

/** Whether both ends are there and nothing lies between them. */
export function isEmpty({ op, value, high, lowOpen, highOpen }: FormItem): boolean {
  if (op !== 'between' || value === undefined || high === undefined) return false
  return value > high || (value === high && (lowOpen || highOpen))
}

function fromItem(item: FormItem): TestItem | null {
  if (item.value === undefined) return null
  if (item.op === 'is') return { at: nowhere, is: 'value', value: item.value }
  if (item.op !== 'between') return { at: nowhere, is: 'compare', op: item.op, value: item.value }
  if (item.high === undefined) return null
  const { value: low, high, lowOpen, highOpen } = item
  if (isEmpty(item)) return null
  return { at: nowhere, is: 'interval', low, lowOpen, high, highOpen }
}

/** The test that a form describes, or null while something in it has not been filled in. */
export function fromForm(form: ConditionForm): Test | null {
  if (form.any) return { is: 'any' }
  const items = form.items.map(fromItem)
  if (items.some(item => item === null)) return null
  const all = items as TestItem[]
  if (form.unknown !== form.not) all.push({ at: nowhere, is: 'value', value: null })
  return all.length === 0 ? null : { is: 'list', not: form.not, items: all }
}

/** The text of a form, or null while it is not complete or asks for what nothing can be (an interval from 5 to 3). */
export function writeForm(form: ConditionForm, type: FactType): string | null {
  const test = fromForm(form)
  return test && printTest(test, type)
}

/** The literals of a list such as `"standard", "two-day"`; null for anything else, which bounds an open domain. */
export function literals(allowedValues: string | undefined, type: FactType): Point[] | null {
  if (allowedValues === undefined) return null
  const parsed = parseTest(allowedValues, type)
  if (!parsed.ok || parsed.test.is === 'any' || parsed.test.not) return null
  const values: Point[] = []
  for (const item of parsed.test.items) {
    if (item.is !== 'value') return null
    if (item.value !== null && !values.includes(item.value)) values.push(item.value)
  }
  return values
}
