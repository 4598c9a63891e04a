import type { Handbook, When } from '../language/handbook'
import type { Policy } from '../language/policy'
import { type Domain, domainOf, setOf } from '../language/tests/domain'
import { type Parsed, parseTest } from '../language/tests/parse'
import type { Test } from '../language/tests/test'
import type { ValueSet } from '../language/tests/value-set'
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
  problem: Extract<Parsed, { ok: false }>['problem']
}

/** Reads the tests of a document, and keeps those that cannot be read with their places. */
export class TestReader {
  readonly domains: ReadonlyMap<string, Domain>
  readonly params: ReadonlyMap<string, ReadonlyMap<string, Domain>>
  readonly unreadable: Unreadable[] = []

  constructor(handbook: Handbook) {
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
    const tests = new Map<string, FactTest>()
    for (const [fact, text] of Object.entries(when ?? {})) {
      const domain = domains.get(fact)
      const test = domain && this.text(text, domain.type, fact, [...path, fact])
      if (test) tests.set(fact, { fact, test, set: setOf(test, domain) })
    }
    return tests
  }

  private text(text: string, type: FactType, fact: string, path: Path): Test | undefined {
    const parsed = parseTest(text, type)
    if (parsed.ok) return parsed.test
    this.unreadable.push({ path, text, fact, problem: parsed.problem })
    return undefined
  }

  private domain(
    name: string,
    fact: { type: FactType; allowedValues?: string; step?: number; mayBeUnknown?: boolean },
    path: Path,
  ): Domain {
    const { allowedValues } = fact
    if (allowedValues === undefined) return domainOf(fact)
    const at = [...path, 'allowedValues']
    const test = this.text(allowedValues, fact.type, name, at)
    const domain = domainOf(fact, test)
    const whole = { start: 0, end: allowedValues.length }
    const problem = (message: string) =>
      this.unreadable.push({
        path: at,
        text: allowedValues,
        fact: name,
        problem: { message, position: whole },
      })
    if (test?.is === 'list' && test.items.some(item => item.is === 'value' && item.value === null))
      problem('null is no allowed value; a fact that nobody may know has mayBeUnknown: true.')
    else if (
      domain.all.of === 'grid'
        ? domain.all.ranges.length === 0
        : !domain.all.but && domain.all.texts.length === 0
    )
      problem('No value at all is allowed.')
    return domain
  }
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
