/** The artifact is not one that this runtime can decide by. */
export class ArtifactError extends Error {
  override name = 'ArtifactError'
}
