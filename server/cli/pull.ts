import { join } from 'node:path'
import type { Command } from '../../compiler/cli/command'
import { Refused } from '../../compiler/cli/exit'
import type { SharedHandbook } from '../../compiler/language/handbook'
import { fileOf, hashOf, readLedger, textOf, writeLedger, writeWhole, written } from './folder'
import { answered, type Installation, installation, REACHING } from './installation'

export const pullCommand: Command = {
  usage: 'pull [NAME…] [--to FOLDER] [--live] [--force]',
  about: 'Writes policies of an installation to files: their drafts, or what is in force.',
  more: [
    '',
    '  NAME…         these policies; without a name, all of them',
    '  --to FOLDER   where the files are; the working directory',
    '  --live        what is in force, to NAME.live.json, to compare with; without it the draft, to NAME.policy.json',
    '  --force       over files that were changed here and not pushed',
    '',
    ...REACHING,
    '',
    'Which revision a file is a copy of is kept in .remit.json beside it, for push; keep it in git with the files.',
    'Exit codes: 0 written, 1 a file was changed here and is left as it is, 2 no such policy, or no installation.',
  ],
  options: { to: { type: 'string' }, live: { type: 'boolean' }, force: { type: 'boolean' } },
  takes: Number.POSITIVE_INFINITY,
  run: async (names, { to, live, force }) => {
    const from = installation()
    const folder = typeof to === 'string' ? to : '.'
    const listed = await answered(from.at, from.api.policies.list.query())
    // A handbook comes as the version that a policy takes in, beside it.
    const all = listed.filter(({ kind }) => kind === 'policy').map(({ name }) => name)
    const unknown = names.find(name => !all.includes(name))
    if (unknown !== undefined)
      throw new Refused(`There is no policy “${unknown}”; there is ${all.join(', ') || 'none'}.`)
    const wanted = names.length > 0 ? [...new Set(names)] : all
    return live
      ? pullLive(from, folder, wanted, names.length > 0)
      : pullDrafts(from, folder, wanted, Boolean(force))
  },
}

async function pullDrafts({ at, api }: Installation, folder: string, wanted: string[], force: boolean) {
  const ledger = readLedger(folder, at)
  const [out, err]: [string[], string[]] = [[], []]
  const taken: SharedHandbook[] = []
  for (const name of wanted) {
    const path = join(folder, fileOf(name))
    const draft = await answered(at, api.drafts.get.query({ policy: name }))
    const { document, revision } = draft
    if (draft.kind === 'policy' && draft.handbook) taken.push(draft.handbook)
    const text = written(document)
    const here = textOf(path)
    const base = ledger.policies[name]
    const changed = here !== undefined && here !== text && hashOf(here) !== base?.file
    if (changed && !force) {
      err.push(
        `${path} was changed here, and is left as it is: push it; or commit it, pull with --force, and merge the two in git.`,
      )
      continue
    }
    if (here !== text) writeWhole(path, text)
    if (base?.revision !== revision || here !== text) out.push(`${path}: revision ${revision}`)
    ledger.policies[name] = { revision, file: hashOf(text) }
  }
  out.push(...writeHandbooks(folder, taken))
  writeLedger(folder, ledger)
  if (out.length === 0 && err.length === 0) out.push('Nothing has changed.')
  return {
    code: err.length > 0 ? (1 as const) : (0 as const),
    ...(out.length > 0 && { out: out.join('\n') }),
    ...(err.length > 0 && { err: err.join('\n') }),
  }
}

/**
 * Writes what policies take in, where the command line looks for it: NAME.handbook.json beside them. It holds one version,
 * the newest that is taken in.
 */
function writeHandbooks(folder: string, taken: readonly SharedHandbook[]): string[] {
  const newest = new Map<string, SharedHandbook>()
  for (const handbook of taken)
    if (handbook.version >= (newest.get(handbook.name)?.version ?? 0)) newest.set(handbook.name, handbook)
  return [...newest.values()].flatMap(handbook => {
    const path = join(folder, `${handbook.name}.handbook.json`)
    const text = written(handbook)
    if (textOf(path) === text) return []
    writeWhole(path, text)
    return [`${path}: version ${handbook.version}`]
  })
}

async function pullLive({ at, api }: Installation, folder: string, wanted: string[], named: boolean) {
  const out: string[] = []
  for (const name of wanted) {
    const { inForce } = await answered(at, api.drafts.get.query({ policy: name }))
    if (inForce === null) {
      if (named) throw new Refused(`Nothing of “${name}” is in force.`)
      continue
    }
    const { document } = await answered(at, api.versions.get.query({ policy: name, number: inForce }))
    const path = join(folder, `${name}.live.json`)
    writeWhole(path, written(document))
    out.push(`${path}: version ${inForce}`)
  }
  return { code: 0 as const, out: out.length > 0 ? out.join('\n') : 'Nothing is in force.' }
}
