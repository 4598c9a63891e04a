import { join } from 'node:path'
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs'
import { progress, run } from './progress.mjs'

/** Installs exactly what the lockfile says, unless that is what is there. @param {string} root */
export async function install(root) {
  const stamp = join(root, 'node_modules', '.remit-installed')
  const wanted = fingerprint(root, ['package-lock.json'])
  if (readStamp(stamp) === wanted) return
  await progress('Installing what Remit needs', async () => {
    // As one command line: npm is a script that Windows runs by a shell only.
    const flags = '--no-audit --no-fund --include=dev'
    await run(`npm ci ${flags}`, [], { cwd: root, shell: true })
    writeStamp(stamp, wanted)
  })
}
