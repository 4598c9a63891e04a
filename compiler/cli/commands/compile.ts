import { writeFileSync } from 'node:fs'
import { compileAll } from '../../compile'
import type { Artifact } from '../../runtime/artifact'
import type { Command } from '../command'
import { Refused } from '../exit'
import { readJson, sharedHandbookBeside } from '../files'
import { showFindings } from '../show-findings'
import { tableAsCsv, tableAsMarkdown } from '../show-table'

const FORMATS: Record<string, (artifact: Artifact) => string> = {
  json: artifact => JSON.stringify(artifact, null, 2),
  csv: tableAsCsv,
  markdown: tableAsMarkdown,
}

export const compileCommand: Command = {
  usage: 'compile FILE --tier T [--to json|csv|markdown] [-o OUT]',
  about: 'Prints the decision tables of one tier.',
  options: { tier: { type: 'string' }, to: { type: 'string' }, out: { type: 'string', short: 'o' } },
  takes: 1,
  run: ([file], { tier, to = 'json', out }) => {
    if (typeof tier !== 'string') throw new Refused('compile needs --tier T.')
    const print = Object.hasOwn(FORMATS, String(to)) ? FORMATS[String(to)] : undefined
    if (!print) throw new Refused(`--to ${to}: there are ${Object.keys(FORMATS).join(', ')}.`)
    const { value } = readJson(file!)
    const { policy, findings, artifacts } = compileAll(value, {
      handbook: sharedHandbookBeside(file!, value),
    })
    const err = findings.length > 0 ? showFindings(file!, value, findings) : undefined
    if (!artifacts) return { code: 1, err }
    if (!Object.hasOwn(artifacts, tier))
      throw new Refused(
        `There is no tier “${tier}” in ${file}; there are ${policy!.handbook.tiers.map(({ id }) => id).join(', ')}.`,
      )
    const text = print(artifacts[tier]!)
    if (typeof out !== 'string') return { code: 0, out: text, err }
    try {
      writeFileSync(out, `${text}\n`)
    } catch (caught) {
      throw new Refused(`${out} cannot be written: ${(caught as NodeJS.ErrnoException).code}`)
    }
    return { code: 0, err }
  },
}
