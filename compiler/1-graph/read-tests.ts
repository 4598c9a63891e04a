import type { Handbook, When } from '../language/handbook'
import type { Policy } from '../language/policy'
import { type Domain, domainOf, setOf } from '../language/tests/domain'
import { parseTest } from '../language/tests/parse'
import type { Test, TestProblem } from '../language/tests/test'
import type { ValueSet } from '../language/tests/value-set'
import type { Memory, Shelf } from '../memory/memory'
import { once, onceFor } from '../memory/once'
import type { FactType } from '../runtime/values'

export type Path = (string | number)[]

/** A test of the document that could be read. */
export interface FactTest {
  fact: string
  test: Test
  /** The values of the fact's domain that pass it. */
  set: ValueSet
}

/** A row of tests, by fact; what could not be read is missing, and stands among the unreadable. */
export type Tests = ReadonlyMap<string, FactTest>

/** A test that does not parse, or does not fit its fact. */
export interface Unreadable {
  path: Path
  text: string
  fact: string
  problem: TestProblem
}

type Read = Omit<FactTest, 'fact'> | TestProblem

/** What was read before, for as long as it stands in some document. */
class ReadBefore implements Shelf {
  /** Of facts and parameters that have a domain without problems. */
  readonly domains = new WeakMap<object, Domain>()
  readonly rows = new WeakMap<When, { tests: Tests; domains: readonly Domain[] }>()
  private readonly textsOf = onceFor((_: Domain) => new Map<string, Read>())
  private count = 0

  get size() {
    return this.count
  }

  text(text: string, domain: Domain): Read {
    return once(this.textsOf(domain), text, () => {
      this.count++
      const parsed = parseTest(text, domain.type)
      return parsed.ok ? { test: parsed.test, set: setOf(parsed.test, domain) } : parsed.problem
    })
  }
}

/** A test of a domain's values. What was read before is the same object. */
export const readTest = (memory: Memory, text: string, domain: Domain): Read =>
  memory.shelf(ReadBefore).text(text, domain)

/** Reads the tests of a document, and keeps those that cannot be read with their places. */
export class TestReader {
  readonly domains: ReadonlyMap<string, Domain>
  readonly params: ReadonlyMap<string, ReadonlyMap<string, Domain>>
  readonly unreadable: Unreadable[] = []
  private readonly before: ReadBefore

  constructor(handbook: Handbook, memory: Memory) {
    this.before = memory.shelf(ReadBefore)
    this.domains = new Map(
      Object.entries(handbook.facts).map(([name, fact]) => [
        name,
        this.domain(name, fact, ['handbook', 'facts', name]),
      ]),
    )
    this.params = new Map(
      Object.entries(handbook.actions).map(([name, action]) => [
        name,
        new Map(
          Object.entries(action.params ?? {}).map(([param, of]) => [
            param,
            this.domain(param, of, ['handbook', 'actions', name, 'params', param]),
          ]),
        ),
      ]),
    )
  }

  /** The tests of a row, of facts that exist. */
  row(when: When | undefined, path: Path, domains: ReadonlyMap<string, Domain> = this.domains): Tests {
    if (!when) return NONE
    const known = this.before.rows.get(when)
    if (known && sameDomains(known, domains)) return known.tests
    const tests = new Map<string, FactTest>()
    const of: Domain[] = []
    const names = Object.keys(when)
    for (const fact of names) {
      const domain = domains.get(fact)
      const read = domain && this.before.text(when[fact]!, domain)
      if (!read) continue
      if ('set' in read) {
        tests.set(fact, { fact, ...read })
        of.push(domain)
      } else this.unreadable.push({ path: [...path, fact], text: when[fact]!, fact, problem: read })
    }
    if (tests.size === names.length) this.before.rows.set(when, { tests, domains: of })
    return tests
  }

  private domain(
    name: string,
    fact: Parameters<typeof domainOf>[0] & { allowedValues?: string },
    path: Path,
  ): Domain {
    const known = this.before.domains.get(fact)
    if (known) return known
    const problems = this.unreadable.length
    const domain = this.readDomain(name, fact, path)
    if (this.unreadable.length === problems) this.before.domains.set(fact, domain)
    return domain
  }

  private readDomain(
    name: string,
    fact: { type: FactType; allowedValues?: string; step?: number; mayBeUnknown?: boolean },
    path: Path,
  ): Domain {
    const { allowedValues } = fact
    if (allowedValues === undefined) return domainOf(fact)
    const at = [...path, 'allowedValues']
    const problem = (told: TestProblem) =>
      this.unreadable.push({ path: at, text: allowedValues, fact: name, problem: told })
    const parsed = parseTest(allowedValues, fact.type)
    if (!parsed.ok) problem(parsed.problem)
    const test = parsed.ok ? parsed.test : undefined
    const domain = domainOf(fact, test)
    const position = { start: 0, end: allowedValues.length }
    if (test?.is === 'list' && test.items.some(item => item.is === 'value' && item.value === null))
      problem({
        message: 'null is no allowed value; a fact that nobody may know has mayBeUnknown: true.',
        position,
      })
    else if (
      domain.all.of === 'grid'
        ? domain.all.ranges.length === 0
        : !domain.all.but && domain.all.texts.length === 0
    )
      problem({ message: 'No value at all is allowed.', position })
    return domain
  }
}

const NONE: Tests = new Map()

function sameDomains(
  { tests, domains }: { tests: Tests; domains: readonly Domain[] },
  now: ReadonlyMap<string, Domain>,
): boolean {
  let i = 0
  for (const fact of tests.keys()) if (now.get(fact) !== domains[i++]) return false
  return true
}

/** Shares are read for their form alone: they are for estimates. */
export function readShares(reader: TestReader, policy: Policy) {
  for (const [name, fact] of Object.entries(policy.handbook.facts))
    fact.shares?.forEach((share, i) => {
      const path = ['handbook', 'facts', name, 'shares', i]
      const domain = reader.domains.get(name)
      if (!domain) return
      const parsed = parseTest(share.test, domain.type)
      if (!parsed.ok)
        reader.unreadable.push({
          path: [...path, 'test'],
          text: share.test,
          fact: name,
          problem: parsed.problem,
        })
    })
}
