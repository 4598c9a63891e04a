import type { Artifact } from './artifact'
import { ArtifactError } from './artifact-error'
import { artifactHash } from './artifact-hash'
import { checkArtifact } from './check-artifact'
import { type Columns, type DecidedColumns, decideColumns } from './columns'
import { deciding } from './deciding'
import type { Facts, TableResult } from './result'

export type { Columns, DecidedColumns }
export { ArtifactError }

/** A table that is ready to decide. */
export interface LoadedTable {
  artifact: Artifact
  /**
   * What the table says of a case. `facts` are as JSON writes them; a fact left out, or undefined, is not yet known.
   *
   * The result belongs to the table and cannot be changed: cases that are decided alike are given the same object.
   */
  decide: (facts: Facts) => TableResult
  /**
   * Decides many cases at once, given as columns: for each fact its values in the order of the cases, all of one
   * length; undefined is not yet known. The i-th case comes out as `results[which[i]]`, which is what `decide` says of
   * it, whatever that is: a decision, a question, or what is invalid. No two of the `results` are equal, so that where
   * facts supply parameters, or values are invalid, there is one for each value. Names of columns that this tier does
   * not know are `ignored`, once for all cases, if any value is given there.
   *
   * @throws RangeError where columns are not of one length.
   */
  decideColumns: (columns: Columns) => DecidedColumns
}

/**
 * Makes an artifact ready to decide, by the four rules of its format. The tables are indexed, so that deciding takes
 * no longer the more rows there are. The artifact must not be changed afterwards.
 *
 * @throws ArtifactError where it is malformed, where its hash is not that of what is in it, and where the rows of a
 * table do not cover every case or two of them hold for one.
 */
export function load(artifact: Artifact): LoadedTable {
  let decide: LoadedTable['decide'] | undefined
  try {
    checkArtifact(artifact)
    if (artifactHash(artifact) === artifact.hash) decide = deciding(artifact)
  } catch (caught) {
    throw new ArtifactError(`The artifact is malformed: ${(caught as Error).message}`)
  }
  if (!decide) throw new ArtifactError('The artifact was changed: its hash is another one.')
  return { artifact, decide, decideColumns: columns => decideColumns(artifact, decide, columns) }
}
