/** How much of a line is shown on either side of what is meant: some documents are one long line. */
const BEFORE = 60
const AFTER = 60

/** A line of a text with carets under a part of it; lines and columns count from 1. */
export interface Excerpt {
  line: number
  column: number
  lines: string[]
}

/** Shows a part of a text in its line. */
export function excerpt(text: string, from: number, to: number): Excerpt {
  const start = Math.max(text.lastIndexOf('\n', from - 1), text.lastIndexOf('\r', from - 1)) + 1
  const rest = /[\r\n]/.exec(text.slice(from))
  const end = rest ? from + rest.index : text.length
  const line = text.slice(0, start).split(/\r\n|\r|\n/).length
  const number = String(line)
  const margin = ' '.repeat(number.length)

  const first = Math.max(start, from - BEFORE)
  const last = Math.min(end, Math.max(from, Math.min(to, from + AFTER)) + AFTER)
  const before = shown(text.slice(first, from))
  const meant = shown(text.slice(from, Math.min(to, last)))
  const left = first > start ? '…' : ''
  const shownLine = `${left}${before}${shown(text.slice(from, last))}${last < end ? '…' : ''}`
  const indent = left === '' ? (/^ */.exec(shownLine)?.[0].length ?? 0) : 0
  const under = Math.max(0, width(left) + width(before) - indent)
  return {
    line,
    column: from - start + 1 - (start === 0 && text.startsWith('\uFEFF') ? 1 : 0),
    lines: [
      `  ${number} | ${shownLine.slice(indent)}`,
      `  ${margin} | ${' '.repeat(under)}${'^'.repeat(Math.max(1, width(meant)))}`,
    ],
  }
}

/** As a terminal may show it: nothing that moves its cursor. */
const shown = (text: string) => text.replace(/\uFEFF/g, '').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')

const width = (text: string) => [...text].length
