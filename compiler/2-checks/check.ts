import type { Graph } from '../1-graph/graph'
import type { Tables } from '../4-table/tables'
import type { Code, Say } from '../language/finding'
import type { Cases } from './cases'

/** What every check has, for the editor's help and for people who wonder. */
interface About {
  code: Code
  /** What the finding means, in a sentence. */
  says: string
  /** Why it matters. */
  because: string
  /** What to do about it. */
  mend: string
}

/** A check of the drawing as it stands: its form, names and lines. */
export interface StructureCheck extends About {
  about: 'structure'
  find: (graph: Graph) => Say[]
}

/** A check of what the chart does with cases; it is made where the structure is sound. */
export interface BehaviourCheck extends About {
  about: 'behaviour'
  find: (cases: Cases, tables: Tables) => Say[]
}

export type Check = StructureCheck | BehaviourCheck
