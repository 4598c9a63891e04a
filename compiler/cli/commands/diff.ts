import { readGraph } from '../../1-graph/graph'
import { TooLarge } from '../../3-diagram/too-large'
import { Tables } from '../../4-table/tables'
import { type Diff, diffOf } from '../../compare/diff'
import { TooDifferent } from '../../compare/too-different'
import type { Policy } from '../../language/policy'
import type { Command } from '../command'
import { type Outcome, Refused } from '../exit'
import { isError, knownTier, readChecked, tiersOf } from '../read-policy'
import { showDiff } from '../show-diff'
import { showFindings } from '../show-findings'

export const diffCommand: Command = {
  usage: 'diff OLD NEW [--tier T] [--json]',
  about: 'Says which cases two versions of a policy decide differently: all of them, and no others.',
  more: [
    '',
    '  --tier T   for callers of this tier only',
    '  --json     as JSON: for one tier its changes, without --tier { "same", "tiers" }',
    '',
    'Each situation comes with what was decided in it, what is now, and an example. Steps that both versions do may be left',
    'out there; the example is decided whole.',
    'Exit codes: 0 nothing differs, 1 something does, 2 a file cannot be read, has errors, or differs in too many ways.',
  ],
  options: { tier: { type: 'string' }, json: { type: 'boolean' } },
  takes: 2,
  run: ([oldFile, newFile], { tier, json }): Outcome => {
    if (oldFile === '-' && newFile === '-')
      throw new Refused('Standard input can be one of the files, not both.')
    const [old, next] = [publishable(oldFile!), publishable(newFile!)]
    const all = [...new Set([...tiersOf(old), ...tiersOf(next)])]
    if (typeof tier === 'string') knownTier(tier, all, 'either version')
    const asked = typeof tier === 'string' ? [tier] : all
    const [before, after] = [new Tables(readGraph(old)), new Tables(readGraph(next))]
    const found: Record<string, Diff> = Object.fromEntries(
      asked.map(each => [each, compared(before, after, each)]),
    )
    const same = Object.values(found).every(each => each.same)
    const told = typeof tier === 'string' ? found[tier] : { same, tiers: found }
    return { code: same ? 0 : 1, out: json ? JSON.stringify(told, null, 2) : showDiff(found, old, next) }
  },
}

function compared(before: Tables, after: Tables, tier: string): Diff {
  try {
    return diffOf(before, after, tier)
  } catch (caught) {
    if (caught instanceof TooDifferent) throw new Refused(`${tier}: ${caught.message}`)
    if (caught instanceof TooLarge)
      throw new Refused(`${tier}: one of the versions has more cases than can be told apart.`)
    throw caught
  }
}

/** Two versions are compared by what they decide; one with errors decides nothing. */
function publishable(file: string): Policy {
  const { source, policy, findings } = readChecked(file)
  const errors = findings.filter(isError)
  if (!policy || errors.length > 0)
    throw new Refused(`${showFindings(source, errors)}\nOnly versions without errors can be compared.`)
  return policy
}
