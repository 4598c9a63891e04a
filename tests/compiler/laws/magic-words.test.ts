import { beforeAll, describe, expect, it } from 'vitest'
import { compile } from '@/compiler/compile'
import type { When } from '@/compiler/language/handbook'
import type { Node } from '@/compiler/language/kinds'
import { reading } from '@/compiler/meaning/decide'
import { load } from '@/compiler/runtime/load'
import { type Dice, dice } from '../generators/dice'
import { amount, says, small, yesNo } from '../small-policy'
import { announce, law } from './run'

beforeAll(announce)

const TESTS: Record<string, string[]> = {
  f: ['< 2', '>= 2', '1', 'not(1)', '[1..2]', '-'],
  g: ['true', 'false', '-'],
  h: ['true', 'false'],
}

/** Several magic words that test the same facts: what one of them has settled, the next one knows. */
function drawn(at: Dice) {
  const words = Array.from({ length: at.int(2, 5) }, (_, i): Node => {
    const when: When = {}
    for (const fact of at.shuffle(Object.keys(TESTS)).slice(0, at.int(1, 3)))
      when[fact] = at.pick(TESTS[fact]!)
    return { id: `t${i}`, kind: 'trigger', priority: at.int(1, 3), when }
  })
  return small({
    facts: {
      f: amount({ step: 1, allowedValues: '[0..3]' }),
      g: yesNo('record'),
      h: { ...yesNo(), volunteered: true },
    },
    nodes: [...words, ...words.map(({ id }) => says(`of-${id}`)), says('none')],
    edges: [
      ['start', 'none'],
      ...words.map(({ id }): [string, string] => [id, at.chance(80) ? `of-${id}` : 'none']),
    ],
  })
}

describe('magic words over the same facts', () => {
  it('decide by table as they do by chart, and ask for nothing else, whatever is known', () => {
    law(
      [dice()],
      at => {
        const policy = drawn(at)
        const chart = reading(policy)
        const table = load(compile(policy, 'T1'))
        for (const f of [0, 1, 2, 3])
          for (const g of [true, false])
            for (const h of [true, false]) {
              const facts = { f, g, h }
              expect(table.decide(facts), JSON.stringify(facts)).toEqual(chart.decide('T1', facts))
              const known: Record<string, unknown> = { h }
              for (let said = table.decide(known); ; said = table.decide(known)) {
                if (said.kind !== 'ask') {
                  // A fact that no magic word tests is ignored where it is given, and here it is not.
                  const { ignored: _, ...drawn } = chart.decide('T1', facts)
                  expect({ ...said, ignored: undefined }, JSON.stringify(facts)).toEqual(drawn)
                  break
                }
                expect(known).not.toHaveProperty(said.fact)
                known[said.fact] = facts[said.fact as 'f']
              }
            }
      },
      3,
    )
  })
})
