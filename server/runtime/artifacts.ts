import { LRUCache } from 'lru-cache'
import type { Pool } from 'pg'
import { load } from '@/compiler/runtime/load'

// Only what never changes is kept in memory: an artifact is named by the hash of its bytes.
const bodies = new LRUCache<string, string>({
  maxSize: 128 * 2 ** 20,
  sizeCalculation: body => 2 * body.length,
})
const loaded = new LRUCache<string, ReturnType<typeof load>>({ max: 500 })

/** The exact bytes of an artifact. */
export async function readArtifact(pool: Pool, hash: string): Promise<string> {
  const kept = bodies.get(hash)
  if (kept !== undefined) return kept
  const { rows } = await pool.query<{ body: string }>('select body from artifacts where hash = $1', [hash])
  const body = rows[0]!.body
  bodies.set(hash, body)
  return body
}

/** An artifact ready to decide by. */
export async function loadArtifact(pool: Pool, hash: string) {
  const kept = loaded.get(hash)
  if (kept) return kept
  const table = load(JSON.parse(await readArtifact(pool, hash)))
  loaded.set(hash, table)
  return table
}
