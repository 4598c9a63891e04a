import { COLUMNS, type Column, type Pass, type Tree } from './decision-tree'

/*
 * What one would write by hand for one table and no other: the tree in typed arrays, the columns by their names. It is
 * the limit that a general runtime can come near to.
 */

/** The columns' values as numbers: dates in days and so on, texts by their place in the column's list or -1. */
export type Point = readonly number[]

interface Flat {
  fact: Int32Array
  start: Int32Array
  low: Float64Array
  to: Int32Array
  /** Of a column of texts, where each leads: by node's start and the text's place. */
  root: number
}

/** Texts lead on by a slot for each of them and one for all others, numbers by the lower ends of their ranges. */
function flatten(tree: Tree): Flat {
  const nodes: { fact: number; low: number[]; to: number[] }[] = []
  const put = (at: Tree): number => {
    if ('row' in at) return ~at.row
    const node = { fact: COLUMNS.indexOf(at.fact), low: [] as number[], to: [] as number[] }
    const id = nodes.push(node) - 1
    for (const { pass, to } of at.branches) {
      const next = put(to)
      for (const low of lowsOf(at.fact, pass)) {
        node.low.push(low)
        node.to.push(next)
      }
    }
    const order = node.low.map((_, i) => i).sort((a, b) => node.low[a]! - node.low[b]!)
    node.to = order.map(i => node.to[i]!)
    node.low = order.map(i => node.low[i]!)
    return id
  }
  const root = put(tree)
  const start = [0]
  for (const { low } of nodes) start.push(start.at(-1)! + low.length)
  return {
    root,
    fact: Int32Array.from(nodes, node => node.fact),
    start: Int32Array.from(start),
    low: Float64Array.from(nodes.flatMap(node => node.low)),
    to: Int32Array.from(nodes.flatMap(node => node.to)),
  }
}

function lowsOf({ texts }: Column, pass: Pass): number[] {
  if (pass.of === 'range') return [pass.low]
  const places = pass.texts.map(text => texts.indexOf(text))
  if (pass.of === 'texts') return places
  return [-1, ...texts.keys()].filter(place => !places.includes(place))
}

function rowAt({ fact, start, low, to, root }: Flat, values: Float64Array): number {
  let at = root
  while (at >= 0) {
    const value = values[fact[at]!]!
    let least = start[at]!
    let most = start[at + 1]! - 1
    while (least < most) {
      const middle = (least + most + 1) >> 1
      if (low[middle]! <= value) least = middle
      else most = middle - 1
    }
    at = to[least]!
  }
  return ~at
}

/** The row for values that are numbers already and known to be good. */
export function flatWalk(tree: Tree): (values: Float64Array) => number {
  const flat = flatten(tree)
  return values => rowAt(flat, values)
}

export interface PlainFacts {
  amount?: unknown
  plan?: unknown
  quantity?: unknown
  due?: unknown
  vip?: unknown
  city?: unknown
  at?: unknown
  placed?: unknown
}

/** The row for facts as JSON writes them, or -1 where one of them is missing or not what it has to be. */
export function checkedFlatWalk(tree: Tree): (facts: PlainFacts) => number {
  const flat = flatten(tree)
  const values = new Float64Array(COLUMNS.length)
  const textPlaces = (name: string) =>
    new Map(COLUMNS.find(column => column.name === name)!.texts.map((text, i) => [text, i]))
  const plans = textPlaces('plan')
  const cities = textPlaces('city')
  const ends = (name: string) => COLUMNS.find(column => column.name === name)!
  const [due, placed] = [ends('due'), ends('placed')]
  return facts => {
    const amount = facts.amount
    if (typeof amount !== 'number' || !(amount >= 0 && amount < 100_000)) return -1
    values[0] = amount
    const plan = typeof facts.plan === 'string' ? plans.get(facts.plan) : undefined
    if (plan === undefined) return -1
    values[1] = plan
    const quantity = facts.quantity
    if (
      typeof quantity !== 'number' ||
      !(quantity >= 0 && quantity <= 500) ||
      quantity !== Math.floor(quantity)
    )
      return -1
    values[2] = quantity
    const day = typeof facts.due === 'string' && facts.due.length === 10 ? days(facts.due) : Number.NaN
    if (!(day >= due.low && day < due.high)) return -1
    values[3] = day
    if (facts.vip !== true && facts.vip !== false) return -1
    values[4] = facts.vip ? 1 : 0
    if (typeof facts.city !== 'string') return -1
    values[5] = cities.get(facts.city) ?? -1
    const time = typeof facts.at === 'string' && facts.at.length === 8 ? seconds(facts.at, 0) : Number.NaN
    if (Number.isNaN(time)) return -1
    values[6] = time
    const instant = typeof facts.placed === 'string' ? milliseconds(facts.placed) : Number.NaN
    if (!(instant >= placed.low && instant < placed.high)) return -1
    values[7] = instant
    return rowAt(flat, values)
  }
}

const digit = (text: string, at: number): number => {
  const code = text.charCodeAt(at) - 48
  return code >= 0 && code <= 9 ? code : Number.NaN
}
const two = (text: string, at: number) => digit(text, at) * 10 + digit(text, at + 1)

const LENGTHS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const BEFORE = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

function days(text: string): number {
  const year = two(text, 0) * 100 + two(text, 2)
  const month = two(text, 5)
  const day = two(text, 8)
  if (text[4] !== '-' || text[7] !== '-' || !(month >= 1 && month <= 12) || !(year >= 1)) return Number.NaN
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  if (!(day >= 1 && day <= LENGTHS[month]! + (leap && month === 2 ? 1 : 0))) return Number.NaN
  const y = year - 1
  const start = y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) - 719_162
  return start + BEFORE[month]! + (leap && month > 2 ? 1 : 0) + day - 1
}

function seconds(text: string, from: number): number {
  const [hour, minute, second] = [two(text, from), two(text, from + 3), two(text, from + 6)]
  if (text[from + 2] !== ':' || text[from + 5] !== ':') return Number.NaN
  return hour < 24 && minute < 60 && second < 60 ? hour * 3600 + minute * 60 + second : Number.NaN
}

/** With up to three decimals of the seconds, and an offset. */
function milliseconds(text: string): number {
  if (text[10] !== 'T') return Number.NaN
  let ms = days(text) * 86_400_000 + seconds(text, 11) * 1000
  let at = 19
  if (text[at] === '.') {
    const first = ++at
    for (let unit = 100; unit >= 1 && !Number.isNaN(digit(text, at)); unit /= 10)
      ms += digit(text, at++) * unit
    if (at === first) return Number.NaN
  }
  if (text[at] === 'Z') return at + 1 === text.length ? ms : Number.NaN
  if ((text[at] !== '+' && text[at] !== '-') || text[at + 3] !== ':' || at + 6 !== text.length)
    return Number.NaN
  const [hours, minutes] = [two(text, at + 1), two(text, at + 4)]
  if (!(hours <= 14 && minutes < 60)) return Number.NaN
  return ms - (text[at] === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000
}
