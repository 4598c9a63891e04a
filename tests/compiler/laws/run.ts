import fc from 'fast-check'

/** How many policies each law tries; `REMIT_RUNS` sets it. */
const RUNS = Number(process.env.REMIT_RUNS ?? 60)

/** `REMIT_FULL=1` tries as many cases as are promised; a larger number, that many times as many, for nights. */
const FULL = Number(process.env.REMIT_FULL ?? 0)

/** Printed with every run, and taken from `REMIT_SEED`, so that a failure can be seen again. */
export const seed = Number(process.env.REMIT_SEED ?? Math.floor(Math.random() * 2 ** 31))

/** How long a failure is made smaller, in milliseconds. */
const SHRINK_FOR = Number(process.env.REMIT_SHRINK ?? 15_000)

/** How many cases to try: `short` in an everyday run, in proportion to `REMIT_RUNS`, and `full` where all are wanted. */
export const amount = (short: number, full: number) =>
  FULL > 0 ? Math.round(full * FULL) : Math.max(1, Math.round((short * RUNS) / 60))

/** How long a test may take that tries so many: five minutes on a busy machine, and for a full run as long as it takes. */
export const patience = FULL > 0 ? 6 * 3_600_000 : 300_000

/**
 * Holds a law over random cases. `share` is how many cases it tries for each policy of the other laws, so that cheap
 * laws try more. A failure names the seed and the smallest case found.
 */
export const law = <T extends [unknown, ...unknown[]]>(
  arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  holds: (...cases: T) => void,
  share = 1,
) => lawOf(Math.max(1, Math.round(RUNS * share)), arbitraries, holds)

/** As `law`, over a number of cases of its own. */
export function lawOf<T extends [unknown, ...unknown[]]>(
  numRuns: number,
  arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  holds: (...cases: T) => void,
) {
  let until = Infinity
  const once = (...cases: T) => {
    // Smaller cases that come too late count as fine, and the smallest so far is what is reported.
    if (Date.now() > until) return
    try {
      holds(...cases)
    } catch (caught) {
      if (until === Infinity) until = Date.now() + SHRINK_FOR
      throw caught
    }
  }
  fc.assert(fc.property(...(arbitraries as [fc.Arbitrary<unknown>]), once as never), { seed, numRuns })
}

export const announce = () =>
  console.info(`REMIT_SEED=${seed} REMIT_RUNS=${RUNS}${FULL > 0 ? ` REMIT_FULL=${FULL}` : ''}`)
