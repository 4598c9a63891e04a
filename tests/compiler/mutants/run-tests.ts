import { execFileSync, spawn } from 'node:child_process'

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
  /** How much of a processor's time a file may take, in milliseconds. */
  within: (file: string) => number
}

/**
 * How long a process has been at work, in milliseconds: on a machine that has much else to do, what is only kept waiting is
 * not to be taken for hanging.
 */
function workOf(pid: number): number {
  try {
    const time = execFileSync('ps', ['-o', 'time=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    const [seconds = 0, minutes = 0, hours = 0, days = 0] = time.split(/[:-]/).map(Number).reverse()
    return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
  } catch {
    return 0
  }
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
    let timer: NodeJS.Timeout | undefined
    /** Looks again when the file could have taken its time, and ends the process once it has. */
    const watch = (file: string | undefined) => {
      clearTimeout(timer)
      const limit = (file === undefined ? 0 : within(file)) + 5_000
      const begun = workOf(child.pid!)
      const look = () => {
        const left = limit - (workOf(child.pid!) - begun)
        if (left > 0) timer = setTimeout(look, left + 1_000)
        else {
          ran.hung = true
          child.kill('SIGKILL')
        }
      }
      timer = setTimeout(look, limit)
    }
    watch(order[0])
    let [out, err] = ['', '']
    child.stdout.on('data', data => {
      out += data
      const lines = out.split('\n')
      out = lines.pop()!
      for (const line of lines) {
        const told = JSON.parse(line) as { passed?: string; took?: number; failed?: string; message?: string }
        if (told.failed !== undefined) ran.failed = `${told.failed}: ${told.message}`
        else ran.times.set(told.passed!, told.took!)
        watch(order[ran.times.size])
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
