import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { compileAll } from '@/compiler/compile'
import { decide } from '@/compiler/meaning/decide'
import { play } from '@/compiler/meaning/play'
import { load } from '@/compiler/runtime/load'
import { allInputs, allInputsCount } from './generators/all-inputs'

const SEED = fileURLToPath(new URL('../../server/seed', import.meta.url))
const samples = readdirSync(SEED).filter(file => file.endsWith('.json'))
const read = (file: string) => compileAll(JSON.parse(readFileSync(join(SEED, file), 'utf8')))

describe.each(samples)('%s', file => {
  const { policy, findings, artifacts } = read(file)

  it('has nothing to mend', () => {
    expect(findings).toEqual([])
  })

  it('has a scenario for every line of its chart, and all of them come out', () => {
    const taken = new Set<string>()
    for (const scenario of policy!.scenarios ?? []) {
      const { problems, edges } = play(policy!, scenario)
      expect(problems, scenario.title).toEqual([])
      for (const edge of edges) taken.add(edge)
    }
    expect(policy!.chart.edges.map(edge => edge.id).filter(id => !taken.has(id))).toEqual([])
  })

  it('decides by its tables as by its chart', () => {
    for (const [tier, artifact] of Object.entries(artifacts!)) {
      const table = load(artifact)
      expect(allInputsCount(policy!, tier)).toBeGreaterThan(100)
      const inputs = allInputs(policy!, tier)
      const stride = Math.ceil(inputs.length / 500)
      for (let i = 0; i < inputs.length; i += stride)
        expect(table.decide(inputs[i]!)).toEqual(decide(policy!, tier, inputs[i]!))
    }
  })
})

describe('shipping promises', () => {
  const { policy, artifacts } = read('shipping-promises.json')
  const t1 = (facts: Record<string, unknown>) => load(artifacts!.T1!).decide(facts)

  it('the front line is not told what the desks above it may do', () => {
    const text = JSON.stringify(artifacts!.T1)
    for (const hidden of [
      'courier',
      'buy-locally',
      'order_total',
      'duty manager may spend',
      'neverSay',
      'requires',
    ])
      expect(text).not.toContain(hidden)
    expect(JSON.stringify(artifacts!.T3)).toContain('buy-locally')
  })

  it('the magic word works at any moment of the call', () => {
    const late = {
      request: 'late',
      occasion: false,
      days_late: 0,
      paid_speed: 'standard',
      call_time: '14:30:00',
    }
    expect(t1(late)).toMatchObject({ kind: 'decision', end: { result: 'declined' } })
    expect(t1({ ...late, health_or_safety: true })).toMatchObject({
      steps: [{ action: 'upgrade-next-day' }],
      end: { result: 'resolved' },
    })
  })

  it('half past two upgrades, half past four asks the warehouse, and its no hands over', () => {
    const word = { health_or_safety: true }
    expect(t1({ ...word, call_time: '14:30:00' })).toMatchObject({ steps: [{ action: 'upgrade-next-day' }] })
    expect(t1({ ...word, call_time: '16:30:00' })).toMatchObject({
      kind: 'ask',
      fact: 'warehouse_can',
      source: 'team',
      say: 'Please hold.',
    })
    expect(t1({ ...word, call_time: '16:30:00', warehouse_can: false })).toMatchObject({
      steps: [],
      end: { kind: 'escalate', to: 'T3', mode: 'transfer' },
    })
  })

  it('nobody may ask for the magic word', () => {
    for (const tier of policy!.handbook.tiers) {
      const asked = artifacts![tier.id]!.tables.flatMap(table =>
        table.rows.flatMap(row => row.asks.map(ask => ask.fact)),
      )
      expect(asked).not.toContain('health_or_safety')
    }
  })
})
