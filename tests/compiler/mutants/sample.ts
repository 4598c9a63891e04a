/** Some of the items, chosen by a seed: the same for the same seed, and spread over all of them. */
export function sample<T>(items: readonly T[], count: number, seed: number): T[] {
  let state = seed >>> 0
  // Mulberry32: plain, and good enough to choose by.
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  return items
    .map(item => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ item }) => item)
}
