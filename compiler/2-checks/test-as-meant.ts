import { CONSTRUCTORS } from '../language/tests/literal'
import { parseTest } from '../language/tests/parse'
import { type FactType, toPoint } from '../runtime/values'

/** Longer texts are not a slip in writing. */
const LONGEST = 300

const ALIKE: Record<string, string> = {
  '≤': '<=',
  '=<': '<=',
  '≥': '>=',
  '=>': '>=',
  '…': '..',
  '...': '..',
  '||': ',',
  '|': ',',
}
const WORDS: Record<string, string> = { or: ',', yes: 'true', no: 'false' }

/** What may stand before a value's own equals sign: `= 10, = 20` is `10, 20`, but `< == 10` is nothing. */
const BEFORE_ITEM = new Set<string | undefined>([undefined, ',', '(', '['])

/**
 * In order: a text in quotes of any kind, an operator (people put blanks into `< =`) or a bracket, a word up to the next
 * of them or a blank.
 */
const TOKEN =
  /["“”'‘’„]([^"“”'‘’„]*)["“”'‘’]|(\.{2,3}|…|[<>]\s*=|=\s*[<>=]|[≤≥<>=[\](),]|\|{1,2})|@|((?:(?!\.\.)[^\s"“”'‘’„<>=≤≥[\](),|…@])+)/gu

/**
 * A test that does not parse, written so that it does, and means what it says: `< 15:00` is `< time("15:00:00")`, and
 * `gold or silver` is `"gold", "silver"`. Undefined where that is not obvious.
 */
export function asMeant(text: string, type: FactType): string | undefined {
  if (text.length > LONGEST) return undefined
  const literal = literalOf(type)
  const parts: string[] = []
  for (const [, quoted, sign, word] of text.matchAll(TOKEN)) {
    if (sign !== undefined) parts.push(signOf(sign, parts.at(-1)))
    else if (quoted !== undefined) parts.push(literal(quoted, true) ?? JSON.stringify(quoted))
    else if (word !== undefined) parts.push(wordOf(word, type, literal))
  }
  const meant = tidy(unwrapped(parts, type).join(' '))
  return [meant, `[${meant}]`].find(test => test !== text && parseTest(test, type).ok)
}

function signOf(sign: string, before: string | undefined): string {
  const whole = sign.replace(/\s+/g, '')
  if (whole === '=' || whole === '==') return BEFORE_ITEM.has(before) ? '' : whole
  return ALIKE[whole] ?? whole
}

function wordOf(word: string, type: FactType, literal: ReturnType<typeof literalOf>): string {
  const small = word.toLowerCase()
  if (small === 'not' || small === 'null' || small === 'true' || small === 'false') return small
  if (small === 'or' || (type === 'boolean' && Object.hasOwn(WORDS, small))) return WORDS[small]!
  return literal(word, false) ?? word
}

/** A value as people write it, as a literal of the type; undefined where it is none. */
const literalOf = (type: FactType) => (text: string, quoted: boolean) => {
  if (type === 'string') return JSON.stringify(text)
  if (type === 'number') return toPoint(type, Number(text || 'x')) === undefined ? undefined : text
  const name = CONSTRUCTORS[type]
  if (name === null) return quoted && (text === 'true' || text === 'false') ? text : undefined
  const value = SPELLINGS[type]?.(text) ?? text
  return toPoint(type, value) === undefined ? undefined : `${name}(${JSON.stringify(value)})`
}

const padded = (parts: readonly string[], by: string) => parts.map(part => part.padStart(2, '0')).join(by)

/** What of a value people leave out: seconds, and zeros in front. */
const SPELLINGS: Partial<Record<FactType, (text: string) => string>> = {
  time: text =>
    /^\d{1,2}:\d\d(:\d\d)?$/.test(text) ? padded([...text.split(':'), '00'].slice(0, 3), ':') : text,
  date: text => (/^\d{4}-\d{1,2}-\d{1,2}$/.test(text) ? padded(text.split('-'), '-') : text),
  'date and time': text => text.replace(/T(\d\d:\d\d)(Z|[+-]\d\d:\d\d)$/, 'T$1:00$2'),
  'days and time duration': text => text.toUpperCase(),
}

/** `time ( time("15:00:00") )` is one literal: the function is there already, and what is in it is put right. */
function unwrapped(parts: readonly string[], type: FactType): string[] {
  const words = CONSTRUCTORS[type]?.split(' ') ?? []
  const out: string[] = []
  for (let i = 0; i < parts.length; i++) {
    const wraps =
      words.length > 0 && words.every((word, j) => parts[i + j] === word) && parts[i + words.length] === '('
    const inner = parts[i + words.length + 1]
    if (wraps && inner?.includes('(') && parts[i + words.length + 2] === ')') {
      out.push(inner)
      i += words.length + 2
    } else out.push(parts[i]!)
  }
  return out
}

const tidy = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/([[(]) /g, '$1')
    .replace(/ ([\]),])/g, '$1')
    .replace(/ ?\.\. ?/g, '..')
    .replace(/not \(/g, 'not(')
    .trim()
