import { checkHandbook } from '@/compiler/check-handbook'
import { compileAll } from '@/compiler/compile'
import type { Finding } from '@/compiler/language/finding'
import type { SharedHandbook } from '@/compiler/language/handbook'
import type { PolicyDocument } from '@/compiler/language/policy'
import type { Artifact } from '@/compiler/runtime/artifact'
import type { PolicyKind } from '@/drizzle/schema'
import type { Connection } from '../database/database'
import type { DraftDocument } from '../policies/well-formed'
import { Refusal } from '../refusal'
import { type HandbookReference, referenceOf, takenIn } from './taken-in'

/** A draft as it is published. */
export interface Publishable {
  /** A policy with its handbook resolved, whole in itself; or a handbook under the number that it gets. */
  content: DraftDocument
  /** The version of the shared handbook that was taken in; null where the handbook is its own. */
  takesIn: HandbookReference | null
  findings: Finding[]
  /** In the order of the tiers; handbooks have none. */
  tables: { tier: string; artifact: Artifact }[]
}

/**
 * What is published of a draft as version `number`. What a policy takes in is resolved, so that nothing that becomes of
 * the handbook later changes what was published; a policy with a handbook of its own stays as it was written.
 *
 * @throws Refusal with all findings where some of them are errors.
 */
export async function publishable(
  database: Connection,
  kind: PolicyKind,
  document: DraftDocument,
  number: number,
): Promise<Publishable> {
  if (kind === 'handbook') {
    const { findings } = checkHandbook(document)
    refuseErrors(findings)
    const content = { ...(document as SharedHandbook), version: number }
    return { content, takesIn: null, findings, tables: [] }
  }
  const own = document as PolicyDocument
  const { policy, artifacts, findings } = compileAll(own, { handbook: await takenIn(database, own) })
  if (!policy || !artifacts) refuseErrors(findings)
  const takesIn = referenceOf(own)
  return {
    content: takesIn ? policy! : own,
    takesIn,
    findings,
    tables: policy!.handbook.tiers.map(({ id: tier }) => ({ tier, artifact: artifacts![tier]! })),
  }
}

function refuseErrors(findings: Finding[]): void {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  if (errors === 0) return
  const count = errors === 1 ? 'There is 1 error' : `There are ${errors} errors`
  throw new Refusal('not-ready', `${count} to be mended first.`, { findings })
}
