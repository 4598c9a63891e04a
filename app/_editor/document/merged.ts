import { freeze } from 'immer'
import { documentSchema, type PolicyDocument } from '@/compiler/language/policy'
import { merge } from './merge'
import { type SameIds, underNewNames } from './same-ids'
import { sameJson } from './same-json'
import type { EditorData } from './state'

const isPolicy = (document: PolicyDocument) => documentSchema.safeParse(document).success

/** Both put together; where that is no policy any more, as mine was, the whole is one clash, and mine stands. */
export function mergedOrWhole(base: PolicyDocument, mine: PolicyDocument, theirs: PolicyDocument) {
  const { document, clashes } = merge(base, mine, theirs)
  if (sameJson(document, theirs)) return { document: theirs, clashes }
  if (!isPolicy(document) && isPolicy(mine)) return { document: mine, clashes: [{ path: [], mine, theirs }] }
  return { document: freeze(document, true), clashes }
}

/** What is here, and all that can be taken back or done again, with other ids for what I added. */
export function underOtherNames(
  { document, undoStack, redoStack, selection, table, titling, wish }: EditorData,
  names: SameIds,
): Pick<EditorData, 'document' | 'undoStack' | 'redoStack' | 'selection' | 'table' | 'titling' | 'wish'> {
  // The document that one step ends with is the one that the next begins with, and stays so.
  const known = new Map<PolicyDocument, PolicyDocument>()
  const of = (old: PolicyDocument) => {
    const renamed = known.get(old) ?? freeze(underNewNames(old, names), true)
    known.set(old, renamed)
    return renamed
  }
  const node = (id: string) => names.nodes.get(id) ?? id
  const ids = ({ nodes, edges }: EditorData['selection']) => ({
    nodes: nodes.map(node),
    edges: edges.map(id => names.edges.get(id) ?? id),
  })
  const steps = (stack: EditorData['undoStack']) =>
    stack.map(step => ({
      ...step,
      from: of(step.from),
      to: of(step.to),
      before: ids(step.before),
      after: ids(step.after),
    }))
  return {
    document: of(document),
    undoStack: steps(undoStack),
    redoStack: steps(redoStack),
    selection: ids(selection),
    // What is typed into, or looked at, is mine as before.
    table: table && node(table),
    titling: titling && node(titling),
    wish: wish && node(wish),
  }
}
