import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * A hash of the contents and the names of files and of everything in folders. What does not exist counts as absent.
 * @param {string} root
 * @param {string[]} paths relative to the root
 * @param {(path: string) => boolean} [counts] which files count
 */
export function fingerprint(root, paths, counts = () => true) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(path => filesUnder(root, path)).filter(counts)) {
    hash.update(`${path}\0`).update(
      createHash('sha256')
        .update(readFileSync(join(root, path)))
        .digest(),
    )
  }
  return hash.digest('hex')
}

/** @param {string} root @param {string} path @returns {string[]} */
function filesUnder(root, path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full)
    .sort()
    .flatMap(name => filesUnder(root, `${path}/${name}`))
}

/** What was stamped there last; empty where nothing was. @param {string} file */
export const readStamp = file => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/** @param {string} file @param {string} stamp */
export function writeStamp(file, stamp) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, stamp)
}
