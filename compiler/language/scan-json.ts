export type Path = readonly (string | number)[]

/** What is wrong with a text as JSON, and where: `at` is an index into the text. */
export class JsonProblem extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message)
  }
}

const DEEPEST = 200
const SPACE = /[ \t\r\n]*/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y
const WORD = /true|false|null/y

/**
 * Reads JSON (RFC 8259) without building it, and tells `visit` where each value stands: its path, the index of its key,
 * or of itself in a list, and where the value itself begins. Stricter than `JSON.parse` in one point: a key may not appear twice in an object,
 * since one of the two would be dropped silently. Throws a `JsonProblem`.
 */
export function scanJson(
  text: string,
  visit: (path: Path, at: number, valueAt: number) => void = () => {},
): void {
  const path: (string | number)[] = []
  // A byte order mark is no part of the document.
  let at = text.startsWith('\uFEFF') ? 1 : 0

  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0] ?? null
    if (found !== null) at += found.length
    return found
  }
  const next = () => {
    take(SPACE)
    return text[at]
  }
  const fail = (expected: string): never => {
    const found = at >= text.length ? 'the file ends here' : `here is ${named(text, at)}`
    throw new JsonProblem(`${expected} is expected, but ${found}`, at)
  }
  /** Passes over the text in quotes that begins here; by hand, since a pattern would run out of stack on long ones. */
  const quotes = () => {
    for (at++; text[at] !== '"'; ) {
      if (at >= text.length) throw new JsonProblem('The file ends inside a text in quotes', at)
      if (text[at] === '\\') {
        if (take(ESCAPE) === null) fail('One of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000')
      } else if (text[at]! < ' ') {
        throw new JsonProblem(`In a text in quotes, ${named(text, at)} has to be written as an escape`, at)
      } else at++
    }
    at++
  }

  function value(): void {
    if (path.length > DEEPEST) throw new JsonProblem(`This is nested more than ${DEEPEST} levels deep`, at)
    const first = next()
    if (first === '{') object()
    else if (first === '[') list()
    else if (first === '"') quotes()
    else if (take(WORD) === null && take(NUMBER) === null) fail('A value')
  }

  /** What stands between an opening and a closing mark: items with commas between them. */
  const items = (close: string, closing: string, item: (index: number) => void) => {
    at++
    if (next() !== close) {
      for (let index = 0; ; index++) {
        next()
        item(index)
        if (next() === close) break
        if (text[at] !== ',') fail(`A comma or a closing ${closing}`)
        at++
      }
    }
    at++
  }
  /** The value that begins here, under its key. */
  const under = (key: string | number, start: number) => {
    next()
    path.push(key)
    visit(path, start, at)
    value()
    path.pop()
  }

  function object(): void {
    const names = new Set<string>()
    items('}', 'brace', () => {
      const start = at
      if (text[at] !== '"') fail('A name in double quotes')
      quotes()
      const name: string = JSON.parse(text.slice(start, at))
      if (names.has(name)) throw new JsonProblem(`“${name}” appears twice in the same object`, start)
      names.add(name)
      if (next() !== ':') fail('A colon')
      at++
      under(name, start)
    })
  }

  function list(): void {
    items(']', 'bracket', index => under(index, at))
  }

  next()
  visit(path, at, at)
  value()
  if (next() !== undefined) fail('The end of the file')
}

const named = (text: string, at: number) => {
  const character = String.fromCodePoint(text.codePointAt(at)!)
  return /[\p{C}\p{Z}]/u.test(character)
    ? `the character U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
    : `“${character}”`
}
