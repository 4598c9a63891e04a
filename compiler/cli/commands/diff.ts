import { type Diff, diff } from '../../compare/diff'
import { compileAll } from '../../compile'
import type { Policy } from '../../language/policy'
import type { Command } from '../command'
import { type Outcome, Refused } from '../exit'
import { readJson, sharedHandbookBeside } from '../files'
import { showDiff } from '../show-diff'
import { showFindings } from '../show-findings'

export const diffCommand: Command = {
  usage: 'diff OLD NEW [--tier T] [--json]',
  about: 'Says which cases two versions of a policy decide differently: all of them, and no others.',
  options: { tier: { type: 'string' }, json: { type: 'boolean' } },
  takes: 2,
  run: ([oldFile, newFile], { tier, json }): Outcome => {
    const [old, next] = [publishable(oldFile!), publishable(newFile!)]
    const tiers = [...new Set([...tiersOf(old), ...tiersOf(next)])]
    if (typeof tier === 'string') {
      if (!tiers.includes(tier))
        throw new Refused(`There is no tier “${tier}” in either; there are ${tiers.join(', ')}.`)
      const found = diff(old, next, tier)
      return {
        code: found.same ? 0 : 1,
        out: json ? JSON.stringify(found, null, 2) : showDiff({ [tier]: found }, old, next),
      }
    }
    const found: Record<string, Diff> = Object.fromEntries(tiers.map(each => [each, diff(old, next, each)]))
    const same = Object.values(found).every(each => each.same)
    return {
      code: same ? 0 : 1,
      out: json ? JSON.stringify({ same, tiers: found }, null, 2) : showDiff(found, old, next),
    }
  },
}

const tiersOf = (policy: Policy) => policy.handbook.tiers.map(({ id }) => id)

/** Two versions are compared by what they decide; one with errors decides nothing. */
function publishable(file: string): Policy {
  const { value } = readJson(file)
  const { policy, findings, artifacts } = compileAll(value, { handbook: sharedHandbookBeside(file, value) })
  if (!policy || !artifacts)
    throw new Refused(
      showFindings(
        file,
        value,
        findings.filter(({ severity }) => severity === 'error'),
      ),
    )
  return policy
}
