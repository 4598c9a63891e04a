import type { FactType } from '@/compiler/runtime/values'
import type { ConditionForm, FormItem, Operator } from './form'

/** What the form offers for a value with an order: the operators, `not` (none of some values), and anything. */
export type Choice = Operator | 'not' | 'any'

const AMOUNT: Record<Choice, string> = {
  any: 'anything',
  '<': 'less than',
  '<=': 'at most',
  '>': 'more than',
  '>=': 'at least',
  between: 'between',
  is: 'is exactly',
  not: 'is not',
}
const MOMENT: Record<Choice, string> = {
  any: 'any time',
  '<': 'before',
  '<=': 'until',
  '>': 'after',
  '>=': 'from',
  between: 'between',
  is: 'is exactly',
  not: 'is not',
}

const isAmount = (type: FactType) => type === 'number' || type === 'days and time duration'

/** The operators with their names, in the order in which they are offered. */
export function choicesFor(type: FactType): { value: Choice; label: string }[] {
  const names = isAmount(type) ? AMOUNT : MOMENT
  return (Object.keys(names) as Choice[]).map(value => ({ value, label: names[value] }))
}

/** A time of day that runs from one moment up to another leaves the second one out; so neighbours never overlap. */
const emptyItem = (op: Operator, type: FactType): FormItem => ({
  op,
  lowOpen: false,
  highOpen: op === 'between' && (type === 'time' || type === 'date and time'),
})

export const startItem = emptyItem

/** The form after picking another operator for one of its items; what has been filled in stays. */
export function withChoice(
  form: ConditionForm,
  index: number,
  choice: Choice,
  type: FactType,
): ConditionForm {
  if (choice === 'any') return { any: true }
  const items = form.any ? [] : form.items
  const not = choice === 'not'
  const op = not ? 'is' : choice
  const old = items[index]
  const item = { ...emptyItem(op, type), value: old?.value, high: op === 'between' ? old?.high : undefined }
  // Under `not` there are only values: the rest would say something else than it did.
  const others = not ? items.map(each => ({ ...emptyItem('is', type), value: each.value })) : [...items]
  others[index] = item
  const unknown = form.any || form.not !== not ? not : form.unknown
  return { any: false, not, unknown, items: others }
}
