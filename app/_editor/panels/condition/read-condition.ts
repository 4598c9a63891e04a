import { asMeant } from '@/compiler/2-checks/test-as-meant'
import { parseTest } from '@/compiler/language/tests/parse'
import { printTest } from '@/compiler/language/tests/print'
import type { Test, TestItem, TestProblem } from '@/compiler/language/tests/test'
import type { FactType, Point } from '@/compiler/runtime/values'
import { literals } from './form'
import type { Tested } from './form-props'
import { type ReadValue, valueReader } from './read-value'

/** What somebody typed or pasted for a condition. */
export type Understood =
  /** `text` is S-FEEL; undefined where anything passes, and the fact is left out. */
  | { ok: true; text: string | undefined }
  /** It is kept as it is, and its finding says where it cannot be read. */
  | { ok: false; text: string; problem: TestProblem }

const at = { start: 0, end: 0 }
const ANYTHING = /^(-|any|anything|any time|at any time|either)$/i
/** Longer texts are no condition that somebody typed. */
const LONGEST = 4000

/**
 * A condition as people write it: S-FEEL, a bare value (`25`, `yes`, `standard`, `3 PM`), or the words in which Remit
 * itself says conditions ("before 3:00 PM", "between 25 and 200", "standard or two-day", "not gold").
 */
export function readCondition(typed: string, fact: Tested, timeZone?: string): Understood {
  const text = typed.replace(/\s+/g, ' ').trim()
  if (text === '' || ANYTHING.test(text)) return { ok: true, text: undefined }
  const { type } = fact
  // `12,500` is one number to people, and two to S-FEEL, which prints its lists with a blank.
  const grouped = type === 'number' && /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)
  const parsed = parseTest(grouped ? text.replaceAll(',', '') : typed.trim(), type)
  if (parsed.ok)
    return { ok: true, text: parsed.test.is === 'any' ? undefined : printTest(parsed.test, type) }
  const test = text.length > LONGEST ? undefined : readWords(text, fact, timeZone)
  if (test) return { ok: true, text: printTest(test, type) }
  const foreign = foreignTo(typed.trim(), fact)
  const meant = foreign ? undefined : asMeant(text, type)
  if (meant !== undefined) return { ok: true, text: meant }
  return { ok: false, text: typed.trim(), problem: foreign ?? plainly(typed.trim(), type) ?? parsed.problem }
}

