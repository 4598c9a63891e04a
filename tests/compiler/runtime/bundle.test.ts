import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')

const bundle = (format: 'esm' | 'cjs') =>
  build({
    entryPoints: [resolve(root, 'compiler/runtime/load.ts')],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format,
    target: 'es2022',
    // Nothing of Node's may be needed.
    platform: 'neutral',
    logLevel: 'silent',
  })

describe('what runtime clients ship', async () => {
  const { outputFiles, metafile } = await bundle('esm')
  const [{ text, contents }] = outputFiles as [(typeof outputFiles)[0]]

  it('is less than 10 kB', () => {
    const size = gzipSync(contents, { level: 9 }).length
    console.info(`${contents.length} bytes, ${size} compressed`)
    expect(size).toBeGreaterThan(1000)
    expect(size).toBeLessThan(10_240)
  })

  it('comes from its folder alone', () => {
    const { imports } = Object.values(metafile.outputs)[0]!
    expect(imports).toEqual([])
    expect(Object.keys(metafile.inputs).filter(path => !path.startsWith('compiler/runtime/'))).toEqual([])
    expect(text).not.toMatch(/\bimport\s*[("'{*]|\brequire\s*\(|\bprocess\b|\bBuffer\b/)
  })

  it('makes no code out of text', () => {
    expect(text).not.toMatch(/\beval\b|\bFunction\b|\bsetTimeout\b|\bimport\(/)
  })

  it('decides where there is nothing but the language and a text encoder', async () => {
    const { outputFiles } = await bundle('cjs')
    const { createContext, runInContext } = await import('node:vm')
    const context = createContext(
      { module: { exports: {} }, TextEncoder },
      { codeGeneration: { strings: false, wasm: false } },
    )
    runInContext(outputFiles[0]!.text, context)
    const { compile } = await import('@/compiler/compile')
    const { readFileSync } = await import('node:fs')
    const policy = JSON.parse(readFileSync(resolve(root, 'server/seed/shipping-promises.json'), 'utf8'))
    const artifact = JSON.stringify(compile(policy, 'T1'))
    const said = runInContext(`JSON.stringify(module.exports.load(${artifact}).decide({}))`, context)
    const { load } = await import('@/compiler/runtime/load')
    expect(JSON.parse(said)).toEqual(load(JSON.parse(artifact)).decide({}))
  })
})
