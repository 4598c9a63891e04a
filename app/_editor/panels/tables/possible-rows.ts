import { parseTest } from '@/compiler/language/tests/parse'
import type { Test } from '@/compiler/language/tests/test'
import { holds } from '@/compiler/meaning/holds'
import type { Artifact, ArtifactRow } from '@/compiler/runtime/artifact'
import { type JsonValue, toPoint } from '@/compiler/runtime/values'

/**
 * The rows that may still be a case's, by table: those that no known fact rules out, in the tables that lead on from
 * them. A fact that customers bring up, and of which nothing is said, is not so.
 */
export function possibleRows(
  artifact: Artifact,
  facts: Record<string, JsonValue>,
): Map<string, Set<ArtifactRow>> {
  const known: Record<string, JsonValue> = {}
  for (const [id, fact] of Object.entries(artifact.facts)) {
    const value = facts[id]
    if (value !== undefined) known[id] = value
    else if (fact.volunteered) known[id] = false
  }
  const passes = new Map<string, boolean>()
  const mayBe = (row: ArtifactRow) =>
    Object.entries(row.when).every(([fact, text]) => {
      if (!(fact in known)) return true
      const key = `${fact} ${text}`
      const passed = passes.get(key) ?? passesTest(artifact, fact, text, known[fact]!)
      passes.set(key, passed)
      return passed
    })

  const found = new Map<string, Set<ArtifactRow>>()
  const [main] = artifact.tables
  const open = main ? [main] : []
  for (let table = open.pop(); table; table = open.pop()) {
    const rows = table.rows.filter(mayBe)
    found.set(table.id, new Set(rows))
    for (const { end } of rows) {
      if (end.kind !== 'continue' || found.has(end.table)) continue
      const next = artifact.tables.find(({ id }) => id === end.table)
      if (next) open.push(next)
    }
  }
  return found
}

function passesTest({ facts }: Artifact, id: string, text: string, value: JsonValue): boolean {
  const type = facts[id]?.type
  if (type === undefined) return true
  const parsed = parseTest(text, type)
  const test: Test = parsed.ok ? parsed.test : { is: 'any' }
  const point = value === null ? null : toPoint(type, value)
  return point === undefined || holds(test, point)
}
