import { compile } from '@/compiler/compile'
import { load } from '@/compiler/runtime/load'
import { policyOf, treeOf } from './decision-tree'
import { duration, race, spread } from './race'
import type { Report } from './report'

export const title = 'Loading a table'

const SIZES = [30, 300, 3000, 30_000]
const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toPrecision(3)} MB`

/** Time and memory that it takes to make an artifact ready: its form and its hash checked, its rows indexed. */
export async function run(report: Report) {
  const rows: string[][] = []
  const times: [number, number][] = []
  const sizes: [number, number][] = []
  const held: [number, number][] = []
  for (const size of SIZES) {
    const text = JSON.stringify(compile(policyOf(treeOf(size)), 'T1'))
    const artifact = JSON.parse(text)
    const { timings, noise } = await race(
      [
        { name: 'load', run: times => repeat(times, () => load(artifact)) },
        { name: 'JSON.parse', run: times => repeat(times, () => JSON.parse(text)) },
      ],
      { rounds: 15 },
    )
    const [loading, parsing] = timings as [(typeof timings)[0], (typeof timings)[0]]
    const memory = heldBy(() => load(artifact))
    rows.push([
      size.toLocaleString('en-GB'),
      megabytes(text.length),
      spread(loading),
      duration(parsing.median),
      (loading.median / parsing.median).toFixed(1),
      megabytes(memory),
      `${(noise * 100).toFixed(0)} %`,
    ])
    times.push([size, loading.median / 1e6])
    sizes.push([size, text.length])
    held.push([size, memory])
  }
  report.text(
    '`load` checks the form and the hash of an artifact and indexes its tables. The memory is what it holds besides the artifact itself.',
  )
  report.table(
    ['rows', 'artifact', 'load', 'JSON.parse of it', 'times as long', 'held besides', 'noise'],
    rows,
  )
  report.plot('load-time', {
    title: 'Loading, by the rows of the table',
    x: 'rows',
    y: 'milliseconds',
    series: [{ name: 'load', points: times }],
  })
  report.plot('load-memory', {
    title: 'Memory, by the rows of the table',
    x: 'rows',
    y: 'bytes',
    series: [
      { name: 'artifact as JSON', points: sizes },
      { name: 'held besides', points: held },
    ],
  })
}

/** The last result is kept for as long as it takes, so that no engine leaves out the work. */
function repeat(times: number, work: () => unknown) {
  let last: unknown
  for (let n = 0; n < times; n++) last = work()
  if (last === undefined) throw new Error('There is nothing to show for it.')
}

/** Bytes of the heap and of its buffers that what is made holds on to. */
function heldBy(make: () => unknown): number {
  const used = () => {
    globalThis.gc!()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  const before = used()
  const made = make()
  const after = used()
  if (!made) throw new Error('There is nothing to hold.')
  return Math.max(0, after - before)
}
