import { spawn } from 'node:child_process'

export interface Ran {
  /** The test that failed, with what it said; null where all passed. */
  failed: string | null
  /** A file took longer than it may. */
  hung: boolean
  /** Of the files that passed, in milliseconds. */
  times: Map<string, number>
}

interface How {
  /** Files in the order in which they are to be run. */
  order: readonly string[]
  seed: number
  /** How long a file may take, in milliseconds. */
  within: (file: string) => number
}

/** Runs a bundle of tests in a process of its own, until the first failure. */
export function runTests(bundle: string, { order, seed, within }: How): Promise<Ran> {
  return new Promise(done => {
    const env = {
      ...process.env,
      REMIT_ORDER: order.join(' '),
      REMIT_RUNS: process.env.REMIT_RUNS ?? '20',
      REMIT_SEED: String(seed),
      REMIT_SHRINK: '0',
    }
    const child = spawn(process.execPath, ['--max-old-space-size=1500', bundle], { env })
    const ran: Ran = { failed: null, hung: false, times: new Map() }
    const waitFor = (file: string | undefined) =>
      setTimeout(
        () => {
          ran.hung = true
          child.kill('SIGKILL')
        },
        file === undefined ? 15_000 : within(file),
      )
    let timer = waitFor(order[0])
    let [out, err] = ['', '']
    child.stdout.on('data', data => {
      out += data
      const lines = out.split('\n')
      out = lines.pop()!
      for (const line of lines) {
        const told = JSON.parse(line) as { passed?: string; took?: number; failed?: string; message?: string }
        if (told.failed !== undefined) ran.failed = `${told.failed}: ${told.message}`
        else ran.times.set(told.passed!, told.took!)
        clearTimeout(timer)
        timer = waitFor(order[ran.times.size])
      }
    })
    child.stderr.on('data', data => {
      err = (err + data).slice(-2000)
    })
    child.on('close', code => {
      clearTimeout(timer)
      // A process that died said nothing of a test: it is out of memory, or its source could not be loaded.
      if (code !== 0 && !ran.hung) ran.failed ??= `the process: ${err.trim().split('\n').at(-1)}`
      done(ran)
    })
  })
}
