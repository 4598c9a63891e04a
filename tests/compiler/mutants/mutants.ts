import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parse } from '@babel/parser'
import { type Change, isSyntax, mistakesAt, type Syntax } from './changes'

/** One change in one source file. */
export interface Mutant extends Change {
  /** From the root of the repository. */
  file: string
  line: number
  /** The line as it is written, and what becomes of the changed part: so it is found again when lines move. */
  source: string
  change: string
}

/** What is changed: everything that compiles, checks, decides and compares. */
export const FOLDERS = [
  ...['1-graph', '2-checks', '3-diagram', '4-table', 'memory'],
  ...['compare', 'language', 'meaning', 'runtime'],
].map(folder => `compiler/${folder}`)

export function sourcesIn(root: string, folder: string): string[] {
  return (
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
      .map(entry => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      // Sentences about a comparison are held by their pages, which are read by people.
      .filter(path => !path.startsWith('compiler/compare/told/'))
      .sort()
  )
}

/** Types are not changed, since a machine does not run them; but what stands within `as` and `satisfies` is. */
const CASTS = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression'])
const isType = ({ type }: Syntax) => type.startsWith('TS') && !CASTS.has(type)

/** Every mutant of a file. */
export function mutantsOf(root: string, file: string): Mutant[] {
  const source = readFileSync(join(root, file), 'utf8')
  const tree = parse(source, { sourceType: 'module', plugins: ['typescript'] })
  const mutants: Mutant[] = []
  const visit = (node: Syntax) => {
    if (isType(node) || node.type === 'ImportDeclaration') return
    for (const change of mistakesAt(node, source)) mutants.push(describe(file, source, change))
    for (const value of Object.values(node))
      for (const child of Array.isArray(value) ? value : [value]) if (isSyntax(child)) visit(child)
  }
  visit(tree.program as unknown as Syntax)
  return mutants
}

function describe(file: string, source: string, change: Change): Mutant {
  const before = source.lastIndexOf('\n', change.start - 1) + 1
  const after = source.indexOf('\n', change.start)
  const was = source.slice(change.start, change.end)
  const short = (text: string) => text.replace(/\s+/g, ' ').trim()
  return {
    ...change,
    file,
    line: source.slice(0, change.start).split('\n').length,
    source: source.slice(before, after < 0 ? undefined : after).trim(),
    change: `${short(was)} => ${short(change.text) || '(nothing)'}`,
  }
}

export const changed = (source: string, { start, end, text }: Change) =>
  source.slice(0, start) + text + source.slice(end)
