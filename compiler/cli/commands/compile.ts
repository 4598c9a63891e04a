import { writeFileSync } from 'node:fs'
import { compile } from '../../compile'
import type { Artifact } from '../../runtime/artifact'
import type { Command } from '../command'
import { Refused } from '../exit'
import { isError, knownTier, readChecked, tiersOf } from '../read-policy'
import { showFindings } from '../show-findings'
import { tableAsCsv, tableAsMarkdown } from '../show-table'
import { whyNot } from '../source'

const FORMATS: Record<string, (artifact: Artifact) => string> = {
  json: artifact => JSON.stringify(artifact, null, 2),
  csv: tableAsCsv,
  markdown: tableAsMarkdown,
}

export const compileCommand: Command = {
  usage: 'compile FILE --tier T [--to json|csv|markdown] [-o OUT]',
  about: 'Prints the decision tables of one tier; findings go to standard error.',
  more: [
    '',
    '  --tier T     whose tables',
    '  --to FORM    json (the artifact), csv (RFC 4180; a cell that a spreadsheet would take for a formula begins with an',
    '               apostrophe) or markdown (conditions in words)',
    '  -o, --out    the file to write instead of standard output',
    '',
    'Exit codes: 0 compiled, 1 the policy has errors and there is no artifact, 2 something cannot be read or written.',
  ],
  options: { tier: { type: 'string' }, to: { type: 'string' }, out: { type: 'string', short: 'o' } },
  takes: 1,
  run: ([file], { tier, to = 'json', out }) => {
    if (typeof tier !== 'string') throw new Refused('compile needs --tier T.')
    const print = Object.hasOwn(FORMATS, String(to)) ? FORMATS[String(to)] : undefined
    if (!print) throw new Refused(`There is no format “${to}”; there are ${Object.keys(FORMATS).join(', ')}.`)
    const { source, policy, findings } = readChecked(file!)
    const err = findings.length > 0 ? showFindings(source, findings) : undefined
    if (!policy || findings.some(isError)) return { code: 1, err }
    knownTier(tier, tiersOf(policy), source.name)
    const text = print(compile(policy, tier))
    if (typeof out !== 'string') return { code: 0, out: text, err }
    try {
      writeFileSync(out, text.endsWith('\n') ? text : `${text}\n`)
    } catch (caught) {
      throw new Refused(whyNot(out, caught as NodeJS.ErrnoException, 'written'))
    }
    return { code: 0, err }
  },
}