/** What is wrong with plain words for a closed list of texts: the first that is none of them. */
function foreignTo(text: string, { type, allowedValues }: Tested): TestProblem | undefined {
  const choices = type === 'string' ? literals(allowedValues, type) : null
  if (!choices || /["<>[\](]/.test(text)) return undefined
  const read = valueReader(type, { choices })
  const item = text.split(/\s*[,;]\s*|\s+(?:or|nor)\s+/i).find(each => read(each) === undefined) ?? text
  const start = text.indexOf(item)
  const message = `“${item}” is not one of the values that it can have: ${choices.join(', ')}.`
  return { message, position: { start, end: start + item.length } }
}

/** What is wrong with mere words, told without S-FEEL: nobody who writes “soon” has heard of it. */
function plainly(text: string, type: FactType): TestProblem | undefined {
  if (type === 'string' || !/^[\p{L}\d\s.,:/-]*$/u.test(text)) return undefined
  return {
    message: `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}” is no ${NAMES[type]} that can be read. Write ${EXAMPLES[type]}.`,
    position: { start: 0, end: text.length },
  }
}

const NAMES = {
  boolean: 'yes or no',
  number: 'number, or range of numbers,',
  date: 'date, or range of dates,',
  time: 'time of day, or range of times,',
  'date and time': 'moment, or range of moments,',
  'days and time duration': 'length of time, or range of them,',
} as const satisfies Record<Exclude<FactType, 'string'>, string>
const EXAMPLES = {
  boolean: 'yes, or no',
  number: '25, < 25, or between 25 and 200',
  date: '31 January 2026, or before 2026-02-01',
  time: '3 PM, before 15:00, or from 9 AM to noon',
  'date and time': '31 January 2026, 3:00 PM, or before 2026-02-01 15:00',
  'days and time duration': '2 hours, or more than 30 days',
} as const satisfies Record<Exclude<FactType, 'string'>, string>

type ReadItem = (text: string) => TestItem | undefined

function readWords(text: string, fact: Tested, timeZone: string | undefined): Test | undefined {
  if (fact.mayBeUnknown && /^known$/i.test(text)) return { is: 'list', not: true, items: [valued(null)] }
  const choices = literals(fact.allowedValues, fact.type)
  const value = valueReader(fact.type, { choices, timeZone })
  const item =
    fact.type === 'string' || fact.type === 'boolean'
      ? listed(value, fact.type === 'boolean' || choices !== null)
      : ordered(value, fact.type !== 'number' && fact.type !== 'days and time duration')
  const items = readList(text, item, new Map())
  if (items) return { is: 'list', not: false, items }
  const negated = /^(?:is )?(?:not|neither|none of)\s+(.+)$/i.exec(text)
  const none = negated && readList(negated[1]!, item, new Map())
  return none?.every(each => each.is === 'value') ? { is: 'list', not: true, items: none } : undefined
}

const SEPARATORS = [/\s*;\s*/g, /,\s+or\s+/gi, /,\s+/g, /\s+(?:or|nor)\s+/gi, /,/g]

/** One item, or a list of them. What separates items may be part of one, so that all cuts are tried in turn. */
function readList(
  text: string,
  item: ReadItem,
  known: Map<string, TestItem[] | undefined>,
): TestItem[] | undefined {
  if (known.has(text)) return known.get(text)
  const one = item(text)
  let items = one && [one]
  for (const separator of items ? [] : SEPARATORS) {
    for (const cut of text.matchAll(separator)) {
      const [left, right] = [text.slice(0, cut.index), text.slice(cut.index + cut[0].length)]
      const first = left && right ? item(left) : undefined
      const rest = first && readList(right, item, known)
      if (!first || !rest) continue
      items = [first, ...rest]
      break
    }
    if (items) break
  }
  known.set(text, items)
  return items
}

const valued = (value: Point | null): TestItem => ({ at, is: 'value', value })
const isNobody = (text: string) => /^nobody knows$/i.test(text)

/** Texts and truth values can only be listed. What makes a list is part of a text only where that is a known one. */
const listed =
  (value: ReadValue, closed: boolean): ReadItem =>
  text => {
    if (isNobody(text)) return valued(null)
    const quoted = /^"([^"\\]*)"$/.exec(text)?.[1]
    if (!closed && quoted === undefined && /"|,\s|;|\s(?:or|nor)\s|^(?:not|neither|none of)\s/i.test(text))
      return undefined
    const point = value(quoted ?? text)
    return point === undefined ? undefined : valued(point)
  }

type Op = '<' | '<=' | '>' | '>='
const COMPARISONS: readonly [RegExp, Op][] = [
  [/^(?:less than|under|below|before|<)\s*(.+)$/i, '<'],
  [/^(?:at most|until|no more than|by|<=|≤|=<)\s*(.+)$/i, '<='],
  [/^(?:more than|over|above|after|>)\s*(.+)$/i, '>'],
  [/^(?:at least|from|no less than|since|>=|≥|=>)\s*(.+?)(?:\s+on(?:wards)?)?$/i, '>='],
  [/^(.+?)\s+or (?:less|fewer|earlier|before)$/i, '<='],
  [/^(.+?)\s+or (?:more|later|after)$/i, '>='],
  [/^after\s+(.+?)\s+to midnight$/i, '>'],
  [/^(?:from\s+)?(.+?)\s+to midnight$/i, '>='],
  [/^(.+?)\s+on(?:wards)?$/i, '>='],
]

/** The low end, whether it is left out, the high end, whether that is. */
const INTERVALS: readonly [RegExp, boolean, boolean][] = [
  [/^between\s+(.+?)\s+and\s+(.+)$/i, false, false],
  [/^at least\s+(.+?)\s+and at most\s+(.+)$/i, false, false],
  [/^at least\s+(.+?)\s+and less than\s+(.+)$/i, false, true],
  [/^more than\s+(.+?)\s+and at most\s+(.+)$/i, true, false],
  [/^more than\s+(.+?)\s+and less than\s+(.+)$/i, true, true],
  [/^after\s+(.+?)\s+and before\s+(.+)$/i, true, true],
  [/^after\s+(.+?)\s+and until\s+(.+)$/i, true, false],
  [/^from\s+(.+?)\s+up to\s+(.+)$/i, false, true],
  [/^(?:from\s+)?(.+?)\s+(?:to|through)\s+(.+)$/i, false, false],
  [/^(.+?)\s*(?:\.\.|…|–|—)\s*(.+)$/i, false, false],
  [/^(\d[\d.:]*(?:\s*[ap]m)?)\s*-\s*(\d[\d.:]*(?:\s*[ap]m)?)$/i, false, false],
]

/** Values with an order: also before, after and between. Up to a moment leaves it out, up to an amount does not. */
const ordered =
  (value: ReadValue, moments: boolean): ReadItem =>
  text => {
    if (isNobody(text)) return valued(null)
    const upTo: [RegExp, Op] = [/^up to\s+(.+)$/i, moments ? '<' : '<=']
    for (const [pattern, op] of [...COMPARISONS, upTo]) {
      const found = pattern.exec(text)
      const bound = found ? value(found[1]!.trim()) : undefined
      if (bound !== undefined) return { at, is: 'compare', op, value: bound }
    }
    for (const [pattern, lowOpen, highOpen] of INTERVALS) {
      const found = pattern.exec(text)
      const [low, high] = found ? [value(found[1]!.trim()), value(found[2]!.trim())] : []
      if (low !== undefined && high !== undefined && low <= high)
        return { at, is: 'interval', low, lowOpen, high, highOpen }
    }
    const point = value(text.replace(/^(?:is exactly |is |exactly |=)\s*/i, ''))
    return point === undefined ? undefined : valued(point)
  }
