import { checkHandbook } from '@/compiler/check-handbook'
import { check } from '@/compiler/compile'
import { type Finding, finding } from '@/compiler/language/finding'
import { formFindings } from '@/compiler/language/form-findings'
import { type SharedHandbook, sharedHandbookSchema } from '@/compiler/language/handbook'
import { documentSchema, type PolicyDocument } from '@/compiler/language/policy'
import type { PolicyKind } from '@/drizzle/schema'
import { Refusal } from '../refusal'

/** What a draft may hold. */
export type DraftDocument = PolicyDocument | SharedHandbook

/** What kind of thing a document says that it is; what says nothing is meant to be a policy. */
export const kindOf = (input: unknown): PolicyKind =>
  (input as { format?: unknown } | null)?.format === sharedHandbookSchema.shape.format.value
    ? 'handbook'
    : 'policy'

/**
 * The document as it was given, if it has the form of a policy named `name`; else it is refused with what is wrong and
 * where. Nothing is reordered or left out: what people save is what they get back.
 */
export function wellFormed(input: unknown, name: string): PolicyDocument {
  const parsed = documentSchema.safeParse(input)
  if (!parsed.success) {
    const told = check(input).findings.filter(({ code }) => code === 'malformed')
    refuseForm('policy', told.length > 0 ? told : formFindings(parsed.error.issues))
  }
  refuseOtherName('policy', parsed.data.name, name)
  return input as PolicyDocument
}

/** The same, of a handbook that policies share. */
export function wellFormedHandbook(input: unknown, name: string): SharedHandbook {
  const { handbook, findings } = checkHandbook(input)
  if (!handbook) refuseForm('handbook', findings)
  refuseOtherName('handbook', handbook.name, name)
  return input as SharedHandbook
}

/** Either, by the kind that it has to be. */
export const wellFormedAs = {
  policy: wellFormed,
  handbook: wellFormedHandbook,
} as const satisfies Record<PolicyKind, (input: unknown, name: string) => DraftDocument>

function refuseForm(kind: PolicyKind, findings: Finding[]): never {
  const message = `The document does not have the form of a ${kind}. ${findings[0]!.message}`
  throw new Refusal('malformed', message, { findings })
}

function refuseOtherName(kind: PolicyKind, own: string, name: string): void {
  if (own === name) return
  const message = `The document's name is "${own}", but the ${kind}'s name is "${name}".`
  throw new Refusal('malformed', message, { findings: [finding('malformed', { message, path: ['name'] })] })
}

/** What lists call it. A column of text cannot hold U+0000, which a document's title may contain. */
export const titleOf = (document: DraftDocument) =>
  document.title?.replaceAll('\0', '').trim() || document.name
