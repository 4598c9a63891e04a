import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { entries, sourceFiles } from './source-files'

/** What may lie at the top; configuration that need not be here goes beside what it configures. */
const TOP = [
  ...['app', 'compiler', 'drizzle', 'server', 'tests'],
  ...['README.md', 'LICENSE', 'package.json', 'package-lock.json', 'tsconfig.json', 'next.config.js'],
  ...['Dockerfile', 'compose.yaml', '.dockerignore'],
  ...['.biome.json', '.ci', '.gitignore', '.npmrc', '.readme'],
]

const files = ['app', 'compiler', 'drizzle', 'server', 'tests'].flatMap(sourceFiles)

test('nothing lies at the top that is not agreed', () => {
  expect(
    entries('.')
      .map(({ name }) => name)
      .filter(name => !TOP.includes(name)),
  ).toEqual([])
})

test('no file is longer than 400 lines', () => {
  const long = files
    .map(({ path, text }) => [path, text.split('\n').length] as const)
    .filter(([, lines]) => lines > 400)
  expect(long).toEqual([])
})

test('files are kebab-case, and named for what is in them', () => {
  const names = files.map(({ path }) => path).filter(path => !path.startsWith('drizzle/migrations/'))
  const odd = names.filter(
    path =>
      !/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|spec|config|worker|bench))?\.(ts|tsx|js|mjs)$/.test(basename(path)),
  )
  expect(odd).toEqual([])
  expect(names.filter(path => /\b(utils?|helpers?|misc|common-stuff)\b/.test(path))).toEqual([])
})
