import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..', '..')

const IGNORED = readFileSync(join(root, '.gitignore'), 'utf8')
  .split('\n')
  .map(line => line.trim().replace(/\/$/, ''))
  .filter(Boolean)
const isIgnored = (name: string) =>
  name === '.git' ||
  IGNORED.some(pattern => (pattern.startsWith('*') ? name.endsWith(pattern.slice(1)) : name === pattern))

/** What lies in a folder of the repository, but for what git ignores. */
export const entries = (folder: string) =>
  readdirSync(join(root, folder), { withFileTypes: true }).filter(({ name }) => !isIgnored(name))

/** Every source file under a folder, relative to the root, with its text. */
export function sourceFiles(folder: string): { path: string; text: string }[] {
  return entries(folder).flatMap(entry => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return sourceFiles(path)
    return /\.(ts|tsx|js|mjs)$/.test(path) ? [{ path, text: readFileSync(join(root, path), 'utf8') }] : []
  })
}
