import { check } from '@/compiler/compile'
import { finding } from '@/compiler/language/finding'
import { formFindings } from '@/compiler/language/form-findings'
import { documentSchema, type PolicyDocument } from '@/compiler/language/policy'
import { Refusal } from '../refusal'

/**
 * The document as it was given, if it has the form of a policy named `name`; else it is refused with what is wrong and
 * where. Nothing is reordered or left out: what people save is what they get back.
 */
export function wellFormed(input: unknown, name: string): PolicyDocument {
  const parsed = documentSchema.safeParse(input)
  if (!parsed.success) {
    const told = check(input).findings.filter(({ code }) => code === 'malformed')
    const findings = told.length > 0 ? told : formFindings(parsed.error.issues)
    const [first] = findings
    throw new Refusal('malformed', `The document does not have the form of a policy. ${first!.message}`, {
      findings,
    })
  }
  if (parsed.data.name !== name) {
    const message = `The document's name is "${parsed.data.name}", but the policy's name is "${name}".`
    throw new Refusal('malformed', message, { findings: [finding('malformed', { message, path: ['name'] })] })
  }
  return input as PolicyDocument
}

/** What lists call a policy. A column of text cannot hold U+0000, which a document's title may contain. */
export const titleOf = (document: PolicyDocument) =>
  document.title?.replaceAll('\0', '').trim() || document.name
