/** Something to be timed: does its work `times` times over. Give it other inputs from time to time, not one for ever. */
export interface Contender {
  name: string
  run: (times: number) => void | Promise<void>
  /** How many of what is counted are done each time; one if left out. */
  size?: number
}

/** Nanoseconds for one of what is counted. The quartiles show how far to trust the median. */
export interface Timing {
  name: string
  median: number
  lower: number
  upper: number
  best: number
  worst: number
}

export interface Raced {
  timings: Timing[]
  /**
   * Of a fixed loop of arithmetic that was timed between the others: the quartiles' distance as a share of its median.
   * A difference between contenders that is not larger than this is the machine's.
   */
  noise: number
}

export interface RaceOptions {
  /** How often each is timed. */
  rounds?: number
  /** How long each is timed for at once, in milliseconds; one time at least. Short slices slip through on a busy machine. */
  slice?: number
  /** What takes longer than this in all, in milliseconds, is timed three times only. */
  most?: number
}

/**
 * Times contenders side by side: in each round every one has its turn, in another order, so that what the machine does
 * beside falls on all of them alike.
 */
export async function race(
  contenders: readonly Contender[],
  { rounds = 61, slice = 4, most = 4000 }: RaceOptions = {},
): Promise<Raced> {
  const all = [...contenders, NOISE]
  const times: number[] = []
  for (const one of all) times.push(await timesFor(one, slice))
  const samples = all.map((): number[] => [])
  const spent = all.map(() => 0)
  for (let round = 0; round < rounds; round++)
    for (let turn = 0; turn < all.length; turn++) {
      const i = (turn + round) % all.length
      if (spent[i]! > most && samples[i]!.length >= 3) continue
      const start = performance.now()
      samples[i]!.push(await time(all[i]!, times[i]!))
      spent[i]! += performance.now() - start
    }
  const timings = all.map(({ name }, i) => summary(name, samples[i]!))
  const { lower, upper, median } = timings.pop()!
  return { timings, noise: (upper - lower) / median }
}

const NOISE: Contender = {
  name: 'noise',
  run: times => {
    let x = 1
    for (let i = 0; i < times * 1000; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0
    if (x === 0.5) throw new Error('An integer has no half.')
  },
}

/** Nanoseconds for one of what is counted. */
async function time({ run, size = 1 }: Contender, times: number): Promise<number> {
  const start = performance.now()
  const pending = run(times)
  if (pending) await pending
  return ((performance.now() - start) * 1e6) / (times * size)
}

/** How often it has to be done to fill the slice, once it is warm. */
async function timesFor(one: Contender, slice: number): Promise<number> {
  let times = 1
  for (const until = performance.now() + 200; ; ) {
    const each = await time(one, times)
    const fit = Math.max(1, Math.round((slice * 1e6) / (each * (one.size ?? 1))))
    if (performance.now() > until) return fit
    times = Math.min(fit, times * 4)
  }
}

/** The median of samples, and how far they lie apart. */
export function summary(name: string, samples: readonly number[]): Timing {
  const sorted = [...samples].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!
  return {
    name,
    median: at(0.5),
    lower: at(0.25),
    upper: at(0.75),
    best: sorted[0]!,
    worst: sorted.at(-1)!,
  }
}

const UNITS = [
  ['ns', 1],
  ['µs', 1e3],
  ['ms', 1e6],
  ['s', 1e9],
] as const

/** Nanoseconds as people read them: "1.25 µs". */
export function duration(ns: number): string {
  const [unit, size] = UNITS.findLast(([, least]) => ns >= least) ?? UNITS[0]
  return `${(ns / size).toPrecision(3)} ${unit}`
}

/** "1.25 µs (1.20 to 1.31)": the median, and the quartiles in the same unit. */
export function spread({ median, lower, upper }: Timing): string {
  const [, size] = UNITS.findLast(([, least]) => median >= least) ?? UNITS[0]
  return `${duration(median)} (${(lower / size).toPrecision(3)} to ${(upper / size).toPrecision(3)})`
}
