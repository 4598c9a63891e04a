import { expect } from 'vitest'
import { readGraph } from '@/compiler/1-graph/graph'
import { CHECKS } from '@/compiler/2-checks'
import { Replay } from '@/compiler/2-checks/replay'
import { check as compilerCheck, type Options } from '@/compiler/compile'
import type { Finding } from '@/compiler/language/finding'
import type { Policy } from '@/compiler/language/policy'

/**
 * What the compiler finds, with every example shown to be one: `decide()` follows the chart on it, and shows what the
 * check says that it shows. Every test that raises findings takes `check` from here.
 */
export function check(input: unknown, options?: Options) {
  const checked = compilerCheck(input, options)
  expectShown(checked.policy, checked.findings)
  return checked
}

/** Every finding about behaviour is shown by its witness, and no other one claims to have one. */
export function expectShown(policy: Policy | null, findings: readonly Finding[]) {
  const replay = policy && new Replay(readGraph(policy))
  for (const finding of findings) {
    const { witness } = CHECKS.find(({ code }) => code === finding.code)!
    const said = `${finding.code}: ${finding.message}`
    if ('none' in witness) expect(finding.witness, said).toBeUndefined()
    else
      expect(
        replay !== null && witness.confirms(finding, replay),
        `${said} is not shown by its example`,
      ).toBe(true)
  }
}
