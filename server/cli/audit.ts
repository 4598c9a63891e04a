import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Command } from '../../compiler/cli/command'
import { Refused } from '../../compiler/cli/exit'
import { linesOf } from '../../compiler/cli/lines'
import { readSource, whyNot } from '../../compiler/cli/source'
import { type Checkpoint, readCheckpoint } from '../audit/checkpoint'
import { type Verdict, verifyExport } from '../audit/verify'
import { vouchers } from '../signing/endorsed'

const FINGERPRINT = /^sha256-[0-9a-f]{64}$/

export const auditCommand: Command = {
  usage: 'audit verify EXPORT --checkpoint FILE [--key FINGERPRINT] [--json]',
  about: 'Proves offline that an export of the audit log is whole up to a checkpoint.',
  more: [
    '',
    '  EXPORT             the whole log as JSON Lines, as the page “Audit log” exports it; - is standard input',
    '  --checkpoint FILE  a checkpoint that was kept elsewhere since it was made',
    '  --key FINGERPRINT  the fingerprint of the installation’s key, as somebody whom you trust told it; the checkpoint has to',
    '                     be signed by it, or by a key that it vouches for, directly or through others',
    '  --json             the verdict as JSON',
    '',
    'What is proved: up to the checkpoint nothing was changed, removed, reordered, put in or cut off since it was made. Of',
    'entries behind it, that they follow each other; a later checkpoint covers them. With a checkpoint that you kept',
    'yourself this needs no --key. With one that comes along with the export, only --key tells that both are from',
    'that installation, and whoever has its key could have made both anew.',
    'Exit codes: 0 proved, 1 not, 2 a file cannot be read, or is no checkpoint.',
  ],
  options: { checkpoint: { type: 'string' }, key: { type: 'string' }, json: { type: 'boolean' } },
  takes: 2,
  run: async ([what, file], { checkpoint: from, key, json }, { input }) => {
    if (what !== 'verify') throw new Refused(`audit can only verify; it does not know “${what}”.`)
    if (typeof from !== 'string') throw new Refused('audit verify needs --checkpoint FILE.')
    if (file === '-' && from === '-')
      throw new Refused('Standard input is either the export or the checkpoint, not both.')
    if (typeof key === 'string' && !FINGERPRINT.test(key))
      throw new Refused(`“${key}” is no fingerprint: sha256- and 64 hexadecimal digits.`)
    const { name, text } = readSource(from)
    const checkpoint = readCheckpoint(text)
    if (!checkpoint) throw new Refused(`${name} is no checkpoint of an audit log, or was changed.`)
    const lines = linesOf(file === '-' ? input : await open(file!))
    const verdict = await verifyExport(lines, checkpoint, typeof key === 'string' ? key : undefined)
    return {
      code: verdict.proved ? 0 : 1,
      out: json
        ? JSON.stringify({ ...verdict, checkpoint: pick(checkpoint) }, null, 2)
        : inWords(file === '-' ? 'standard input' : file!, verdict, checkpoint, key !== undefined),
    }
  },
}

/** @throws Refused where it cannot be read. */
async function open(file: string): Promise<AsyncIterable<Uint8Array>> {
  try {
    if ((await stat(file)).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
    const stream = createReadStream(file)
    await new Promise((ready, fail) => stream.once('open', ready).once('error', fail))
    return stream
  } catch (caught) {
    throw new Refused(whyNot(file, caught as NodeJS.ErrnoException, 'read'))
  }
}

const pick = ({ seq, hash, at, keys }: Checkpoint) => ({ seq, hash, at, vouchers: vouchers('audit', keys) })

function inWords(file: string, verdict: Verdict, checkpoint: Checkpoint, pinned: boolean): string {
  const { proved, problems, entries, after } = verdict
  const { seq, at } = checkpoint
  const key = vouchers('audit', checkpoint.keys)[0]!
  if (!proved)
    return [
      ...problems.map(({ line, says }) =>
        line === undefined ? says : `${file}:${line}  Line ${line} ${says}`,
      ),
      '',
      `Not proved: ${file} is not the log that the checkpoint of ${at} was made of.`,
    ].join('\n')
  return [
    `Proved: of the ${entries} ${entries === 1 ? 'entry' : 'entries'} of ${file}, the first ${seq} are as they were when the checkpoint was made, ${at}.`,
    'Nothing was changed, removed, reordered, put in or cut off among them since.',
    ...(after > 0
      ? [`${after} more came after it: they follow each other, and only a later checkpoint covers them.`]
      : []),
    `The checkpoint is signed by ${key}${pinned ? ', for which the key that you gave vouches.' : '. Compare that with what the installation shows.'}`,
  ].join('\n')
}
