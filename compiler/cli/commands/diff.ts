import { basename } from 'node:path'
import { readGraph } from '../../1-graph/graph'
import { TooLarge } from '../../3-diagram/too-large'
import { Tables } from '../../4-table/tables'
import { type Compared, compareAll, tiersOfBoth } from '../../compare/compare'
import { toldMarkdown } from '../../compare/told/markdown'
import { tell } from '../../compare/told/tell'
import { TooDifferent } from '../../compare/too-different'
import type { Policy } from '../../language/policy'
import type { Command } from '../command'
import { type Outcome, Refused } from '../exit'
import { isError, knownTier, readChecked } from '../read-policy'
import { showDiff } from '../show-diff'
import { showFindings } from '../show-findings'

export const diffCommand: Command = {
  usage: 'diff OLD NEW [--tier T] [--json | --markdown]',
  about: 'Says which cases two versions of a policy decide differently: all of them, and no others.',
  more: [
    '',
    '  --tier T    for callers of this tier only',
    '  --json      as JSON: for one tier its changes, without --tier { "same", "tiers" }',
    '  --markdown  in sentences and tables, for a pull request: what changes, for whom, and what was proved',
    '',
    'Each situation comes with what was decided in it, what is now, and an example. Steps that both versions do may be left',
    'out there; the example is decided whole.',
    'Exit codes: 0 nothing differs, 1 something does, 2 a file cannot be read, has errors, or differs in too many ways.',
  ],
  options: { tier: { type: 'string' }, json: { type: 'boolean' }, markdown: { type: 'boolean' } },
  takes: 2,
  run: ([oldFile, newFile], { tier, json, markdown }): Outcome => {
    if (oldFile === '-' && newFile === '-')
      throw new Refused('Standard input can be one of the files, not both.')
    if (json && markdown) throw new Refused('It is printed as JSON or as Markdown, not as both.')
    const [old, next] = [publishable(oldFile!), publishable(newFile!)]
    const only = typeof tier === 'string' ? tier : undefined
    if (only !== undefined) knownTier(only, tiersOfBoth(old, next), 'either version')
    const compared = comparedFor(old, next, only)
    const { tiers } = compared
    const same = Object.values(tiers).every(each => each.same)
    const code = same ? 0 : 1
    if (markdown) {
      const labels = { old: basename(oldFile!), next: basename(newFile!) }
      return { code, out: toldMarkdown(tell(compared), old, next, labels) }
    }
    const told = only === undefined ? { same, tiers } : tiers[only]
    return { code, out: json ? JSON.stringify(told, null, 2) : showDiff(tiers, old, next) }
  },
}

function comparedFor(old: Policy, next: Policy, only: string | undefined): Compared {
  let at = only
  try {
    return compareAll(new Tables(readGraph(old)), new Tables(readGraph(next)), {
      ...(only !== undefined && { only }),
      onTier: tier => {
        at = tier
      },
    })
  } catch (caught) {
    if (caught instanceof TooDifferent) throw new Refused(`${at}: ${caught.message}`)
    if (caught instanceof TooLarge)
      throw new Refused(`${at}: one of the versions has more cases than can be told apart.`)
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
