import { type Finding, isUnsound } from '@/compiler/language/finding'
import type { Policy } from '@/compiler/language/policy'

const known = new WeakMap<readonly Finding[], boolean>()

/** Whether a case could be followed through a chart with these findings to an end; looked up once for each check. */
function isSound(findings: readonly Finding[]): boolean {
  const before = known.get(findings)
  if (before !== undefined) return before
  const sound = !findings.some(isUnsound)
  known.set(findings, sound)
  return sound
}

/** The policy of the last check, where its chart can be followed: in one that runs in a circle a case never ends. */
export const followable = ({
  policy,
  findings,
}: {
  policy: Policy | null
  findings: readonly Finding[]
}): Policy | null => (policy && isSound(findings) ? policy : null)
