import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compile } from '@/compiler/compile'
import type { Artifact } from '@/compiler/runtime/artifact'
import { load } from '@/compiler/runtime/load'
import type { Facts, TableResult } from '@/compiler/runtime/result'
import { small } from './small-policy'

interface Shipped {
  about: string
  artifact: Artifact
  cases: { facts: Facts; result: TableResult }[]
}

const shortest = small({
  nodes: [{ id: 'end', kind: 'close', result: 'resolved' }],
  edges: [['start', 'end']],
})

const FOLDER = join(import.meta.dirname, 'formats')
const fileOf = (format: string) => `${format.replace('/', '-')}.jsonl`

describe('Every format that was ever shipped', () => {
  const files = readdirSync(FOLDER).filter(file => file.endsWith('.jsonl'))

  it('today’s is among them', () => expect(files).toContain(fileOf(compile(shortest, 'T1').format)))

  it.each(files)('%s: what clients were given decides as it did', file => {
    const lines = readFileSync(join(FOLDER, file), 'utf8').trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(10)
    for (const line of lines) {
      const { about, artifact, cases }: Shipped = JSON.parse(line)
      expect(fileOf(artifact.format)).toBe(file)
      const table = load(artifact)
      for (const { facts, result } of cases)
        expect(table.decide(facts), `${about} ${JSON.stringify(facts)}`).toStrictEqual(result)
    }
  })
})
