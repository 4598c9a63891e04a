import { posix } from 'node:path'

export interface Import {
  /** A path from the root such as `compiler/compile`, or a package's name, or `node:fs`. */
  to: string
  isPackage: boolean
  /** Whether it is gone once compiled. `import { type A }` is not: the module is still loaded. */
  typeOnly: boolean
}

const STATEMENT = /^\s*(?:import|export)\s(?<type>type\s)?[^'"`;]*?from\s*['"](?<from>[^'"]+)['"]/gm
const BARE = /^\s*import\s*['"](?<from>[^'"]+)['"]/gm
const CALL =
  /(?<type>typeof\s+)?\bimport\(\s*['"](?<from>[^'"]+)['"]\s*\)|\brequire\(\s*['"](?<required>[^'"]+)['"]\s*\)/g
const WORKER = /Worker\(\s*new URL\(\s*['"](?<from>[^'"]+)['"],\s*import\.meta\.url\s*\)/g

/** Everything that a source file imports, workers included. */
export function importsOf(path: string, text: string): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  return [STATEMENT, BARE, CALL, WORKER].flatMap(pattern =>
    [...code.matchAll(pattern)].map(({ groups }) => {
      const from = groups!.from ?? groups!.required!
      const typeOnly = groups!.type !== undefined
      if (from.startsWith('@/')) return { to: from.slice(2), isPackage: false, typeOnly }
      if (from.startsWith('.'))
        return { to: posix.join(posix.dirname(path), from), isPackage: false, typeOnly }
      return { to: from, isPackage: true, typeOnly }
    }),
  )
}
