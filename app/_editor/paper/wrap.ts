import type { Measure, Type } from './measure'

/** The most letters of a word, at least one, that are no wider than `width`. */
function head(word: string, width: number, type: Type, measure: Measure): string {
  const letters = [...word]
  let [fits, not] = [1, letters.length]
  while (fits < not) {
    const middle = Math.ceil((fits + not) / 2)
    if (measure(letters.slice(0, middle).join(''), type) <= width) fits = middle
    else not = middle - 1
  }
  return letters.slice(0, fits).join('')
}

/** A text in lines no wider than `width`: broken between words, and within one only where it is wider by itself. */
export function wrap(text: string, width: number, type: Type, measure: Measure): string[] {
  const fits = (line: string) => measure(line, type) <= width
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (let word of paragraph.split(/\s+/).filter(Boolean)) {
      if (line && fits(`${line} ${word}`)) {
        line += ` ${word}`
        continue
      }
      if (line) lines.push(line)
      while (!fits(word) && [...word].length > 1) {
        const part = head(word, width, type, measure)
        if (part === word) break
        lines.push(part)
        word = word.slice(part.length)
      }
      line = word
    }
    lines.push(line)
  }
  return lines
}

/** The first lines of a text; the last of them says by an ellipsis that there is more. */
export function clamp(lines: string[], most: number, width: number, type: Type, measure: Measure): string[] {
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  let last = kept[most - 1] ?? ''
  while (last && measure(`${last}…`, type) > width) last = last.slice(0, -1).trimEnd()
  return [...kept.slice(0, -1), `${last}…`]
}
