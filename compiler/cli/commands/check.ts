import { check } from '../../compile'
import type { Command } from '../command'
import { readJson, sharedHandbookBeside } from '../files'
import { showFindings } from '../show-findings'

export const checkCommand: Command = {
  usage: 'check FILE [--json]',
  about: 'Says everything that is to be said about a policy.',
  options: { json: { type: 'boolean' } },
  takes: 1,
  run: ([file], { json }) => {
    const { value } = readJson(file!)
    const { findings } = check(value, { handbook: sharedHandbookBeside(file!, value) })
    const out = json ? JSON.stringify(findings, null, 2) : showFindings(file!, value, findings)
    return { code: findings.some(finding => finding.severity === 'error') ? 1 : 0, out }
  },
}
