import { beforeAll, describe, expect, it } from 'vitest'
import { compile } from '@/compiler/compile'
import type { Artifact } from '@/compiler/runtime/artifact'
import { artifactHash } from '@/compiler/runtime/artifact-hash'
import { ArtifactError, load } from '@/compiler/runtime/load'
import { dice } from '../generators/dice'
import { policies } from '../generators/random-policy'
import { amount, announce, lawOf, patience } from '../laws/run'
import { anyJson, type Json, put, spoilt } from './random-json'

beforeAll(announce)

const HANG = 20_000
const tally = { artifacts: 0, refused: 0, taken: 0, decided: 0 }

/** Loaded or refused, by its own error; and what was loaded decides, asks, or finds itself contradictory. */
function tried(value: Json, facts: readonly Record<string, Json>[]) {
  const started = performance.now()
  tally.artifacts++
  try {
    const table = load(value as unknown as Artifact)
    tally.taken++
    for (const given of facts) {
      expect(table.decide(given).kind).toMatch(/^(ask|decision|invalid)$/)
      tally.decided++
    }
  } catch (caught) {
    if (!(caught instanceof ArtifactError)) throw caught
    expect(caught.message).toMatch(/\S/)
    tally.refused++
  }
  expect(performance.now() - started).toBeLessThan(HANG)
}

/** With the hash of what it has become, so that it is not refused by its hash alone. */
function sealed(value: Json): Json {
  try {
    put(value as object, 'hash', artifactHash(value as unknown as Artifact))
  } catch {
    // What has no canonical JSON keeps the hash that it had.
  }
  return value
}

describe('an artifact', () => {
  it(
    'of any JSON at all is refused',
    () => {
      lawOf(amount(300, 20_000), [dice()], at => {
        const any = anyJson(at, 5)
        tried(any, [])
        if (typeof any === 'object' && any !== null && !Array.isArray(any))
          put(any, 'format', 'remit-table/1')
        tried(any, [])
      })
    },
    patience,
  )

  it(
    'that something happened to is refused, or can be decided by',
    () => {
      lawOf(amount(40, 4000), [policies(), dice()], (policy, at) => {
        for (const { id } of policy.handbook.tiers) {
          const artifact = compile(policy, id) as unknown as Json
          for (let n = 0; n < 8; n++) {
            const given = Object.fromEntries(
              Object.keys(policy.handbook.facts).map(name => [name, anyJson(at, 1)]),
            )
            const made = spoilt(at, artifact)
            tried(at.chance(85) ? sealed(made) : made, [{}, given])
          }
        }
      })
    },
    patience,
  )

  it('was of every kind', () => {
    console.info(tally)
    expect(tally.refused).toBeGreaterThan(tally.artifacts / 4)
    expect(tally.taken).toBeGreaterThan(0)
    expect(tally.decided).toBeGreaterThan(0)
  })
})
