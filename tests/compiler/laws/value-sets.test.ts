import { beforeAll, describe, expect, it } from 'vitest'
import {
  contains,
  equalSets,
  gridSet,
  intersect,
  isEmpty,
  type Range,
  textSet,
  union,
  type ValueSet,
} from '@/compiler/language/tests/value-set'
import type { Point } from '@/compiler/runtime/values'
import { type Dice, dice } from '../generators/dice'
import { announce, law } from './run'

beforeAll(announce)

const next = (n: number) => n + 1
const NUMBERS = [0, 1, 2, 3, 4, 5, 6, null]
/** Two of them are never named, as most texts are not. */
const TEXTS = ['a', 'b', 'c', 'd', 'other', 'another', null]
const NAMED = TEXTS.slice(0, 4) as string[]

/** A set made of parts, and its members as a plain reading of the parts gives them. */
function someNumbers(at: Dice): { set: ValueSet; members: Set<Point | null> } {
  const ranges = Array.from({ length: at.int(0, 4) }, (): Range => [at.int(0, 6), at.int(0, 6)])
  const nul = at.chance(40)
  return {
    set: gridSet(ranges, nul, next),
    members: new Set(
      NUMBERS.filter(n => (n === null ? nul : ranges.some(([low, high]) => low <= n && n <= high))),
    ),
  }
}

function someTexts(at: Dice): { set: ValueSet; members: Set<Point | null> } {
  const texts = Array.from({ length: at.int(0, 5) }, () => at.pick(NAMED))
  const [but, nul] = [at.chance(50), at.chance(40)]
  return {
    set: textSet(but, texts, nul),
    members: new Set(TEXTS.filter(text => (text === null ? nul : texts.includes(text) !== but))),
  }
}

describe.each([
  { of: 'numbers', some: someNumbers, universe: NUMBERS },
  { of: 'texts', some: someTexts, universe: TEXTS },
])('a set of $of', ({ some, universe }) => {
  const membersOf = (set: ValueSet) => new Set(universe.filter(value => contains(set, value)))

  it('has the members that its parts have, and what is made of two has what it should', () => {
    law(
      [dice()],
      at => {
        const [a, b] = [some(at), some(at)]
        expect(membersOf(a.set)).toEqual(a.members)
        const both = intersect(a.set, b.set)
        const either = union(a.set, b.set, next)
        expect(membersOf(both)).toEqual(new Set(universe.filter(n => a.members.has(n) && b.members.has(n))))
        expect(membersOf(either)).toEqual(new Set(universe.filter(n => a.members.has(n) || b.members.has(n))))
        expect(isEmpty(a.set)).toBe(a.members.size === 0)
        expect(isEmpty(both)).toBe(membersOf(both).size === 0)
        const same = a.members.size === b.members.size && [...a.members].every(n => b.members.has(n))
        expect(equalSets(a.set, b.set)).toBe(same)
        // One form for each set: what is equal is written alike.
        if (same) expect(b.set).toEqual(a.set)
        for (const made of [both, either])
          for (const other of [a.set, b.set, both, either])
            expect(equalSets(made, other)).toBe(
              universe.every(value => contains(made, value) === contains(other, value)),
            )
      },
      10,
    )
  })
})
