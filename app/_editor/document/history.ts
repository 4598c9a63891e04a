import { applyPatches, enablePatches, freeze, type Patch, produceWithPatches } from 'immer'
import type { PolicyDocument } from '@/compiler/language/policy'

enablePatches()

/** What is selected on the canvas: ids of nodes and of edges. */
export interface Selection {
  nodes: string[]
  edges: string[]
}

/** One thing that a person did, as the difference that it made. Nobody writes an inverse: immer records both ways. */
export interface Step {
  title: string
  patches: Patch[]
  inverse: Patch[]
  /** Steps with the same key join, as long as nothing else comes between them: typing in one field. */
  merge?: string
  /** When the step was last added to, in milliseconds. */
  at: number
  before: Selection
  after: Selection
}

export type Recipe = (draft: PolicyDocument) => void

/** A pause this long ends a joined step, so that undo takes back a sentence and not a page. */
export const PAUSE = 4000

/** The document after `recipe`, with the difference in both directions; `null` where nothing changed. */
export function record(document: PolicyDocument, recipe: Recipe): [PolicyDocument, Patch[], Patch[]] | null {
  const [next, patches, inverse] = produceWithPatches(document, draft => {
    recipe(draft as PolicyDocument)
  })
  return patches.length === 0 ? null : [next, patches, inverse]
}

/** The difference that puts another document in the place of this one. */
export function replacement(from: PolicyDocument, to: PolicyDocument): [PolicyDocument, Patch[], Patch[]] {
  return [
    freeze(to, true),
    [{ op: 'replace', path: [], value: to }],
    [{ op: 'replace', path: [], value: from }],
  ]
}

/** Whether a step put another document in the place of the whole. */
export const isReplacement = ({ patches }: Step): boolean => patches.some(patch => patch.path.length === 0)

const samePlace = (a: Patch, b: Patch) =>
  a.path.length === b.path.length && a.path.every((key, i) => key === b.path[i])

/** Two steps as one. A field typed into keeps one patch, however many letters it took. */
export function join(first: Step, second: Step): Step {
  const [a] = first.patches
  const [b] = second.patches
  const oneField =
    first.patches.length === 1 &&
    second.patches.length === 1 &&
    a &&
    b &&
    b.op === 'replace' &&
    samePlace(a, b)
  return {
    ...first,
    at: second.at,
    after: second.after,
    patches: oneField ? [{ ...a, value: b.value }] : [...first.patches, ...second.patches],
    inverse: oneField && first.inverse.length === 1 ? first.inverse : [...second.inverse, ...first.inverse],
  }
}

export const joins = (top: Step | undefined, next: Step): boolean =>
  top?.merge !== undefined && top.merge === next.merge && next.at - top.at < PAUSE

export const forwards = (document: PolicyDocument, step: Step): PolicyDocument =>
  applyPatches(document, step.patches)

export const backwards = (document: PolicyDocument, step: Step): PolicyDocument =>
  applyPatches(document, step.inverse)
