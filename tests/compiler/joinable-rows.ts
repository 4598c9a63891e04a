import type { Artifact, ArtifactRow } from '@/compiler/runtime/artifact'
import { canonicalJson } from '@/compiler/runtime/canonical-json'

/**
 * Rows of a table that could be one: of the same steps and end, asking for the same facts at the same questions, and with
 * other tests on one fact alone. By their ids, each two of them once.
 */
export function joinableRows({ tables }: Artifact): string[] {
  return tables.flatMap(({ id, rows }) =>
    rows.flatMap((one, i) =>
      rows.slice(i + 1).flatMap(other => (joinable(one, other) ? [`${id}: ${one.id} and ${other.id}`] : [])),
    ),
  )
}

function joinable(one: ArtifactRow, other: ArtifactRow): boolean {
  const same = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b)
  if (!same([one.steps, one.end, one.asks], [other.steps, other.end, other.asks])) return false
  const facts = new Set([...Object.keys(one.when), ...Object.keys(other.when)])
  return [...facts].filter(fact => one.when[fact] !== other.when[fact]).length === 1
}
