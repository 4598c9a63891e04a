import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { check, compileAll } from '@/compiler/compile'
import type { Finding } from '@/compiler/language/finding'
import { sharedHandbookSchema } from '@/compiler/language/handbook'
import { load } from '@/compiler/runtime/load'
import { type Dice, dice } from '../generators/dice'
import { drafts } from '../generators/random-policy'
import { amount, announce, lawOf, patience } from '../laws/run'
import { anyJson, type Json, spoilt } from './random-json'

beforeAll(announce)

const here = import.meta.dirname
const read = (path: string): Json => JSON.parse(readFileSync(join(here, path), 'utf8'))
/** Policies that somebody wrote: one of each case, and the large one now and then. */
const written = readdirSync(join(here, '../cases'), { withFileTypes: true }).flatMap(entry =>
  entry.isDirectory() ? [read(`../cases/${entry.name}/policy.json`)] : [],
)
const large = read('../../../server/seed/shipping-promises.json')

/** No document of this size takes a second here; a machine that is busy may need some. */
const HANG = 20_000

/** A place is there as far as its last step, which may be what is missing. */
function leadsThere(document: Json, path: readonly (string | number)[]): boolean {
  let at: unknown = document
  for (const step of path.slice(0, -1)) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return false
    at = (at as Record<string | number, unknown>)[step]
  }
  return path.length === 0 || (typeof at === 'object' && at !== null)
}

const textAt = (document: Json, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((at, step) => (at as Record<string | number, unknown> | undefined)?.[step], document)

function sound(document: Json, { message, path, position, severity }: Finding) {
  expect(message).toMatch(/\S/)
  if (severity === 'error') expect(path, message).toBeDefined()
  if (path && !leadsThere(document, path)) expect(path, `leads nowhere: ${message}`).toEqual('a place')
  if (!position) return
  const text = textAt(document, path!)
  expect(typeof text, `${path}: ${message}`).toBe('string')
  expect(position.start).toBeGreaterThanOrEqual(0)
  expect(position.start).toBeLessThanOrEqual(position.end)
  expect(position.end).toBeLessThanOrEqual((text as string).length)
}

const tally = { documents: 0, publishable: 0, policies: 0, slowest: 0 }
const codes = new Map<string, number>()

function tried(document: Json, at: Dice) {
  const before = JSON.stringify(document)
  const started = performance.now()
  const { policy, findings, artifacts } = compileAll(document)
  const took = performance.now() - started
  tally.documents++
  tally.slowest = Math.max(tally.slowest, took)
  expect(took, before.slice(0, 2000)).toBeLessThan(HANG)
  expect(JSON.stringify(document), 'it was changed').toBe(before)
  for (const finding of findings) {
    sound(document, finding)
    codes.set(finding.code, (codes.get(finding.code) ?? 0) + 1)
  }
  const errors = findings.filter(finding => finding.severity === 'error')
  if (policy === null) expect(errors).not.toEqual([])
  else tally.policies++
  expect(artifacts === null).toBe(errors.length > 0)
  if (artifacts) {
    tally.publishable++
    for (const artifact of Object.values(artifacts))
      expect(load(artifact).decide({}).kind).toMatch(/ask|decision/)
  }
  if (at.chance(5)) expect(check(document)).toEqual({ policy, findings })
}

describe('a document', () => {
  it(
    'of any JSON at all is told where it is wrong, and nothing is thrown',
    () => {
      lawOf(amount(600, 30_000), [dice()], at => tried(anyJson(at, 6), at))
    },
    patience,
  )

  it(
    'that was a policy before something happened to it, likewise',
    () => {
      lawOf(amount(500, 40_000), [dice()], at =>
        tried(spoilt(at, at.chance(3) ? large : at.pick(written)), at),
      )
      lawOf(amount(500, 30_000), [drafts(), dice()], (policy, at) => tried(spoilt(at, policy as never), at))
    },
    patience,
  )

  it(
    'that takes in a shared handbook, likewise, whatever the handbook is',
    () => {
      let taken = 0
      lawOf(amount(200, 10_000), [drafts(), dice()], (policy, at) => {
        const { tiers, facts, actions } = policy.handbook
        const shared = { format: 'remit-handbook/1', name: 'company', version: 1, tiers, facts, actions }
        const from = { ...policy, handbook: { from: { name: 'company', version: 1 } } }
        const handbook = sharedHandbookSchema.safeParse(at.chance(50) ? spoilt(at, shared as never) : shared)
        const document = at.chance(60) ? spoilt(at, from as never) : from
        const { findings, artifacts } = compileAll(
          document,
          handbook.success ? { handbook: handbook.data } : {},
        )
        if (artifacts) taken++
        else expect(findings.some(({ severity }) => severity === 'error')).toBe(true)
        tally.documents++
      })
      expect(taken).toBeGreaterThan(0)
    },
    patience,
  )

  it('was of every kind', () => {
    expect(tally.documents).toBeGreaterThanOrEqual(amount(1700, 105_000))
    expect(tally.publishable).toBeGreaterThan(tally.documents / 200)
    expect(tally.policies).toBeGreaterThan(tally.documents / 20)
  })
})

afterAll(() => {
  console.info(tally, Object.fromEntries([...codes].sort()))
  for (const code of [
    'malformed',
    'unknown-reference',
    'bad-test',
    'start',
    'cycle',
    'dead-end',
    'gap',
    'overlap',
  ])
    expect([...codes.keys()]).toContain(code)
})
