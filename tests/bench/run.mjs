import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

/*
 * `npm run bench [-- NAME…]`: runs every `*.bench.ts` of this folder, or those named, one after another and each in a
 * process of its own, and puts what they report together in `.build/bench/report.md`.
 *
 * A bench is bundled first, as clients ship what it measures: a loader that compiles modules on the way adds calls to
 * hot code that no client has.
 */
const here = import.meta.dirname
const root = resolve(here, '..', '..')
const out = join(root, '.build', 'bench')

const all = readdirSync(here)
  .filter(name => name.endsWith('.bench.ts'))
  .map(name => name.slice(0, -'.bench.ts'.length))
  .sort()
const asked = process.argv.slice(2)
const strange = asked.filter(name => !all.includes(name))
if (strange.length > 0) {
  console.error(`There is no bench ${strange.join(', ')}; there are ${all.join(', ')}.`)
  process.exit(2)
}

process.chdir(root)
installPeers()
mkdirSync(out, { recursive: true })

const failed = []
for (const name of asked.length > 0 ? asked : all) {
  console.log(`\n══ ${name}`)
  const bundle = join(out, `${name}.mjs`)
  rmSync(join(out, `${name}.md`), { force: true })
  await build({
    stdin: {
      contents: `import { run, title } from './${name}.bench'\nimport { reporting } from './report'\nawait reporting('${name}', title, run)`,
      resolveDir: here,
      loader: 'ts',
    },
    outfile: bundle,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    alias: { '@': root },
    logLevel: 'error',
  })
  const { status } = spawnSync(process.execPath, ['--expose-gc', bundle], { stdio: 'inherit' })
  if (status !== 0) failed.push(name)
}
const parts = all.map(name => join(out, `${name}.md`)).filter(path => existsSync(path))
const report = join(out, 'report.md')
writeFileSync(report, [heading(), ...parts.map(path => readFileSync(path, 'utf8'))].join('\n\n'))
console.log(`\nThe report is in ${report}`)
if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}`)
process.exitCode = failed.length > 0 ? 1 : 0

/** The peers stay out of the product's own packages: they are installed here, when somebody runs the bench. */
function installPeers() {
  const lock = readFileSync(join(here, 'package-lock.json'), 'utf8')
  const stamp = join(here, 'node_modules', '.remit-lock.json')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.log('Installing the peers …')
  const { status } = spawnSync('npm ci --no-audit --no-fund', { cwd: here, shell: true, stdio: 'inherit' })
  if (status !== 0) process.exit(2)
  writeFileSync(stamp, lock)
}

function heading() {
  const [one, five] = loadavg()
  const cpu = cpus()[0]?.model.trim() ?? 'unknown processor'
  return `# Bench\n\n${cpu}, ${availableParallelism()} cores, Node ${process.version}; load ${one.toFixed(1)} and ${five.toFixed(1)} over the last one and five minutes.`
}
