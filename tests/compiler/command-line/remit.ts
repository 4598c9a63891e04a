import { type SpawnOptions, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll } from 'vitest'
import type { PolicyDocument } from '@/compiler/language/policy'

export const root = resolve(import.meta.dirname, '../../..')
export const sample = join(root, 'server/seed/shipping-promises.json')
export const policy = JSON.parse(readFileSync(sample, 'utf8'))

export interface Ended {
  code: number | null
  out: string
  err: string
}

/**
 * The command line in processes of its own, in a folder of its own. It is bundled once, as the server is, so that starting
 * it takes a tenth of a second.
 */
export function commandLine() {
  const folder = mkdtempSync(join(tmpdir(), 'remit-cli-'))
  // Beside the packages that it does not bundle.
  const built = join(root, '.build', `cli-${process.pid}-${Math.random().toString(36).slice(2)}`)
  beforeAll(async () => {
    mkdirSync(built, { recursive: true })
    await build({
      entryPoints: [join(root, 'server/cli/main.ts')],
      outdir: built,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      alias: { '@': root },
      logLevel: 'error',
    })
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
    rmSync(built, { recursive: true })
  })

  const start = (args: string[], options: SpawnOptions = {}) =>
    spawn(process.execPath, [join(built, 'main.mjs'), ...args], { cwd: folder, ...options })

  const remit = (args: string[], input: string | Uint8Array = '', env = process.env): Promise<Ended> =>
    new Promise(done => {
      const child = start(args, { env })
      const [out, err]: [Buffer[], Buffer[]] = [[], []]
      child.stdout!.on('data', chunk => out.push(chunk))
      child.stderr!.on('data', chunk => err.push(chunk))
      // It may have ended before it has read all.
      child.stdin!.on('error', () => {})
      child.stdin!.end(input)
      child.on('close', code =>
        done({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
      )
    })

  /** A file in the folder. */
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content)
    return name
  }

  /** A file with the sample, changed. */
  const changed = (
    name: string,
    change: (document: PolicyDocument & Record<string, unknown>) => void,
  ): string => {
    const document = structuredClone(policy)
    change(document)
    return file(name, JSON.stringify(document, null, 2))
  }

  return { folder, start, remit, file, changed }
}

export const withoutOtherwise = (document: PolicyDocument) => {
  document.chart.edges = document.chart.edges.filter(edge => edge.from !== 'q-time' || !edge.otherwise)
}
