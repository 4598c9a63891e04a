import type { Fact } from '@/compiler/language/fact'
import { type Domain, domainOf } from '@/compiler/language/tests/domain'
import { parseTest } from '@/compiler/language/tests/parse'

const known = new WeakMap<Fact, Domain>()

/** What a fact may be; of its type, where what is allowed cannot be read. */
export function domainOfFact(fact: Fact): Domain {
  const before = known.get(fact)
  if (before) return before
  const allowed = fact.allowedValues === undefined ? undefined : parseTest(fact.allowedValues, fact.type)
  const domain = domainOf(fact, allowed?.ok ? allowed.test : undefined)
  // The handbook is never changed in place: another fact is another object.
  known.set(fact, domain)
  return domain
}
