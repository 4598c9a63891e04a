import type { Memory, Shelf } from '../memory/memory'
import { sharing } from '../memory/sharing'
import { applyFix } from './apply-fix'
import { type Finding, finding } from './finding'
import { formFindings, placeName } from './form-findings'
import { handbookFromSchema, handbookSchema, type SharedHandbook } from './handbook'
import { type Policy, type PolicyDocument, policySchema } from './policy'

type Path = (string | number)[]

interface ReadDocument {
  policy: Policy | null
  document: PolicyDocument | null
  findings: Finding[]
}

/** The policy that was read last. */
class LastRead implements Shelf {
  readonly size = 0
  policy: Policy | null = null
}

/**
 * A document as a policy: of the right form, with its shared handbook taken in. Where it cannot be read, findings say
 * where and why, and `policy` is null. With a memory, whatever the policy has in common with the one before is the same object.
 */
export function readDocument(input: unknown, shared?: SharedHandbook, memory?: Memory): ReadDocument {
  const read = readAfresh(input, shared)
  const last = memory?.shelf(LastRead)
  if (!last || !read.policy) return read
  const policy = sharing(last.policy, read.policy)
  last.policy = policy
  return { ...read, policy }
}

function readAfresh(input: unknown, shared?: SharedHandbook): ReadDocument {
  const loose = unsayable(input)
  if (loose.length > 0) return { policy: null, document: null, findings: loose }
  const schema = refersToShared(input) ? policySchema.extend({ handbook: handbookFromSchema }) : policySchema
  const parsed = schema.safeParse(input)
  if (!parsed.success) {
    const read = (document: unknown) => {
      const { error } = schema.safeParse(document)
      return error ? formFindings(error.issues, undefined, document) : []
    }
    return { policy: null, document: null, findings: tried(read(input), input, read) }
  }
  const document = parsed.data as PolicyDocument
  if (!('from' in document.handbook)) return { policy: document as Policy, document, findings: [] }
  return { ...takeIn(document, shared), document }
}

const refersToShared = (input: unknown) =>
  typeof input === 'object' &&
  input !== null &&
  'handbook' in input &&
  typeof input.handbook === 'object' &&
  input.handbook !== null &&
  'from' in input.handbook

/** The policy with the shared entries and its own. */
function takeIn(
  document: PolicyDocument,
  shared: SharedHandbook | undefined,
): { policy: Policy | null; findings: Finding[] } {
  const own = handbookFromSchema.parse(document.handbook)
  const path = ['handbook', 'from']
  if (!shared || shared.name !== own.from.name || shared.version !== own.from.version) {
    const there = shared ? `; there is “${shared.name}” version ${shared.version}` : ''
    const message = `The shared handbook “${own.from.name}” version ${own.from.version} was not found${there}.`
    return { policy: null, findings: [finding('unknown-reference', { message, path })] }
  }
  const findings: Finding[] = []
  const both = <T>(kind: 'facts' | 'actions', theirs: Record<string, T>, ours: Record<string, T> = {}) => {
    for (const name of Object.keys(ours))
      if (Object.hasOwn(theirs, name))
        findings.push(
          finding('malformed', {
            message: `“${name}” is in the shared handbook already; an entry of the policy's own needs another name.`,
            path: ['handbook', kind, name],
          }),
        )
    return { ...theirs, ...ours }
  }
  const facts = both('facts', shared.facts, own.facts)
  const actions = both('actions', shared.actions, own.actions)
  own.guardrails?.forEach((rule, i) => {
    if (shared.guardrails?.some(other => other.id === rule.id))
      findings.push(
        finding('malformed', {
          message: `The guardrail “${rule.id}” is in the shared handbook already.`,
          path: ['handbook', 'guardrails', i, 'id'],
        }),
      )
  })
  if (findings.length > 0) return { policy: null, findings }
  const guardrails = [...(shared.guardrails ?? []), ...(own.guardrails ?? [])]
  const handbook = handbookSchema.parse({ tiers: shared.tiers, facts, actions, guardrails })
  return { policy: { ...document, handbook }, findings }
}

/** More slips than this are not put right one by one. */
const MOST_TRIED = 5

/** Findings with the fixes that leave less to be found: the nearest name may be one that has no business there. */
function tried(findings: Finding[], input: unknown, read: (document: unknown) => Finding[]): Finding[] {
  let left = MOST_TRIED
  return findings.map(({ fix, ...found }) =>
    fix && left-- > 0 && read(applyFix(input, fix)).length < findings.length ? { ...found, fix } : found,
  )
}

/** Deeper than this no policy is nested. */
const DEEPEST = 40

/** Whether there is nothing unsayable in a value, which is soon seen. */
function isSayable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  if (depth >= DEEPEST) return false
  for (const key of Object.keys(value)) {
    if (key === '__proto__' || !key.isWellFormed()) return false
    if (!isSayable((value as Record<string, unknown>)[key], depth + 1)) return false
  }
  return true
}

/** Texts with half of a surrogate pair, and numbers that JSON cannot say: no artifact could hold them. */
function unsayable(input: unknown): Finding[] {
  if (isSayable(input)) return []
  const findings: Finding[] = []
  const open: { value: unknown; path: Path }[] = [{ value: input, path: [] }]
  for (let at = open.pop(); at; at = open.pop()) {
    const { value, path } = at
    if (typeof value === 'string' && !value.isWellFormed())
      findings.push(
        finding('malformed', { message: `${placeName(path)} has half of a surrogate pair in it.`, path }),
      )
    else if (typeof value === 'object' && value !== null) {
      if (path.length >= DEEPEST) {
        const message = `${placeName(path.slice(0, 4))} is nested deeper than any policy.`
        return [finding('malformed', { message, path: path.slice(0, 4) })]
      }
      for (const [key, member] of Object.entries(value)) {
        const step = Array.isArray(value) ? Number(key) : key
        if (!key.isWellFormed() || key === '__proto__')
          findings.push(
            finding('malformed', {
              message: `${placeName(path)} has a name in it that cannot be one.`,
              path,
            }),
          )
        else open.push({ value: member, path: [...path, step] })
      }
    }
  }
  return findings.slice(0, 100)
}
