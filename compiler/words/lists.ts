/** "a", "a and b", "a, b and c". */
export const andList = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`

const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** A number as one writes it in a sentence: in letters up to twelve. */
export const numberName = (n: number): string => NUMBERS[n] ?? n.toLocaleString('en-GB')

/** "two situations", "one situation". */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${numberName(n)} ${n === 1 ? one : many}`

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
