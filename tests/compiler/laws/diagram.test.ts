import { isDeepStrictEqual } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { diagramFor } from '@/compiler/4-table/table'
import { reading } from '@/compiler/meaning/decide'
import { allInputs } from '../generators/all-inputs'
import { policies } from '../generators/random-policy'
import { decideByDiagram } from './diagram-walk'
import { amount, announce, lawOf, patience } from './run'

beforeAll(announce)

describe('diagram and chart', () => {
  it(
    'decide alike on every complete input',
    () => {
      let pairs = 0
      lawOf(amount(60, 6500), [policies()], policy => {
        const chart = reading(policy)
        for (const { id: tier } of policy.handbook.tiers) {
          const diagram = diagramFor(chart.graph, tier)
          for (const facts of allInputs(policy, tier)) {
            pairs++
            const [drawn, walked] = [chart.decide(tier, facts), decideByDiagram(diagram, facts)]
            if (!isDeepStrictEqual(walked, drawn))
              expect(walked, `${JSON.stringify(facts)} at ${tier}`).toStrictEqual(drawn)
          }
        }
      })
      console.info({ pairs })
      expect(pairs).toBeGreaterThanOrEqual(amount(2500, 1_000_000))
    },
    patience,
  )
})
