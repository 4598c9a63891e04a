import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs'
import { progress, run } from './progress.mjs'

const LOCK = 'package-lock.json'
/** What the pages are made of; of the server they know nothing but types. */
const PAGES = ['app', 'compiler', 'next.config.js', 'package.json', 'tsconfig.json', LOCK]
const SERVER = ['server', 'compiler', 'drizzle/schema', 'tsconfig.json', LOCK]

/** The bundle of the server that `buildServer` writes. @param {string} root */
export const serverBundle = root => join(root, '.build', 'main.js')

/** Builds the pages and the server, each only if something that it is made of has changed. @param {string} root */
export async function build(root) {
  await buildServer(root)
  await buildPages(root)
}

/** @param {string} root */
async function buildPages(root) {
  const stamp = join(root, '.next', 'remit-built')
  const wanted = fingerprint(root, PAGES)
  if (readStamp(stamp) === wanted && existsSync(join(root, '.next', 'BUILD_ID'))) return
  await progress('Building the pages', async () => {
    const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
    const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
    await run(process.execPath, [next, 'build'], { cwd: root, env: /** @type {any} */ (env) })
    writeStamp(stamp, wanted)
  })
}

/** @param {string} root */
export async function buildServer(root) {
  const stamp = join(root, '.build', 'main.stamp')
  const wanted = fingerprint(
    root,
    SERVER,
    path => /\.(ts|json)$/.test(path) && !path.startsWith('server/seed/'),
  )
  if (readStamp(stamp) === wanted && existsSync(serverBundle(root))) return
  await progress('Building the server', async () => {
    const { build } = await import('esbuild')
    await build({
      absWorkingDir: root,
      entryPoints: ['server/main.ts'],
      outfile: '.build/main.js',
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      sourcemap: true,
      logLevel: 'silent',
    })
    writeStamp(stamp, wanted)
  })
}
