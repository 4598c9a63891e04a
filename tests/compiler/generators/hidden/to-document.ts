import { type SharedHandbook, sharedHandbookSchema } from '@/compiler/language/handbook'
import type { Policy } from '@/compiler/language/policy'
import { readDocument } from '@/compiler/language/read-document'
import { allInputs, allInputsCount } from '../all-inputs'
import { shuffled } from '../shuffled'
import type { Change } from './hidden-parts'

/** The policy again, its handbook taken in from a shared one of some version, and its own entries beside it. */
function bySharedHandbook(policy: Policy, version: number, isShared: () => boolean): Policy | null {
  const { handbook } = policy
  const [theirs, ours] = [
    { facts: {}, actions: {} },
    { facts: {}, actions: {} },
  ] as [Pick<SharedHandbook, 'facts' | 'actions'>, Pick<SharedHandbook, 'facts' | 'actions'>]
  for (const kind of ['facts', 'actions'] as const)
    for (const [name, entry] of Object.entries(handbook[kind]))
      Object.assign((isShared() ? theirs : ours)[kind], { [name]: entry })
  const shared = sharedHandbookSchema.parse({
    format: 'remit-handbook/1',
    name: 'canary',
    version,
    title: 'Canary',
    tiers: handbook.tiers,
    ...theirs,
  })
  const from = { from: { name: 'canary', version }, ...ours, guardrails: handbook.guardrails ?? [] }
  return readDocument({ ...policy, handbook: from }, shared).policy
}

/** Changes of the document around handbook and chart. */
export const TO_DOCUMENT = {
  'the title': ({ dice, policy }) => {
    policy.title = `Canary ${dice.int(0, 99)}`
  },

  'the scenarios': ({ dice, policy, tier }) => {
    if (policy.scenarios && dice.chance(30)) delete policy.scenarios
    else if (allInputsCount(policy, tier) < 500)
      policy.scenarios = [
        { title: `Canary ${dice.int(0, 99)}`, tier, facts: dice.pick(allInputs(policy, tier)), expect: {} },
      ]
  },

  'the time zone, where no clock is seen': ({ dice, policy, sight }) => {
    if ([...sight.facts].some(name => policy.handbook.facts[name]!.source === 'clock')) return
    policy.timeZone = dice.pick(['Europe/London', 'Asia/Tokyo', 'Africa/Lagos'])
  },

  'the order of everything': ({ dice, policy }) => {
    const other = shuffled(dice, policy)
    for (const key of Object.keys(policy)) delete (policy as unknown as Record<string, unknown>)[key]
    Object.assign(policy, other)
  },

  'a shared handbook, and its version': ({ dice, policy }) => {
    const taken = bySharedHandbook(policy, dice.int(1, 999), () => dice.chance(60))
    if (taken) Object.assign(policy, taken)
  },
} as const satisfies Record<string, Change>
