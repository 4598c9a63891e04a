import { TooLarge } from '@/compiler/3-diagram/too-large'
import { compareAll } from '@/compiler/compare/compare'
import { type DocumentsTold, type Told, tell, tellDocuments } from '@/compiler/compare/told/tell'
import { TooDifferent } from '@/compiler/compare/too-different'
import { inspect } from '@/compiler/compile'
import type { Finding } from '@/compiler/language/finding'
import type { SharedHandbook } from '@/compiler/language/handbook'
import type { Policy, PolicyDocument } from '@/compiler/language/policy'
import { Memory } from '@/compiler/memory/memory'

export interface CompareRequest {
  from: PolicyDocument
  to: PolicyDocument
  /** What they take in, where they take in a shared handbook. */
  handbooks?: Partial<Record<Which, SharedHandbook | null>>
}

export type Which = 'from' | 'to'

/** What is being done, while it is. */
export type Progress =
  | { is: 'checking'; which: Which }
  | { is: 'comparing'; tier: string; index: number; of: number }

/** Why two versions cannot be compared. */
export type Refusal = { is: 'errors'; which: Which; findings: Finding[] } | Unfinished

/** The decisions could not be held against each other in full; the documents can. */
export interface Unfinished {
  is: 'too-large' | 'too-different'
  tier: string
  told: DocumentsTold
  policies: Record<Which, Policy>
}

/** A comparison with what it was made from: the policies with their handbooks resolved, and what is found in them today. */
export interface Answer {
  is: 'told'
  told: Told
  policies: Record<Which, Policy>
  findings: Record<Which, Finding[]>
}

export type CompareAnswer = Progress | Refusal | Answer

/** Compares two documents, and says on the way what it does. The last thing said is the answer, or why there is none. */
export function compareDocuments(
  { from, to, handbooks }: CompareRequest,
  say: (answer: CompareAnswer) => void,
): void {
  // Two versions have most in common: what was worked out of the one need not be worked out again of the other.
  const memory = new Memory()
  say({ is: 'checking', which: 'from' })
  const old = inspect(from, { handbook: handbooks?.from ?? undefined, memory })
  say({ is: 'checking', which: 'to' })
  const next = inspect(to, { handbook: handbooks?.to ?? undefined, memory })
  say(compareInspected(old, next, say))
}

/** The same, of two that have been checked already. */
export const compareInspected = (
  old: Inspected,
  next: Inspected,
  say: (progress: Progress) => void,
): Refusal | Answer =>
  refusal('from', old) ?? refusal('to', next) ?? compared(old as Sound, next as Sound, say)

type Inspected = ReturnType<typeof inspect>
/** Without errors: there is a policy, and tables can be made of it. */
type Sound = { [K in keyof Inspected]: NonNullable<Inspected[K]> }

function refusal(which: Which, { tables, findings }: Inspected): Refusal | null {
  const errors = findings.filter(({ severity }) => severity === 'error')
  return tables && errors.length === 0 ? null : { is: 'errors', which, findings: errors }
}

function compared(old: Sound, next: Sound, say: (progress: Progress) => void): Refusal | Answer {
  let tier = ''
  const policies = { from: old.policy, to: next.policy }
  try {
    const found = compareAll(old.tables, next.tables, {
      onTier: (name, index, of) => {
        tier = name
        say({ is: 'comparing', tier, index, of })
      },
    })
    return {
      is: 'told',
      told: tell(found),
      policies,
      findings: { from: old.findings, to: next.findings },
    }
  } catch (caught) {
    const is =
      caught instanceof TooDifferent ? 'too-different' : caught instanceof TooLarge ? 'too-large' : null
    if (is === null) throw caught
    return { is, tier, told: tellDocuments(old.policy, next.policy), policies }
  }
}
