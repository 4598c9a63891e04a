import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BuildContext, context, type Plugin } from 'esbuild'
import { changed, type Mutant } from './mutants'

/** The tests and what they test in one file, with one change in it. */
export interface Bundler {
  /** Writes the file, with a change or without; false where the changed source is none. */
  write: (mutant: Mutant | null, to: string) => Promise<boolean>
  /** The tests that take in a source file, themselves or through others: no other one can tell a change of it. */
  testsOf: (file: string) => ReadonlySet<string>
  dispose: () => Promise<void>
}

/** One at a time: a bundler keeps what did not change. `tests` are paths from the root. */
export async function bundler(root: string, tests: readonly string[]): Promise<Bundler> {
  let current: Mutant | null = null
  const here = import.meta.dirname
  const sources: Plugin = {
    name: 'sources',
    setup(build) {
      build.onResolve({ filter: /^vitest$/ }, () => ({ path: join(here, 'harness.ts') }))
      build.onLoad({ filter: /[\\/](compiler|tests)[\\/].*\.ts$/ }, ({ path }) => {
        const file = relative(root, path).replaceAll('\\', '/')
        let contents = readFileSync(path, 'utf8')
        if (current?.file === file) contents = changed(contents, current)
        // Tests read files that lie beside them.
        contents = contents
          .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
          .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        return { contents, loader: 'ts' }
      })
    },
  }
  const imports = tests.map(
    file => `${JSON.stringify(file)}: () => import(${JSON.stringify(join(root, file))}),`,
  )
  const entry = `
    import { run } from ${JSON.stringify(join(here, 'harness.ts'))}
    run({ ${imports.join('\n')} }, process.env.REMIT_ORDER.split(' '))`
  const built: BuildContext = await context({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    external: ['esbuild'],
    target: 'node20',
    logLevel: 'silent',
    plugins: [sources],
    banner: {
      js: "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);",
    },
  })
  const testsOf = new Map<string, Set<string>>()
  return {
    testsOf: file => testsOf.get(file) ?? new Set(),
    async write(mutant, to) {
      current = mutant
      const result = await built.rebuild().catch(caught => {
        if (mutant === null) throw caught
        return null
      })
      if (!result) return false
      if (testsOf.size === 0) {
        const inputs = new Map(
          Object.entries(result.metafile!.inputs).map(([path, { imports }]) => [
            relative(root, resolve(path)).replaceAll('\\', '/'),
            imports.map(each => relative(root, resolve(each.path)).replaceAll('\\', '/')),
          ]),
        )
        for (const test of tests)
          for (const file of allFrom(test, inputs))
            testsOf.set(file, (testsOf.get(file) ?? new Set()).add(test))
      }
      await writeFile(to, result.outputFiles![0]!.contents)
      return true
    },
    dispose: () => built.dispose(),
  }
}

/** A file, and all that it takes in. */
function allFrom(file: string, imports: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const all = new Set<string>()
  const open = [file]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (all.has(at)) continue
    all.add(at)
    open.push(...(imports.get(at) ?? []))
  }
  return all
}
