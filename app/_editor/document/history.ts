import { produce } from 'immer'
import type { PolicyDocument } from '@/compiler/language/policy'
import type { Clash } from './merge'
import { mergedOrWhole } from './merged'

/** What is selected on the canvas: ids of nodes and of edges. */
export interface Selection {
  nodes: string[]
  edges: string[]
}

/** One thing that a person did: the document before it and after it, which share all that it left alone. */
export interface Step {
  title: string
  from: PolicyDocument
  to: PolicyDocument
  /** It put another document in the place of the whole. */
  whole?: boolean
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

/** The document after `recipe`, frozen; the same one where nothing changed. */
export const changed = (document: PolicyDocument, recipe: Recipe): PolicyDocument =>
  produce(document, draft => {
    recipe(draft as PolicyDocument)
  })

/** Two steps as one. */
export const join = (first: Step, second: Step): Step => ({
  ...first,
  to: second.to,
  at: second.at,
  after: second.after,
  ...((first.whole || second.whole) && { whole: true }),
})

export const joins = (top: Step | undefined, next: Step): boolean =>
  top?.merge !== undefined && top.merge === next.merge && next.at - top.at < PAUSE

interface Travelled {
  document: PolicyDocument
  /** What somebody else has changed since, which stays as they left it. */
  clashes: Clash[]
}

/**
 * What a step did is taken back out of a document: exactly, where it is the document that the step made. Where
 * somebody else's work has come in since, that work stays.
 */
export const backwards = (document: PolicyDocument, { from, to }: Step): Travelled =>
  travelled(to, document, from)

/** What a step did is done again. */
export const forwards = (document: PolicyDocument, { from, to }: Step): Travelled =>
  travelled(from, document, to)

function travelled(base: PolicyDocument, document: PolicyDocument, to: PolicyDocument): Travelled {
  return document === base ? { document: to, clashes: [] } : mergedOrWhole(base, document, to)
}
