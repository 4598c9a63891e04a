import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compile } from '@/compiler/compile'
import { isPublishable, policies } from '../generators/random-policy'
import { joinableRows } from '../joinable-rows'
import { announce, law } from './run'

beforeAll(announce)

describe('rows', () => {
  let rows = 0
  let without = 0
  afterAll(() => {
    // Both occur: tables of many rows, and rows that leave out a fact that others of their table test.
    expect(rows).toBeGreaterThan(100)
    expect(without).toBeGreaterThan(10)
  })

  it('are joined until no two of the same result that ask alike differ in one fact only', () => {
    law(
      [policies()],
      policy => {
        if (!isPublishable(policy)) return
        for (const { id } of policy.handbook.tiers) {
          const artifact = compile(policy, id)
          expect(joinableRows(artifact)).toEqual([])
          for (const table of artifact.tables) {
            rows += table.rows.length
            without += table.rows.filter(row => Object.keys(row.when).length < table.columns.length).length
          }
        }
      },
      2,
    )
  })
})
