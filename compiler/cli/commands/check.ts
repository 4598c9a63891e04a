import type { Command } from '../command'
import { isError, readChecked } from '../read-policy'
import { showFindings } from '../show-findings'

export const checkCommand: Command = {
  usage: 'check FILE [--json]',
  about: 'Says everything that is to be said about a policy.',
  more: [
    '',
    '  --json   the findings as a JSON array',
    '',
    'A handbook that the policy takes in is read from NAME.handbook.json beside the file.',
    'Exit codes: 0 no errors (there may be warnings), 1 errors, 2 the file cannot be read.',
  ],
  options: { json: { type: 'boolean' } },
  takes: 1,
  run: ([file], { json }) => {
    const { source, findings } = readChecked(file!)
    return {
      code: findings.some(isError) ? 1 : 0,
      out: json ? JSON.stringify(findings, null, 2) : showFindings(source, findings),
    }
  },
}
