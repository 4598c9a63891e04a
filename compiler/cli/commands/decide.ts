import { check } from '../../compile'
import { reading } from '../../meaning/decide'
import type { Artifact } from '../../runtime/artifact'
import { ArtifactError, load } from '../../runtime/load'
import type { Facts } from '../../runtime/result'
import type { Command, Streams } from '../command'
import { excerpt } from '../excerpt'
import { type Outcome, Refused } from '../exit'
import { sharedHandbookBeside } from '../handbook-beside'
import { linesOf } from '../lines'
import { knownTier, tiersOf, unsoundIn } from '../read-policy'
import { showFindings } from '../show-findings'
import { readSource } from '../source'

type Decide = (facts: Facts) => { kind: string }

export const decideCommand: Command = {
  usage: 'decide FILE --tier T --facts JSON',
  about: 'Decides a case by a policy or by an artifact; --facts - reads one case a line.',
  more: [
    '',
    '  --tier T       who decides; an artifact has its tier in it',
    '  --facts JSON   an object: what is known of the case; what is left out is not yet known',
    '  --facts -      one such object a line from standard input; one result a line, in their order. A line that is none',
    '                 is an invalid case, whose result says what is wrong with it; empty lines are passed over',
    '',
    'A draft may be decided by as long as its chart can be followed: where an answer is missing, the result is “gap”.',
    'Exit codes: 0 decided, 1 a case is invalid, 2 the file or --facts cannot be read, or the chart cannot be followed.',
  ],
  options: { tier: { type: 'string' }, facts: { type: 'string' } },
  takes: 1,
  run: ([file], { tier, facts }, streams) => {
    if (typeof facts !== 'string')
      throw new Refused('decide needs --facts JSON, or --facts - for a case a line.')
    if (file === '-' && facts === '-')
      throw new Refused('Standard input is either the FILE or the facts, not both.')
    const decide = deciding(file!, typeof tier === 'string' ? tier : undefined)
    if (facts === '-') return decideLines(decide, streams)
    const read = readFacts(facts)
    if ('says' in read) throw new Refused(`--facts ${read.says}${read.shown ?? ''}`)
    const result = decide(read.facts)
    return { code: result.kind === 'invalid' ? 1 : 0, out: JSON.stringify(result) }
  },
}

/** How much is gathered before it is written. */
const BATCH = 65_536

async function decideLines(decide: Decide, { input, write }: Streams): Promise<Outcome> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let invalid = false
  const unreadable: number[] = []
  const answer = (bytes: Uint8Array | null, number: number): string | null => {
    const read = bytes ? readLine(decoder, bytes) : { says: 'is longer than a million bytes.' }
    if (read === null) return null
    if ('says' in read) {
      if (unreadable.length < 5) unreadable.push(number)
      invalid = true
      return JSON.stringify({
        kind: 'invalid',
        problems: [{ fact: '', says: `Line ${number} ${read.says}` }],
      })
    }
    const result = decide(read.facts)
    if (result.kind === 'invalid') invalid = true
    return JSON.stringify(result)
  }
  let batch = ''
  for await (const { number, bytes } of linesOf(input)) {
    const result = answer(bytes, number)
    if (result === null) continue
    batch += `${result}\n`
    if (batch.length < BATCH) continue
    const text = batch
    batch = ''
    if (!(await write(text))) break
  }
  if (batch !== '') await write(batch)
  const more = unreadable.length === 5 ? ' and maybe more' : ''
  return {
    code: invalid ? 1 : 0,
    ...(unreadable.length > 0 && {
      err: `Not read: line ${unreadable.join(', ')}${more}. What is wrong with it stands in its result.`,
    }),
  }
}

type ReadFacts = { facts: Facts } | { says: string; shown?: string }

/** Null for a line with nothing on it. */
function readLine(decoder: TextDecoder, bytes: Uint8Array): ReadFacts | null {
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    return { says: 'is not text in UTF-8.' }
  }
  return text.trim() === '' ? null : readFacts(text)
}

function readFacts(text: string): ReadFacts {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (caught) {
    const at = /position (\d+)/.exec((caught as Error).message)?.[1]
    const place = at === undefined ? text.length : Number(at)
    const { column, lines } = excerpt(text, place, place + 1)
    return { says: `is not JSON, from column ${column} on.`, shown: `\n${lines.join('\n')}` }
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { facts: value as Facts }
    : { says: 'is not an object of facts, such as {"call_time":"15:00:00"}.' }
}

/** What decides by a file: the tables of an artifact, or the chart of a policy. */
function deciding(file: string, tier: string | undefined): Decide {
  const source = readSource(file)
  const { name, value } = source
  const format = (value as { format?: unknown } | null)?.format
  if (format === 'remit-table/1') {
    const artifact = value as Artifact
    if (tier !== undefined && tier !== artifact.tier)
      throw new Refused(`${name} is the artifact of ${artifact.tier}, not of ${tier}.`)
    try {
      return load(artifact).decide
    } catch (caught) {
      if (caught instanceof ArtifactError) throw new Refused(`${name}: ${caught.message}`)
      throw caught
    }
  }
  if (tier === undefined) throw new Refused('decide needs --tier T for a policy.')
  const checked = check(value, { handbook: sharedHandbookBeside(file, value) })
  const unsound = unsoundIn(checked)
  if (!checked.policy || unsound.length > 0) throw new Refused(showFindings(source, unsound))
  knownTier(tier, tiersOf(checked.policy), name)
  const read = reading(checked.policy)
  return facts => read.decide(tier, facts)
}
