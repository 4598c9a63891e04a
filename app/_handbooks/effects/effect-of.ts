import { compareInspected, type Progress, type Refusal } from '@/app/_compare/comparing'
import { type Consequences, consequences } from '@/app/_editor/document/consequences'
import type { Told } from '@/compiler/compare/told/tell'
import { inspect } from '@/compiler/compile'
import type { SharedHandbook } from '@/compiler/language/handbook'
import type { PolicyDocument } from '@/compiler/language/policy'

/** A policy, with the version of the handbook that it takes in; null where that was never published. */
export interface TakerOf {
  document: PolicyDocument
  handbook: SharedHandbook | null
}

/** What another version of its handbook does to a policy. */
export interface Effect {
  /** The findings that come and go. */
  findings: Consequences
  /** Whether it would have errors. */
  errors: number
  /** What would be decided differently; or why that cannot be said. */
  compared: Told['verdict'] | Refusal
}

/** A policy as it is with another handbook of the same name in the place of the one that it takes in. */
export function withHandbook(document: PolicyDocument, { name, version }: SharedHandbook): PolicyDocument {
  const { handbook } = document
  return 'from' in handbook ? { ...document, handbook: { ...handbook, from: { name, version } } } : document
}

/** Checks a policy with both handbooks, and compares all that it decides. */
export function effectOf(
  { document, handbook }: TakerOf,
  next: SharedHandbook,
  say: (progress: Progress) => void = () => {},
): Effect {
  const old = inspect(document, { handbook: handbook ?? undefined })
  const then = inspect(withHandbook(document, next), { handbook: next })
  const compared = compareInspected(old, then, say)
  return {
    findings: consequences(old.findings, then.findings),
    errors: then.findings.filter(({ severity }) => severity === 'error').length,
    compared: compared.is === 'told' ? compared.told.verdict : compared,
  }
}
