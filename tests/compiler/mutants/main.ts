import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join, resolve } from 'node:path'
import { type Bundler, bundler } from './bundle'
import { EQUIVALENTS } from './equivalents'
import { FOLDERS, type Mutant, mutantsOf, sourcesIn } from './mutants'
import { refusedByTypes } from './refused-by-types'
import { runTests } from './run-tests'
import { sample } from './sample'

/*
 * `npm run mutants [-- FOLDER…]`: makes small mistakes in the compiler's own source, one at a time, and looks whether some
 * test fails. REMIT_MUTANTS says how many (500), REMIT_SEED which, REMIT_JOBS how many at once.
 */
const root = resolve(import.meta.dirname, '../../..')
const scratch = join(root, '.build', 'mutants')
const seed = Number(process.env.REMIT_SEED ?? 5)
const wanted = Number(process.env.REMIT_MUTANTS ?? 500)
const jobs = Number(process.env.REMIT_JOBS ?? Math.min(2, cpus().length))
const folders = process.argv.slice(2)

/** What starts processes, what repeats a law, and documents and charts so large that they take longer than all the rest. */
const LEFT_OUT = /command-line|leaks|canaries|long-charts|hostile|too-many|puzzles|bundle/
/** Laws that take as long as all others together are asked about their own folder alone. */
const ASKED_OF: readonly [law: RegExp, folder: string][] = [
  [/(laws|compare)[\\/]compare/, 'compiler/compare/'],
  [/runtime[\\/](index|reading-values)/, 'compiler/runtime/'],
  [/laws[\\/]fixes/, 'compiler/2-checks/'],
  [/fuzz/, 'compiler/language/'],
]
const tests = sourcesIn(root, 'tests/compiler').filter(
  file => file.endsWith('.test.ts') && !LEFT_OUT.test(file),
)

const same = (mutant: Mutant) =>
  EQUIVALENTS.find(
    each =>
      each.file === mutant.file &&
      each.source === mutant.source &&
      (each.change ?? mutant.change) === mutant.change,
  )

rmSync(scratch, { recursive: true, force: true })
mkdirSync(scratch, { recursive: true })
const files = (folders.length > 0 ? folders : FOLDERS).flatMap(folder =>
  folder.endsWith('.ts') ? [folder] : sourcesIn(root, folder),
)
const all = files.flatMap(file => mutantsOf(root, file))
// Nearly half of them do not compile.
const drawn = sample(all, wanted * 2, seed)
console.log(`${wanted} of ${all.length} mutants in ${files.length} files; REMIT_SEED=${seed}`)

const killers = new Map<string, number>()
/** The same, by the folder of the mutant. */
const nearby = new Map<string, number>()
const first = await bundler(root, tests)
const plain = join(scratch, 'plain.mjs')
await first.write(null, plain)
const healthy = await runTests(plain, { order: tests, seed, within: () => 600_000 })
if (healthy.failed !== null) throw new Error(`Without any change a test fails: ${healthy.failed}`)
const took = [...healthy.times.values()].reduce((all, one) => all + one, 0)
console.log(`All tests pass in ${(took / 1000).toFixed(1)} s without a change.`)
console.log(Object.fromEntries(healthy.times))
const folderOf = (file: string) => file.split('/').slice(0, 2).join('/')
/** Files that have killed most for the time they take go first: of mutants of the same folder, above all. */
const inOrder = (mutant: Mutant) =>
  [...first.testsOf(mutant.file)]
    .filter(file => ASKED_OF.every(([law, folder]) => !law.test(file) || mutant.file.startsWith(folder)))
    .map(file => {
      const kills = (killers.get(file) ?? 0) / 5 + (nearby.get(`${folderOf(mutant.file)} ${file}`) ?? 0)
      return { file, worth: (kills + 0.5) / (healthy.times.get(file)! + 20) }
    })
    .sort((a, b) => b.worth - a.worth)
    .map(({ file }) => file)
/** Much longer than it takes, so that a mutant that is only slow is not taken for killed. */
const within = (file: string) => healthy.times.get(file)! * 10

const survivors: Mutant[] = []
const tally = { killed: 0, hung: 0, equivalent: 0 }
const matched = new Set<unknown>()
const refused = await refusedByTypes(root, join(scratch, 'types'), drawn)
const chosen = drawn.filter(mutant => !refused.has(mutant)).slice(0, wanted)
console.log(`Of ${drawn.length}, ${refused.size} do not compile, and are left out.`)
const queue = [...chosen]
let done = 0

async function work(job: number, using: Bundler) {
  const file = join(scratch, `job-${job}.mjs`)
  for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
    const known = same(mutant)
    if (known) {
      matched.add(known)
      tally.equivalent++
    } else if (!(await using.write(mutant, file))) tally.killed++
    else {
      const { failed, hung } = await runTests(file, { order: inOrder(mutant), seed, within })
      if (hung) tally.hung++
      else if (failed !== null) {
        tally.killed++
        const killer = failed.split(' > ')[0]!
        killers.set(killer, (killers.get(killer) ?? 0) + 1)
        const here = `${folderOf(mutant.file)} ${killer}`
        nearby.set(here, (nearby.get(here) ?? 0) + 1)
      } else {
        survivors.push(mutant)
        console.log(`survived  ${mutant.file}:${mutant.line}  ${mutant.change}\n          ${mutant.source}`)
      }
    }
    done++
    if (done % 10 === 0) console.log(`… ${done} of ${chosen.length}, ${survivors.length} survived`)
  }
  await using.dispose()
}
await Promise.all([
  work(0, first),
  ...Array.from({ length: jobs - 1 }, async (_, i) => work(i + 1, await bundler(root, tests))),
])

const killed = tally.killed + tally.hung
const percent = (100 * killed) / (killed + survivors.length)
console.log(Object.fromEntries([...killers].sort(([, a], [, b]) => b - a)))
for (const known of folders.length === 0 && wanted >= all.length ? EQUIVALENTS : [])
  if (!matched.has(known))
    console.log(`no longer there: ${known.file}  ${known.source}  ${known.change ?? ''}`)
console.log(
  `${killed} of ${killed + survivors.length} killed (${tally.hung} by time), ${tally.equivalent} known to be equivalent: ${percent.toFixed(1)} %`,
)
mkdirSync(join(root, '.build', 'reports'), { recursive: true })
writeFileSync(
  join(root, '.build', 'reports', 'mutants.json'),
  JSON.stringify({ seed, killed, percent, equivalent: tally.equivalent, survivors }, null, 2),
)
process.exitCode = percent >= 95 ? 0 : 1
