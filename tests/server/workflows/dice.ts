/** Random choices that come out the same again for the same seed. */
export interface Dice {
  /** A whole number, both ends included. */
  int: (low: number, high: number) => number
  /** True that often, in percent. */
  chance: (percent: number) => boolean
  pick: <T>(items: readonly T[]) => T
}

/** mulberry32, by Tommy Ettinger: small, and good enough to choose by. */
export function dice(seed: number): Dice {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return { int, chance: percent => next() * 100 < percent, pick: items => items[int(0, items.length - 1)]! }
}
