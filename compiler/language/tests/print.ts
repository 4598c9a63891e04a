import type { FactType } from '../../runtime/values'
import { printLiteral } from './literal'
import type { Test, TestItem } from './test'

/** The S-FEEL text of a test as it was written, but for spaces and the way its literals are written. */
export function printTest(test: Test, type: FactType): string {
  if (test.is === 'any') return '-'
  const items = test.items.map(item => printItem(item, type)).join(', ')
  return test.not ? `not(${items})` : items
}

function printItem(item: TestItem, type: FactType): string {
  if (item.is === 'value') return printLiteral(item.value, type)
  if (item.is === 'compare') return `${item.op} ${printLiteral(item.value, type)}`
  const [open, close] = [item.lowOpen ? '(' : '[', item.highOpen ? ')' : ']']
  return `${open}${printLiteral(item.low, type)}..${printLiteral(item.high, type)}${close}`
}
