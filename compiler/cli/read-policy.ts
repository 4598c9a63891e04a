import { type Checked, check } from '../compile'
import { type Finding, isUnsound } from '../language/finding'
import type { Policy } from '../language/policy'
import { Refused } from './exit'
import { sharedHandbookBeside } from './handbook-beside'
import { readSource, type Source } from './source'

/** A file with all that is to be said about it. @throws Refused where it cannot be read. */
export function readChecked(file: string): Checked & { source: Source } {
  const source = readSource(file)
  return { source, ...check(source.value, { handbook: sharedHandbookBeside(file, source.value) }) }
}

export const isError = ({ severity }: Finding) => severity === 'error'

/** What keeps a chart from being followed at all. */
export const unsoundIn = ({ policy, findings }: Checked): Finding[] =>
  policy ? findings.filter(isUnsound) : findings.filter(isError)

export const tiersOf = (policy: Policy) => policy.handbook.tiers.map(({ id }) => id)

/** @throws Refused where the tier is none of these. */
export function knownTier(tier: string, tiers: readonly string[], where: string) {
  if (!tiers.includes(tier))
    throw new Refused(`There is no tier “${tier}” in ${where}; there are ${tiers.join(', ')}.`)
}
