import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileAll } from '@/compiler/compile'
import { reading } from '@/compiler/meaning/decide'
import { load } from '@/compiler/runtime/load'
import { allInputs } from '../generators/all-inputs'

const FOUND = join(import.meta.dirname, 'found')

describe('a document that once showed a fault', () => {
  for (const file of readdirSync(FOUND))
    it(`${file} compiles to tables that decide as its chart does`, () => {
      const { policy, artifacts } = compileAll(JSON.parse(readFileSync(join(FOUND, file), 'utf8')))
      const chart = reading(policy!)
      for (const [tier, artifact] of Object.entries(artifacts!)) {
        const table = load(artifact)
        for (const facts of allInputs(policy!, tier))
          expect(table.decide(facts), `${tier}: ${JSON.stringify(facts)}`).toEqual(chart.decide(tier, facts))
      }
    })
})
