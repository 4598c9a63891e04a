import { freeze } from 'immer'
import { documentSchema, type PolicyDocument } from '@/compiler/language/policy'
import { type Clash, merge, withValue } from './merge'
import { type SameIds, underNewNames } from './same-ids'
import { sameJson } from './same-json'
import type { EditorData } from './state'

/** Both put together; where that is no policy any more, the whole is one clash, and mine stands. */
export function mergedOrWhole(base: PolicyDocument, mine: PolicyDocument, theirs: PolicyDocument) {
  const { document, clashes } = merge(base, mine, theirs)
  if (sameJson(document, theirs)) return { document: theirs, clashes }
  if (!documentSchema.safeParse(document).success)
    return { document: mine, clashes: [{ path: [], mine, theirs }] }
  return { document: freeze(document, true), clashes }
}

/** The document with theirs in the place of mine. */
export const withTheirs = (document: PolicyDocument, clash: Clash): PolicyDocument =>
  freeze(withValue(document, clash, clash.theirs), true)

/** What is here, and all that can be taken back or done again, with other ids for what I added. */
export function underOtherNames(
  { document, undoStack, redoStack, selection }: EditorData,
  names: SameIds,
): Pick<EditorData, 'document' | 'undoStack' | 'redoStack' | 'selection'> {
  // The document that one step ends with is the one that the next begins with, and stays so.
  const known = new Map<PolicyDocument, PolicyDocument>()
  const of = (old: PolicyDocument) => {
    const renamed = known.get(old) ?? freeze(underNewNames(old, names), true)
    known.set(old, renamed)
    return renamed
  }
  const ids = ({ nodes, edges }: EditorData['selection']) => ({
    nodes: nodes.map(id => names.nodes.get(id) ?? id),
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
  }
}
