import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { changed, type Mutant } from './mutants'

/** As many files are changed at once, each in one place. */
const AT_ONCE = 16

/**
 * The mutants that do not compile: `npm test` checks the types before anything else, so that nobody could take one for
 * the compiler, and they say nothing of the tests. `scratch` is a directory within the root that may be written to.
 */
export async function refusedByTypes(
  root: string,
  scratch: string,
  mutants: readonly Mutant[],
): Promise<Set<Mutant>> {
  mkdirSync(scratch, { recursive: true })
  cpSync(join(root, 'compiler'), join(scratch, 'compiler'), { recursive: true })
  const config = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: { incremental: false, tsBuildInfoFile: null, types: ['node'] },
    include: ['compiler/**/*.ts'],
    exclude: [],
  }
  writeFileSync(join(scratch, 'tsconfig.json'), JSON.stringify(config))
  const healthy = await errorsOf(root, scratch, [])
  if (healthy.length > 0) throw new Error(`Without any change the types are wrong: ${healthy[0]!.text}`)

  const refused = new Set<Mutant>()
  let left = [...mutants]
  while (left.length > 0) {
    const batch = new Map<string, Mutant>()
    for (const mutant of left)
      if (batch.size < AT_ONCE && !batch.has(mutant.file)) batch.set(mutant.file, mutant)
    const now = [...batch.values()]
    left = left.filter(mutant => batch.get(mutant.file) !== mutant)
    const errors = await errorsOf(root, scratch, now)
    // An error where the change is comes of it; one elsewhere in the file most likely, and one in another file of anybody.
    const suspects = new Set<Mutant>()
    for (const { file, line } of errors) {
      const mutant = batch.get(file)
      if (mutant && line === mutant.line) refused.add(mutant)
      else for (const each of mutant ? [mutant] : now) suspects.add(each)
    }
    for (const mutant of suspects)
      if (!refused.has(mutant) && (await errorsOf(root, scratch, [mutant])).length > 0) refused.add(mutant)
  }
  return refused
}

interface TypeError {
  file: string
  line: number
  text: string
}

async function errorsOf(root: string, scratch: string, mutants: readonly Mutant[]): Promise<TypeError[]> {
  const sources = mutants.map(mutant => ({ mutant, source: readFileSync(join(root, mutant.file), 'utf8') }))
  for (const { mutant, source } of sources) writeFileSync(join(scratch, mutant.file), changed(source, mutant))
  const told = await new Promise<string>(done => {
    const child = spawn(
      join(root, 'node_modules', '.bin', 'tsc'),
      ['--noEmit', '--pretty', 'false', '-p', scratch],
      {
        cwd: scratch,
      },
    )
    let out = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', data => {
        out += data
      })
    child.on('close', () => done(out))
  })
  for (const { mutant, source } of sources) writeFileSync(join(scratch, mutant.file), source)
  return [...told.matchAll(/^(\S+?)\((\d+),\d+\): error .*$/gm)].map(([text, file, line]) => ({
    file: file!,
    line: Number(line),
    text,
  }))
}
