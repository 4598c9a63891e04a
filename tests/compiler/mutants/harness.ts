import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
} from '@vitest/expect'

/*
 * What the tests take from vitest, for a process of its own that ends at the first failure: starting it takes a tenth
 * of the time. Hooks that come after are left out: they look at the tests, not at what is tested.
 */
type Work = () => unknown

interface Test {
  name: string
  work: Work
}

/** Tests that are to be done in good time are held to the time that they work, whatever else the machine has to do. */
performance.now = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

let prefix: string[] = []
let collected: Test[] = []
let before: Work[] = []

chai.use(JestExtend)
chai.use(JestChaiExpect)
chai.use(JestAsymmetricMatchers)

// biome-ignore lint/suspicious/noExplicitAny: chai's own types are not installed.
const chaiExpect: any = (chai as any).expect
export const expect: typeof chaiExpect = (value: unknown, message?: string) => chaiExpect(value, message)
const matchers = (globalThis as Record<PropertyKey, unknown>)[ASYMMETRIC_MATCHERS_OBJECT]
Object.assign(expect, chaiExpect, matchers)
Object.defineProperty(globalThis, GLOBAL_EXPECT, { value: expect, writable: true, configurable: true })

const within = (name: string, body: Work) => {
  prefix = [...prefix, name]
  body()
  prefix = prefix.slice(0, -1)
}
const add = (name: string, work: Work) => {
  collected.push({ name: [...prefix, name].join(' > '), work })
}

/** `$title` and `%s` in the names of tests that are made of a list. */
const named = (name: string, value: unknown) => `${name} ${JSON.stringify(value)?.slice(0, 60)}`
const each =
  (define: (name: string, body: Work) => void) =>
  (values: readonly unknown[]) =>
  (name: string, body: (...args: never[]) => unknown) => {
    for (const value of values)
      define(named(name, value), () => body(...((Array.isArray(value) ? value : [value]) as never[])))
  }

const withoutOptions =
  (define: (name: string, body: Work) => void) =>
  (name: string, ...rest: unknown[]) =>
    define(name, rest.find(each => typeof each === 'function') as Work)

export const describe = Object.assign(withoutOptions(within), { each: each(within) })
export const it = Object.assign(withoutOptions(add), { each: each(add) })
export const test = it
export const beforeAll = (work: Work) => before.push(work)
export const beforeEach = beforeAll
export const afterAll = () => undefined
export const afterEach = afterAll

/**
 * Runs the tests of files, one file after another, and ends at the first failure. Tells of each file in a line of JSON, so
 * that whoever waits can tell a file that hangs.
 */
export async function run(files: Record<string, () => Promise<unknown>>, order: readonly string[]) {
  console.info = () => undefined
  const tell = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`)
  for (const file of order) {
    const start = performance.now()
    prefix = []
    collected = []
    before = []
    let name = file
    try {
      await files[file]!()
      for (const work of before) await work()
      for (const one of collected) {
        name = `${file} > ${one.name}`
        await one.work()
      }
    } catch (caught) {
      const message = String((caught as Error)?.message ?? caught).split('\n')[0]!
      tell({ failed: name, message: message.slice(0, 300) })
      process.exit(1)
    }
    tell({ passed: file, took: Math.round(performance.now() - start) })
  }
}
