/** Steps that one version has done and the other has not, or not yet, by their numbers. */
export type Steps = readonly number[]

/** Stands in both versions' steps for steps that both have done there, whichever they were. */
export const SHARED = -2

/**
 * Without the steps that both begin with, and with those that both end with taken for `SHARED`: so that what is done alike
 * between two differences does not tell cases apart.
 */
export function settledSteps(old: Steps, next: Steps): [Steps, Steps] {
  const [from, until] = ends(old, next)
  if (until === 0 || (from + until === old.length && from + until === next.length))
    return [old.slice(from), next.slice(from)]
  return [
    [...old.slice(from, old.length - until), SHARED],
    [...next.slice(from, next.length - until), SHARED],
  ]
}

/** Without the steps that both begin with and those that both end with. */
export function withoutEnds(old: Steps, next: Steps): [Steps, Steps] {
  const [from, until] = ends(old, next)
  return [old.slice(from, old.length - until), next.slice(from, next.length - until)]
}

/** How many steps both begin with, and of the rest how many both end with. */
function ends(old: Steps, next: Steps): [number, number] {
  let from = 0
  while (from < old.length && old[from] === next[from]) from++
  const rest = Math.min(old.length, next.length) - from
  let until = 0
  while (until < rest && old[old.length - 1 - until] === next[next.length - 1 - until]) until++
  return [from, until]
}

/** Without the steps that both begin with. */
export function withoutStart(old: Steps, next: Steps): [Steps, Steps] {
  let from = 0
  while (from < old.length && old[from] === next[from]) from++
  return from === 0 ? [old, next] : [old.slice(from), next.slice(from)]
}

export const withoutShared = (steps: Steps): Steps =>
  steps.includes(SHARED) ? steps.filter(step => step !== SHARED) : steps

/**
 * Whether the steps that are named are in another order than those that are not, as far as can be seen: then what is named
 * does not tell the two decisions apart.
 */
export function crossed(old: Steps, next: Steps): boolean {
  const places = (steps: Steps) => steps.flatMap((step, i) => (step === SHARED ? [i] : [])).join()
  const named = (steps: Steps) => withoutShared(steps).length
  return named(old) === named(next) && places(old) !== places(next)
}
