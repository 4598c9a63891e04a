import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Command } from '../../compiler/cli/command'
import { Refused } from '../../compiler/cli/exit'
import { readSource } from '../../compiler/cli/source'
import { hashOf, type Ledger, readLedger, writeLedger } from './folder'
import { answered, type Installation, installation, REACHING } from './installation'

const FILE = /^([a-z0-9-]{1,64})\.policy\.json$/

export const pushCommand: Command = {
  usage: 'push [FILE…]',
  about: 'Saves changed files as the drafts of their policies, as the person whose token it is.',
  more: [
    '',
    '  FILE…   NAME.policy.json, as pull wrote it; without a file, all of the working directory that were changed',
    '',
    ...REACHING,
    '',
    'What somebody saved since the file was pulled is never overwritten: pull first. A policy that the installation does',
    'not have is made. Nothing is published by this: that takes a proposal, and somebody else to approve it.',
    'Exit codes: 0 saved, or nothing to save, 1 somebody saved in between, 2 a file is no policy, or no installation.',
  ],
  options: {},
  takes: Number.POSITIVE_INFINITY,
  run: async files => {
    const to = installation()
    const given = files.length > 0 ? files : filesIn('.')
    if (given.length === 0) throw new Refused('There is no file here that is called NAME.policy.json.')
    const [out, err]: [string[], string[]] = [[], []]
    for (const file of given) {
      const folder = dirname(file)
      const ledger = readLedger(folder, to.at)
      try {
        const said = await pushOne(to, file, ledger)
        writeLedger(folder, ledger)
        if (said !== null) out.push(said)
      } catch (caught) {
        // One that is stale does not keep the others from being saved.
        if (!(caught instanceof Refused) || caught.code !== 1) throw caught
        err.push(`${file}: ${caught.message}`)
      }
    }
    if (out.length === 0 && err.length === 0) out.push('Nothing has changed.')
    return {
      code: err.length > 0 ? 1 : 0,
      ...(out.length > 0 && { out: out.join('\n') }),
      ...(err.length > 0 && { err: err.join('\n') }),
    }
  },
}

const filesIn = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter(file => FILE.test(file))
        .sort()
        .map(file => (folder === '.' ? file : join(folder, file)))
    : []

/** Saves a file, and writes down what it is a copy of from then on. Null where it has not changed. */
async function pushOne({ at, api }: Installation, file: string, ledger: Ledger): Promise<string | null> {
  const name = FILE.exec(basename(file))?.[1]
  if (name === undefined) throw new Refused(`${file} is not called NAME.policy.json, as pull names files.`)
  const { value: document, text } = readSource(file)
  const base = ledger.policies[name]
  const now = hashOf(text)
  if (base?.file === now) return null
  const address = `${at}/policies/${name}/edit`
  if (!base) {
    const { title } = document as { title?: unknown }
    const made = { name, title: typeof title === 'string' ? title : name, document }
    await answered(at, api.policies.create.mutate(made))
    ledger.policies[name] = { revision: 1, file: now }
    return `${file}: a new policy, ${address}`
  }
  const { revision } = await answered(
    at,
    api.drafts.save.mutate({ policy: name, revision: base.revision, document }),
  )
  ledger.policies[name] = { revision, file: now }
  return `${file}: revision ${revision}, ${address}`
}
