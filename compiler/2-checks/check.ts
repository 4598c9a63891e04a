import type { Graph } from '../1-graph/graph'
import type { Tables } from '../4-table/tables'
import type { Code, Finding, Say } from '../language/finding'
import type { Cases } from './cases'
import type { Example } from './example'
import type { Replay } from './replay'

/** What a finding's example case shows. */
export interface Witness {
  /** What following the chart on it shows, in a sentence. */
  shows: string
  /** Whether it does, told from the document and the walk alone, and not by what the check itself goes by. */
  confirms: (finding: Finding, replay: Replay) => boolean
}

/** What every check has, for the editor's help and for people who wonder. */
interface About {
  code: Code
  /** What the finding means, in a sentence. */
  says: string
  /** Why it matters. */
  because: string
  /** What to do about it. */
  mend: string
  /** What the fix does that its findings offer where it is obvious what was meant; null where they offer none. */
  offers: string | null
  /** Why no case can show it, where none can. */
  witness: Witness | { none: string }
  example: Example
}

/** A check of the drawing as it stands: its form, names and lines. */
export interface StructureCheck extends About {
  about: 'structure'
  witness: { none: string }
  find: (graph: Graph) => Say[]
}

/** A check of what the chart does with cases; it is made where the structure is sound. */
export interface BehaviourCheck extends About {
  about: 'behaviour'
  find: (cases: Cases, tables: Tables) => Say[]
}

export type Check = StructureCheck | BehaviourCheck
