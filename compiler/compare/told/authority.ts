import type { Action, Handbook } from '../../language/handbook'
import type { Policy } from '../../language/policy'
import { domainOf, setOf } from '../../language/tests/domain'
import { parseTest } from '../../language/tests/parse'
import { equalSets, intersect, type ValueSet } from '../../language/tests/value-set'
import { testWords } from '../../language/tests/words'
import { actionTitle, tierName } from '../../words/titles'

/** What a tier may do with an action, before and after; `null` where it may not do it at all. */
export interface AuthorityChange {
  action: string
  title: string
  tier: string
  /** "without limit", "Amount: 25 or less". */
  before: string | null
  after: string | null
  is: 'gained' | 'lost' | 'wider' | 'narrower' | 'other'
  sentence: string
}

type Limits = Record<string, string>

/** A tier without a grant of its own has that of the nearest tier below. */
function limitsOf(action: string, tier: string, { actions, tiers }: Handbook): Limits | null {
  const at = tiers.findIndex(({ id }) => id === tier)
  for (let i = at; i >= 0; i--) {
    const grant = actions[action]?.grants?.[tiers[i]!.id]
    if (grant) return grant
  }
  return null
}

function limitWords({ params }: Action, limits: Limits): string {
  const words = Object.entries(limits).flatMap(([name, test]) => {
    const param = params?.[name]
    return param && test.trim() !== '-' ? [`${param.title || name}: ${testWords(test, param.type)}`] : []
  })
  return words.length > 0 ? words.join(', ') : 'without limit'
}

/** The values that a limit leaves, of the parameter as it is declared. */
function allowed(action: Action, param: string, limits: Limits): ValueSet | null {
  const declared = action.params?.[param]
  if (!declared) return null
  const read = (text: string) => {
    const parsed = parseTest(text, declared.type)
    return parsed.ok ? parsed.test : undefined
  }
  const domain = domainOf(declared, declared.allowedValues ? read(declared.allowedValues) : undefined)
  const test = limits[param] === undefined ? undefined : read(limits[param])
  return test ? setOf(test, domain) : domain.all
}

/** Which of the two leaves more, in every parameter. */
function wider(old: Action, was: Limits, next: Action, is: Limits): 'same' | 'wider' | 'narrower' | 'other' {
  const params = new Set([...Object.keys(old.params ?? {}), ...Object.keys(next.params ?? {})])
  let [more, less] = [false, false]
  for (const param of params) {
    const [a, b] = [allowed(old, param, was), allowed(next, param, is)]
    if (!a || !b || a.of !== b.of) return 'other'
    if (equalSets(a, b)) continue
    const both = intersect(a, b)
    const [grows, shrinks] = [equalSets(both, a), equalSets(both, b)]
    if (!grows && !shrinks) return 'other'
    if (grows) more = true
    else less = true
  }
  if (more && less) return 'other'
  return more ? 'wider' : less ? 'narrower' : 'same'
}

/** Who gained or lost which authority: every action, for every tier, wherever what it may do is other than before. */
export function authorityChanges(old: Policy, next: Policy): AuthorityChange[] {
  const [was, is] = [old.handbook, next.handbook]
  const actions = [...new Set([...Object.keys(is.actions), ...Object.keys(was.actions)])]
  const tiers = [...new Set([...is.tiers, ...was.tiers].map(({ id }) => id))]
  return actions.flatMap(action => tiers.flatMap(tier => changeOf(action, tier, was, is) ?? []))
}

function changeOf(action: string, tier: string, was: Handbook, is: Handbook): AuthorityChange | null {
  const [a, b] = [was.actions[action], is.actions[action]]
  const [before, after] = [limitsOf(action, tier, was), limitsOf(action, tier, is)]
  if (!before && !after) return null
  const title = actionTitle(action, b ? is : was)
  const who = tierName(tier, is.tiers.some(({ id }) => id === tier) ? is : was)
  const [from, to] = [before && limitWords(a!, before), after && limitWords(b!, after)]
  const made = (kind: AuthorityChange['is'], sentence: string): AuthorityChange => ({
    action,
    title,
    tier,
    before: from,
    after: to,
    is: kind,
    sentence,
  })
  const limited = (words: string) => (words === 'without limit' ? ', without limit' : ` (${words})`)
  if (!before) return made('gained', `${who} may now do “${title}”${limited(to!)}.`)
  if (!after) return made('lost', `${who} may no longer do “${title}”.`)
  const how = wider(a!, before, b!, after)
  if (how === 'same') return null
  const word = { wider: 'more', narrower: 'less', other: 'other things' }[how]
  return made(how, `${who} may do ${word} with “${title}”: ${to} instead of ${from}.`)
}
