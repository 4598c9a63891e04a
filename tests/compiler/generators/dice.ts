import fc from 'fast-check'

/** Random choices in the order in which a builder makes them; fast-check shrinks each of them. */
export interface Dice {
  /** A whole number, both ends included. */
  int: (low: number, high: number) => number
  /** True that often, in percent; shrinks to false. */
  chance: (percent: number) => boolean
  pick: <T>(items: readonly T[]) => T
  /** The items in any order. */
  shuffle: <T>(items: readonly T[]) => T[]
}

const integer = (min: number, max: number) => fc.noBias(fc.integer({ min, max }))

/**
 * Dice to be thrown while a law runs. `fc.gen` alone takes nothing from the stream of random numbers, so that a filter
 * would be given the same dice again for ever: hence the number beside it.
 */
export const dice = (): fc.Arbitrary<Dice> =>
  fc.tuple(fc.noShrink(fc.nat()), fc.gen()).map(([, g]) => {
    const int = (low: number, high: number) => (low === high ? low : g(integer, low, high))
    return {
      int,
      chance: percent => int(0, 99) >= 100 - percent,
      pick: items => items[int(0, items.length - 1)]!,
      shuffle: items => {
        const rest = [...items]
        return items.map(() => rest.splice(int(0, rest.length - 1), 1)[0]!)
      },
    }
  })

/** An arbitrary made by a builder that throws dice. */
export const thrown = <T>(build: (dice: Dice) => T): fc.Arbitrary<T> => dice().map(build)
