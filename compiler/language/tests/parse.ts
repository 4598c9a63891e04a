import { type FactType, type Point, toPoint, typeName } from '../../runtime/values'
import { CONSTRUCTORS, EXAMPLES, isOrdered } from './literal'
import type { Span, Test, TestItem, TestProblem } from './test'

export type Parsed = { ok: true; test: Test } | { ok: false; problem: TestProblem }

/** Thrown inside this file only: the parser stops at the first problem. */
class Stop {
  constructor(readonly problem: TestProblem) {}
}
const stop = (message: string, start: number, end: number): never => {
  throw new Stop({ message, position: { start, end: Math.max(end, start) } })
}

const SPACE = /\s*/y
const NUMBER = /-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y
const WORD = /[\p{L}_][\p{L}\p{N}_]*(?:\s+and\s+time)?/uy
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/suy
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|([\s\S]))/g
const ESCAPES: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  "'": "'",
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

/**
 * Reads a unary test of S-FEEL with literal end points, for a fact of the given type. The grammar is DMN 1.3's simple
 * unary tests; a comma is *or*, and `not(…)` stands around the whole test. The problem says where it is in the text,
 * in UTF-16 units.
 */
export function parseTest(text: string, type: FactType): Parsed {
  try {
    return { ok: true, test: new Parser(text, type).test() }
  } catch (caught) {
    if (caught instanceof Stop) return { ok: false, problem: caught.problem }
    throw caught
  }
}

/** As much of a word as a message needs: a text may be a megabyte of letters. */
const brief = (word: string) => (word.length > 40 ? `${word.slice(0, 39)}…` : word)

class Parser {
  private at = 0
  constructor(
    private readonly text: string,
    private readonly type: FactType,
  ) {}

  test(): Test {
    this.space()
    if (this.at === this.text.length)
      stop('The test is empty. Write - where anything will do.', 0, this.text.length)
    if (/^-\s*$/.test(this.text.slice(this.at))) return { is: 'any' }
    const start = this.at
    const word = this.match(WORD)
    if (word === 'not') {
      this.expect('(', 'not needs its tests in brackets: not("gold").')
      const items = this.list()
      this.expect(')', 'The bracket after not is never closed.')
      this.end()
      return { is: 'list', not: true, items }
    }
    this.at = start
    const items = this.list()
    this.end()
    return { is: 'list', not: false, items }
  }

  private end() {
    this.space()
    if (this.at < this.text.length)
      stop(`Nothing is expected here; between two tests there is a comma.`, this.at, this.text.length)
  }

  private list(): TestItem[] {
    const items = [this.item()]
    while (this.take(',')) items.push(this.item())
    return items
  }

  private item(): TestItem {
    this.space()
    const start = this.at
    const span = (): Span => ({ start, end: this.at })
    const op = this.take('<=') ?? this.take('>=') ?? this.take('<') ?? this.take('>')
    if (op) {
      this.ordered(start)
      const value = this.bound()
      return { is: 'compare', op: op as '<' | '<=' | '>' | '>=', value, at: span() }
    }
    const open = this.take('[') ?? this.take('(') ?? this.take(']')
    if (open) {
      this.ordered(start)
      const low = this.bound()
      this.expect('..', 'An interval has two dots between its ends: [10..20].')
      const high = this.bound()
      const close = this.take(']') ?? this.take(')') ?? this.take('[')
      if (!close) stop('The interval is never closed: it ends in ], ) or [.', start, this.at)
      return { is: 'interval', low, lowOpen: open !== '[', high, highOpen: close !== ']', at: span() }
    }
    return { is: 'value', value: this.literal(), at: span() }
  }

  private ordered(start: number) {
    if (!isOrdered(this.type))
      stop(
        `${this.type === 'string' ? 'Texts' : 'True and false'} have no order, so that they can only be listed: ${EXAMPLES[this.type]}.`,
        start,
        this.at,
      )
  }

  private bound(): Point {
    this.space()
    const start = this.at
    const value = this.literal()
    return value ?? stop('null has no order; it can only stand alone.', start, this.at)
  }

  private literal(): Point | null {
    this.space()
    const start = this.at
    const word = this.match(WORD)?.replace(/\s+/g, ' ')
    if (word === 'null') return null
    if (word === 'true' || word === 'false') return this.fits(word === 'true', start)
    if (word !== undefined) return this.constructed(word, start)
    if (this.take('@')) {
      if (CONSTRUCTORS[this.type] === null) this.wrongType(start)
      return this.fits(this.string(), start)
    }
    if (this.text[this.at] === '"') {
      const value = this.string()
      return this.type === 'string' ? value : this.wrongType(start)
    }
    const number = this.match(NUMBER)
    if (number !== undefined) return this.fits(Number(number), start)
    return stop(
      `Expected a value here, such as ${EXAMPLES[this.type]}.`,
      start,
      Math.min(start + 1, this.text.length),
    )
  }

  /** `date("…")` and its like. */
  private constructed(word: string, start: number): Point {
    const known = Object.values(CONSTRUCTORS).some(name => name === word)
    if (!known)
      stop(
        `“${brief(word)}” is not known here. Texts stand in quotes: ${JSON.stringify(brief(word))}.`,
        start,
        this.at,
      )
    if (CONSTRUCTORS[this.type] !== word) this.wrongType(start)
    this.expect('(', `${word} needs its value in brackets: ${EXAMPLES[this.type]}.`)
    const value = this.string()
    this.expect(')', 'The bracket is never closed.')
    return this.fits(value, start)
  }

  private fits(value: unknown, start: number): Point {
    if (typeof value === 'number' && !Number.isFinite(value)) stop('The number is too large.', start, this.at)
    return toPoint(this.type, value) ?? this.wrongType(start)
  }

  private wrongType(start: number): never {
    return stop(`Expected ${typeName(this.type)}, written ${EXAMPLES[this.type]}.`, start, this.at)
  }

  private string(): string {
    this.space()
    const start = this.at
    const raw = this.match(STRING)
    if (raw === undefined)
      return stop('Expected a text in quotes here; is its closing quote missing?', start, this.text.length)
    const value = raw.slice(1, -1).replace(ESCAPE, (whole, short, long, one) => {
      const code = short ?? long
      if (code !== undefined) {
        const point = Number.parseInt(code, 16)
        return point <= 0x10ffff
          ? String.fromCodePoint(point)
          : stop('There is no such character.', start, this.at)
      }
      return ESCAPES[one] ?? stop(`“${whole}” is no escape; a backslash is written \\\\.`, start, this.at)
    })
    return value.isWellFormed() ? value : stop('The text has half of a surrogate pair in it.', start, this.at)
  }

  private space() {
    this.match(SPACE)
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (!found) return undefined
    this.at = pattern.lastIndex
    return found[0]
  }

  private take<S extends string>(symbol: S): S | undefined {
    this.space()
    if (!this.text.startsWith(symbol, this.at)) return undefined
    this.at += symbol.length
    return symbol
  }

  private expect(symbol: string, message: string) {
    if (!this.take(symbol)) stop(message, this.at, Math.min(this.at + 1, this.text.length))
  }
}
