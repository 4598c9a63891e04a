import { isUnsound } from '../../2-checks/run'
import { check } from '../../compile'
import { reading } from '../../meaning/decide'
import type { Artifact } from '../../runtime/artifact'
import { ArtifactError, load } from '../../runtime/load'
import type { Facts } from '../../runtime/result'
import type { Command } from '../command'
import { Refused } from '../exit'
import { readJson, readText, sharedHandbookBeside } from '../files'
import { showFindings } from '../show-findings'

type Decide = (facts: Facts) => { kind: string }

export const decideCommand: Command = {
  usage: 'decide FILE --tier T --facts JSON',
  about: 'Decides a case by a policy or by an artifact; --facts - reads one case a line.',
  options: { tier: { type: 'string' }, facts: { type: 'string' } },
  takes: 1,
  run: ([file], { tier, facts }) => {
    if (typeof facts !== 'string')
      throw new Refused('decide needs --facts JSON, or --facts - for a case a line.')
    const decide = deciding(file!, typeof tier === 'string' ? tier : undefined)
    if (facts !== '-') {
      const result = decide(parseFacts(facts, '--facts'))
      return { code: result.kind === 'invalid' ? 1 : 0, out: JSON.stringify(result) }
    }
    const results = readText('-')
      .split('\n')
      .flatMap((line, i) => (line.trim() === '' ? [] : [decide(parseFacts(line, `line ${i + 1}`))]))
    return {
      code: results.some(result => result.kind === 'invalid') ? 1 : 0,
      ...(results.length > 0 && { out: results.map(result => JSON.stringify(result)).join('\n') }),
    }
  },
}

function parseFacts(text: string, where: string): Facts {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (caught) {
    throw new Refused(`${where} is not JSON: ${(caught as Error).message}`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refused(`${where} is not an object of facts.`)
  return value as Facts
}

/** What decides by a file: the tables of an artifact, or the chart of a policy. */
function deciding(file: string, tier: string | undefined): Decide {
  const { value } = readJson(file)
  if ((value as { format?: unknown } | null)?.format === 'remit-table/1') {
    const artifact = value as Artifact
    if (tier !== undefined && tier !== artifact.tier)
      throw new Refused(`${file} is the artifact of ${artifact.tier}, not of ${tier}.`)
    try {
      return load(artifact).decide
    } catch (caught) {
      if (caught instanceof ArtifactError) throw new Refused(`${file}: ${caught.message}`)
      throw caught
    }
  }
  if (tier === undefined) throw new Refused('decide needs --tier T for a policy.')
  const { policy, findings } = check(value, { handbook: sharedHandbookBeside(file, value) })
  const unsound = findings.filter(isUnsound)
  if (!policy || unsound.length > 0) throw new Refused(showFindings(file, value, unsound))
  if (!policy.handbook.tiers.some(({ id }) => id === tier))
    throw new Refused(
      `There is no tier “${tier}” in ${file}; there are ${policy.handbook.tiers.map(({ id }) => id).join(', ')}.`,
    )
  const read = reading(policy)
  return facts => read.decide(tier, facts)
}
