import type { Artifact } from './artifact'
import { canonicalJson } from './canonical-json'
import { sha256 } from './sha256'

/** What an artifact's `hash` has to be: of the canonical JSON of everything else in it. @throws as `canonicalJson` does. */
export function artifactHash(artifact: Artifact): string {
  const { hash: _, ...rest } = artifact
  return `sha256-${sha256(canonicalJson(rest))}`
}
