import type { Finding } from '@/compiler/language/finding'
import { JsonProblem, type Path, scanJson } from '@/compiler/language/scan-json'

/** A problem with a place in the file: lines and columns count from 1. */
export interface FileProblem {
  message: string
  line?: number
  column?: number
}

/** A file that is JSON, whatever it says. */
export interface DocumentFile {
  name: string
  text: string
  document: unknown
}

/** More than any policy needs; a browser would be busy with it for seconds. */
const LARGEST = 20_000_000

/** Reads a file as JSON; what is wrong with it comes with its line and column. */
export async function readDocument(file: File): Promise<DocumentFile | FileProblem> {
  if (file.size > LARGEST) return { message: `The file is larger than ${LARGEST / 1_000_000} MB.` }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    return { message: 'The file is not text in UTF-8.' }
  }
  try {
    scanJson(text)
    return { name: file.name, text, document: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch (error) {
    if (error instanceof JsonProblem)
      return { message: `${error.message}.`, ...lineAndColumn(text, error.at) }
    throw error
  }
}

/** The findings of the server, each with its place in the file. */
export function locate(file: DocumentFile, findings: Finding[]): FileProblem[] {
  const places = findings.map(finding => ({ path: finding.path ?? [], depth: -1, at: 0 }))
  // A path may lead to something that is missing: then to the nearest value around it.
  scanJson(file.text, (path, at) => {
    for (const place of places)
      if (path.length > place.depth && leadsTo(path, place.path))
        Object.assign(place, { depth: path.length, at })
  })
  return findings.map((finding, i) => ({
    message: finding.message,
    ...lineAndColumn(file.text, places[i]!.at),
  }))
}

const leadsTo = (path: Path, target: Path) =>
  path.length <= target.length && path.every((key, i) => String(key) === String(target[i]))

function lineAndColumn(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split(/\r\n|\r|\n/)
  return { line: before.length, column: before[before.length - 1]!.length + 1 }
}
