import { readFileSync } from 'node:fs'
import { JsonProblem, type Path, scanJson } from '../language/scan-json'
import { excerpt } from './excerpt'
import { Refused } from './exit'

/** A JSON document with its text, so that what is said about it can be shown in its place. */
export interface Source {
  /** What messages call it. */
  name: string
  text: string
  value: unknown
}

const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const BOM = '\uFEFF'

/** Reads a file; `-` is standard input. @throws Refused where it cannot be read, or is no JSON in UTF-8. */
export function readSource(file: string): Source {
  const name = file === '-' ? 'standard input' : file
  const bytes = bytesOf(file, name)
  let text: string
  try {
    text = DECODER.decode(bytes)
  } catch {
    throw new Refused(`${name} is not text in UTF-8.${utf16(bytes)}`)
  }
  if (text.trim() === '' || text.trim() === BOM) throw new Refused(`${name} is not JSON: it is empty.`)
  try {
    scanJson(text)
  } catch (problem) {
    if (!(problem instanceof JsonProblem)) throw problem
    const { line, column, lines } = excerpt(text, problem.at, problem.at + 1)
    const place = `  at ${name}:${line}:${column}`
    throw new Refused([`${name} is not JSON: ${problem.message}.`, place, ...lines].join('\n'))
  }
  return { name, text, value: JSON.parse(text.startsWith(BOM) ? text.slice(1) : text) }
}

function bytesOf(file: string, name: string): Uint8Array {
  try {
    return readFileSync(file === '-' ? 0 : file)
  } catch (caught) {
    throw new Refused(whyNot(name, caught as NodeJS.ErrnoException, 'read'))
  }
}

const utf16 = (bytes: Uint8Array) =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
    ? ' It looks like UTF-16: save it as UTF-8.'
    : ''

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  EACCES: 'you may not',
  EPERM: 'you may not',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
}

/** Why a file can be neither read nor written, in words, and as the system calls it. */
export function whyNot(
  name: string,
  { code, message }: NodeJS.ErrnoException,
  what: 'read' | 'written',
): string {
  const reason =
    code !== undefined && Object.hasOwn(REASONS, code) ? `${REASONS[code]} (${code})` : (code ?? message)
  return `${name} cannot be ${what}: ${reason}.`
}

/** Where in the text something stands. */
export interface Place {
  from: number
  to: number
}

/**
 * Where the value at a path stands, by its key; where it is missing, the nearest value around it. What stands in a list is
 * shown by its name. `position` is a part of a text: in its own characters, which JSON may write as escapes.
 */
export function placeOf(source: Source, path: Path, position?: { start: number; end: number }): Place {
  const { text } = source
  const found = find(source, path)
  if (position && found.depth === path.length && text[found.valueAt] === '"') {
    const from = rawIndex(text, found.valueAt, position.start)
    return { from, to: Math.max(from + 1, rawIndex(text, found.valueAt, position.end)) }
  }
  let { at } = found
  if (text[at] === '{')
    for (const name of ['id', 'title']) {
      const named = find(source, [...path.slice(0, found.depth), name])
      if (named.depth <= found.depth || text[named.valueAt] !== '"') continue
      at = named.valueAt
      break
    }
  return { from: at, to: text[at] === '"' ? closing(text, at) + 1 : at + 1 }
}

interface Found {
  /** How far the path leads. */
  depth: number
  /** Where its key begins, or in a list the value itself. */
  at: number
  valueAt: number
}

const known = new WeakMap<Source, Map<string, Found>>()
const keyOf = (path: Path) => path.join('\u0000')

/** The value at a path, or the nearest one around it. A document is looked through once, however much is said of it. */
function find(source: Source, path: Path): Found {
  let places = known.get(source)
  if (!places) {
    const made = new Map<string, Found>()
    scanJson(source.text, (here, at, valueAt) => made.set(keyOf(here), { depth: here.length, at, valueAt }))
    known.set(source, made)
    places = made
  }
  for (let depth = path.length; depth > 0; depth--) {
    const found = places.get(keyOf(path.slice(0, depth)))
    if (found?.depth === depth) return found
  }
  return places.get('')!
}

/** The index in the document of the n-th character of a text in quotes that begins at `at`. */
function rawIndex(text: string, at: number, n: number): number {
  let raw = at + 1
  for (let i = 0; i < n && text[raw] !== '"'; i++)
    raw += text[raw] === '\\' ? (text[raw + 1] === 'u' ? 6 : 2) : 1
  return raw
}

function closing(text: string, at: number): number {
  let end = at + 1
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1
  return end
}
