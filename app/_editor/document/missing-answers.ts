import type { Fact } from '@/compiler/language/fact'
import type { Handbook } from '@/compiler/language/handbook'
import type { NodeOf } from '@/compiler/language/kinds'
import type { Edge } from '@/compiler/language/policy'
import { printSet } from '@/compiler/language/tests/canonical'
import { type Domain, domainOf, setOf } from '@/compiler/language/tests/domain'
import { restOf } from '@/compiler/language/tests/minus'
import { parseTest } from '@/compiler/language/tests/parse'
import type { Test } from '@/compiler/language/tests/test'
import { contains, isEmpty, type ValueSet } from '@/compiler/language/tests/value-set'

export type MissingAnswers =
  /**
   * Decided exactly. `closed`: the fact has a few values, each of which can have an answer of its own; `caught`:
   * `otherwise` takes what no other answer does, so that nothing is amiss.
   */
  | { known: true; closed: boolean; caught: boolean; whens: Record<string, string>[] }
  /** Several facts, many answers, or something that cannot be read: the checks tell. */
  | { known: false }

/** A question of more answers than these is a table, and what it lacks is for the checks to tell, in their worker. */
export const MOST_ANSWERS = 24

/** More single values than this are one answer, not a row each. */
const MOST_ROWS = 8

const testsOf = (edges: readonly Edge[], name: string, fact: Fact): Test[] | null => {
  const tests = edges.map(edge => parseTest(edge.when?.[name] ?? '-', fact.type))
  return tests.every(test => test.ok) ? tests.map(test => test.test) : null
}

const nothing = (set: ValueSet): ValueSet =>
  set.of === 'grid'
    ? { of: 'grid', ranges: [], null: false }
    : { of: 'text', but: false, texts: [], null: false }

/** A set of few values as one set for each; any other as itself. */
function rows(set: ValueSet, domain: Domain): ValueSet[] {
  const singles: ValueSet[] = []
  const { all } = domain
  if (set.of === 'text' && !set.but)
    singles.push(...set.texts.map(text => ({ of: 'text', but: false, texts: [text], null: false }) as const))
  else if (set.of === 'grid' && domain.type === 'boolean' && all.of === 'grid')
    // Yes before no, as everywhere in the product.
    for (const value of [1, 0])
      if (contains(set, value === 1)) singles.push({ of: 'grid', ranges: [[value, value]], null: false })
  if (singles.length === 0 || singles.length > MOST_ROWS) return [set]
  return set.null ? [...singles, { ...nothing(set), null: true }] : singles
}

/** The cases that no answer of a question covers, as the answers that would cover them. */
export function missingAnswers(
  node: NodeOf<'question'>,
  edges: readonly Edge[],
  facts: Handbook['facts'],
): MissingAnswers {
  const [name, more] = node.facts
  const fact = name === undefined ? undefined : facts[name]
  if (name === undefined || !fact || more !== undefined || edges.length > MOST_ANSWERS)
    return { known: false }
  const allowed = fact.allowedValues === undefined ? undefined : parseTest(fact.allowedValues, fact.type)
  const answers = edges.filter(edge => !edge.otherwise)
  const tests = testsOf(answers, name, fact)
  if (!tests || allowed?.ok === false) return { known: false }
  const domain = domainOf(fact, allowed?.test)
  const closed = domain.type === 'boolean' || (domain.all.of === 'text' && !domain.all.but)
  const left = restOf(
    domain,
    tests.map(test => setOf(test, domain)),
  )
  // An ordered fact that has no answer yet is missing everything, which is nothing to say.
  if (!closed && answers.length === 0) return { known: false }
  const caught = edges.some(edge => edge.otherwise)
  const whens = isEmpty(left) ? [] : rows(left, domain).map(set => ({ [name]: printSet(set, domain) ?? '-' }))
  return { known: true, closed, caught, whens }
}
