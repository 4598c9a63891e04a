import { describe, expect, it } from 'vitest'
import { JsonProblem, scanJson } from '@/compiler/language/scan-json'

const places = (text: string) => {
  const seen: [string, number, number][] = []
  scanJson(text, (path, at, valueAt) => seen.push([path.join('.'), at, valueAt]))
  return seen
}
const problem = (text: string): [string, number] | null => {
  try {
    scanJson(text)
    return null
  } catch (caught) {
    expect(caught).toBeInstanceOf(JsonProblem)
    return [(caught as JsonProblem).message, (caught as JsonProblem).at]
  }
}

describe('scanning JSON', () => {
  it('tells where each key and each value stands', () => {
    expect(places(' {"a": 1 , "b":[true,\n{ "c" : null }, -0.5e+3 ] , "d":"x\\"\\u0041" } ')).toEqual([
      ['', 1, 1],
      ['a', 2, 7],
      ['b', 11, 15],
      ['b.0', 16, 16],
      ['b.1', 22, 22],
      ['b.1.c', 24, 30],
      ['b.2', 38, 38],
      ['d', 50, 54],
    ])
    expect(places('\uFEFF7')).toEqual([['', 1, 1]])
    expect(places('[]')).toEqual([['', 0, 0]])
    expect(places('{ }')).toEqual([['', 0, 0]])
  })

  it('reads what JSON.parse reads, but for a key that stands twice, and nothing else', () => {
    const texts = [
      '0',
      '-0',
      '01',
      '1.',
      '.5',
      '1e5',
      '1E-5',
      '1e',
      '+1',
      '--1',
      'true',
      'tru',
      'nul',
      '""',
      '"\\x"',
      '"\\u12"',
    ]
    texts.push(
      '"\\u12aF"',
      '"\t"',
      '"\u007f"',
      '[',
      '[1',
      '[1,',
      '[1,]',
      '[,]',
      '[1 2]',
      '{',
      '{"a"',
      '{"a":',
      '{"a":1',
      '{"a":1,',
      '{"a":1,}',
    )
    texts.push(
      '{a:1}',
      "{'a':1}",
      '{"a" 1}',
      '{"a":1 "b":2}',
      '{"a":}',
      ' \t\r\n1 ',
      '\f1',
      '1 2',
      '1,',
      '',
      ' ',
      'NaN',
      '"a',
      '"a\\',
      '"\\/"',
      '[[[]]]',
    )
    for (const text of texts) {
      let reads = true
      try {
        JSON.parse(text)
      } catch {
        reads = false
      }
      expect(problem(text) === null, text).toBe(reads)
    }
  })

  it('says what is expected, what is there, and where', () => {
    const said: Record<string, [string, number]> = {
      '': ['A value is expected, but the file ends here', 0],
      ' ?': ['A value is expected, but here is “?”', 1],
      '[1 2]': ['A comma or a closing bracket is expected, but here is “2”', 3],
      '{"a":1 "b":2}': ['A comma or a closing brace is expected, but here is “"”', 7],
      '{a:1}': ['A name in double quotes is expected, but here is “a”', 1],
      '{"a" 1}': ['A colon is expected, but here is “1”', 5],
      '1 😀': ['The end of the file is expected, but here is “😀”', 2],
      '1 \u200b': ['The end of the file is expected, but here is the character U+200B', 2],
      '1 \u00a0': ['The end of the file is expected, but here is the character U+00A0', 2],
      '1 \u0007': ['The end of the file is expected, but here is the character U+0007', 2],
      '"a': ['The file ends inside a text in quotes', 2],
      '"\n"': ['In a text in quotes, the character U+000A has to be written as an escape', 1],
      '"\\x"': ['One of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000 is expected, but here is “\\”', 1],
      '{"a":1,"b":{"a":2},"a":3}': ['“a” appears twice in the same object', 19],
      '{"\\u0061":1,"a":3}': ['“a” appears twice in the same object', 12],
    }
    for (const [text, expected] of Object.entries(said)) expect(problem(text), text).toEqual(expected)
  })

  it('goes two hundred levels deep, and reads texts of any length', () => {
    const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`
    expect(problem(deep(201))).toBeNull()
    expect(problem(deep(202))).toEqual(['This is nested more than 200 levels deep', 201])
    expect(problem(`"${'\\n'.repeat(400_000)}"`)).toBeNull()
  })
})
