import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compile } from '@/compiler/compile'
import type { Policy } from '@/compiler/language/policy'
import type { Artifact } from '@/compiler/runtime/artifact'
import { artifactHash } from '@/compiler/runtime/artifact-hash'
import { ArtifactError, load } from '@/compiler/runtime/load'

const sample = join(import.meta.dirname, '../../server/seed/shipping-promises.json')
const whole = compile(JSON.parse(readFileSync(sample, 'utf8')) as Policy, 'T1')

/** Changed, and given the hash of what it is then, so that it is not refused for that alone. */
// biome-ignore lint/suspicious/noExplicitAny: what is changed has every form but the right one.
const changed = (change: (artifact: any) => void): Artifact => {
  const copy = structuredClone(whole)
  change(copy)
  // Where the hash itself was changed, it stays so; what is no JSON has none.
  if (copy.hash === whole.hash) {
    try {
      copy.hash = artifactHash(copy)
    } catch {}
  }
  return copy
}

describe('an artifact', () => {
  it('is taken as the compiler makes it', () => {
    expect(load(whole).artifact).toBe(whole)
  })

  it('is taken in any order of its members, and with what a later version may add', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, member]) => [key, turned(member)]),
      )
    }
    expect(load(turned(whole) as Artifact).decide({})).toEqual(load(whole).decide({}))
    expect(() =>
      load(changed(artifact => Object.assign(artifact.facts.call_time, { hint: ['x'] }))),
    ).not.toThrow()
  })

  it('that was changed after it was made is refused', () => {
    const tampered = 'The artifact was changed'
    const places: [object, string | number][] = []
    const visit = (value: unknown) => {
      if (typeof value === 'object' && value !== null)
        for (const [key, member] of Object.entries(value)) {
          places.push([value, key])
          visit(member)
        }
    }
    visit(whole)
    expect(places.length).toBeGreaterThan(300)
    for (const [at, key] of places) {
      const object = at as Record<string | number, unknown>
      const kept = object[key]
      // Every text and number another one, and every flag, all of a form that an artifact may have.
      if (typeof kept === 'string') object[key] = `${kept} `
      else if (typeof kept === 'number') object[key] = kept + 1
      else if (typeof kept === 'boolean') object[key] = !kept
      else continue
      expect(() => load(whole), `${key}: ${object[key]}`).toThrow(ArtifactError)
      object[key] = kept
    }
    const words = structuredClone(whole)
    words.tables[0]!.rows[0]!.steps.push({ action: 'credit', with: { amount: 1000 }, tier: 'T1' })
    expect(() => load(words)).toThrow(tampered)
    expect(() =>
      load({ ...whole, hash: whole.hash.replace(/.$/, last => (last === '0' ? '1' : '0')) }),
    ).toThrow(tampered)
    expect(() => load({ ...whole, note: 'added' } as Artifact)).toThrow(tampered)
    expect(load(whole).decide({}).kind).toBe('ask')
  })

  it('of another form is refused when it is loaded', () => {
    for (const other of [
      null,
      undefined,
      3,
      'x',
      [],
      {},
      { format: 'remit-table/2' },
      { format: 'remit-table/1' },
    ])
      expect(() => load(other as never)).toThrow(ArtifactError)
    const parts = [
      ...Object.keys(whole).map(key => [key]),
      ['tables', 0, 'rows'],
      ...Object.keys(whole.tables[0]!.rows[0]!).map(key => ['tables', 0, 'rows', 0, key]),
      ['facts', Object.keys(whole.facts)[0]!],
      ['facts', Object.keys(whole.facts)[0]!, 'type'],
    ]
    const optional = ['timeZone']
    for (const path of parts)
      for (const value of [undefined, null, 7, true, [7], { constructor: 1 }]) {
        if (value === undefined && optional.includes(String(path.at(-1)))) continue
        const wrong = changed(artifact => {
          const at = path.slice(0, -1).reduce((inner, key) => inner[key], artifact)
          if (value === undefined) delete at[path.at(-1)!]
          else at[path.at(-1)!] = value
        })
        expect(() => load(wrong), `${path.join('.')} ${JSON.stringify(value)}`).toThrow(ArtifactError)
      }
  })

  it('with a step that is none is refused, and not waited for', () => {
    for (const step of [0, -1, '1', Number.NaN, null])
      expect(() =>
        load(
          changed(({ facts }) => {
            facts.order_number = { type: 'number', source: 'record', step }
          }),
        ),
      ).toThrow(ArtifactError)
  })

  it('whose tables lead back, or nowhere, is refused', () => {
    const goesOn = (table: string) =>
      changed(({ tables }) => {
        tables[0].rows[0].end = { kind: 'continue', table }
      })
    expect(() => load(goesOn('main'))).toThrow('leads back to itself')
    expect(() => load(goesOn('t99'))).toThrow('not there')
    const around = changed(({ tables }) => {
      for (const [id, table] of [
        ['a', 'b'],
        ['b', 'a'],
      ])
        tables.push({ ...tables[0], id, rows: [{ ...tables[0].rows[0], end: { kind: 'continue', table } }] })
    })
    expect(() => load(around)).toThrow('leads back to itself')
  })

  it('that names a fact or a question it does not have is refused', () => {
    for (const name of ['nobody', 'constructor', '__proto__'])
      for (const put of [
        (row: { when: object }) => Object.defineProperty(row.when, name, { value: 'true', enumerable: true }),
        (row: { asks: object[] }) => row.asks.push({ fact: name, question: Object.keys(whole.questions)[0] }),
        (row: { asks: object[] }) => row.asks.push({ fact: Object.keys(whole.facts)[0], question: name }),
        (row: { steps: object[] }) =>
          row.steps.push({ action: 'a', with: { p: { fact: name } }, tier: 'T1' }),
      ])
        expect(() => load(changed(({ tables }) => put(tables[0].rows[0])))).toThrow(ArtifactError)
  })

  it('with a test that is not in canonical form is refused', () => {
    for (const test of ['', 'maybe', 'not(true)', '[1..', 'time("25:00:00")', '<', '"'.repeat(1000)])
      expect(() =>
        load(
          changed(({ tables }) => {
            tables[0].rows[0].when.health_or_safety = test || '('
          }),
        ),
      ).toThrow(ArtifactError)
  })
})
