import type { ArtifactStep, CloseEnd, EscalateEnd } from '../runtime/artifact'

/** A decision as a table writes it: parameters that are taken from facts are named, not filled in. */
export type ComparedStep = Omit<ArtifactStep, 'question'>
export type ComparedEnd = Omit<CloseEnd, 'question'> | EscalateEnd

/** What a version says of the cases of a region; the case is invalid where it does not accept their facts. */
export type Outcome =
  | { kind: 'decision'; steps: readonly ComparedStep[]; end: ComparedEnd }
  | { kind: 'invalid' }

/** A step or an end without its words, for customers and for agents. */
export function silent<T extends { say?: string; note?: string }>(part: T) {
  const { say: _say, note: _note, ...rest } = part
  const options = 'options' in rest && Array.isArray(rest.options) ? rest.options : undefined
  // Words that are offered are words; an action that is offered is not.
  return options ? { ...rest, options: options.filter(option => 'action' in option) } : rest
}
