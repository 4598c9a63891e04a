import { distance } from 'fastest-levenshtein'
import type { z } from 'zod'
import { type Finding, finding } from './finding'
import { handbookFromSchema, handbookSchema, type SharedHandbook } from './handbook'
import { KINDS } from './kinds'
import { type Policy, type PolicyDocument, policySchema } from './policy'

type Path = (string | number)[]

/**
 * A document as a policy: of the right form, with its shared handbook taken in. Where it cannot be read, findings say
 * where and why, and `policy` is null.
 */
export function readDocument(
  input: unknown,
  shared?: SharedHandbook,
): { policy: Policy | null; document: PolicyDocument | null; findings: Finding[] } {
  const loose = unsayable(input)
  if (loose.length > 0) return { policy: null, document: null, findings: loose }
  const schema = refersToShared(input) ? policySchema.extend({ handbook: handbookFromSchema }) : policySchema
  const parsed = schema.safeParse(input)
  if (!parsed.success) return { policy: null, document: null, findings: malformed(parsed.error) }
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

/** Texts with half of a surrogate pair, and numbers that JSON cannot say: no artifact could hold them. */
function unsayable(input: unknown): Finding[] {
  const findings: Finding[] = []
  const open: { value: unknown; path: Path }[] = [{ value: input, path: [] }]
  for (let at = open.pop(); at; at = open.pop()) {
    const { value, path } = at
    if (typeof value === 'string' && !value.isWellFormed())
      findings.push(
        finding('malformed', { message: `${place(path)} has half of a surrogate pair in it.`, path }),
      )
    else if (typeof value === 'object' && value !== null) {
      if (path.length >= 40) {
        const message = `${place(path.slice(0, 4))} is nested deeper than any policy.`
        return [finding('malformed', { message, path: path.slice(0, 4) })]
      }
      for (const [key, member] of Object.entries(value)) {
        const step = Array.isArray(value) ? Number(key) : key
        if (!key.isWellFormed() || key === '__proto__')
          findings.push(
            finding('malformed', { message: `${place(path)} has a name in it that cannot be one.`, path }),
          )
        else open.push({ value: member, path: [...path, step] })
      }
    }
  }
  return findings.slice(0, 100)
}

const place = (path: Path) => (path.length === 0 ? 'The document' : `“${path.join('.')}”`)

/** What zod found, one finding for each place, with the nearest name for one that is unknown. */
function malformed(error: z.ZodError): Finding[] {
  const findings: Finding[] = []
  const visit = (issues: readonly z.core.$ZodIssue[], base: Path) => {
    for (const issue of issues) {
      const path = [...base, ...(issue.path as Path)]
      if (issue.code === 'invalid_union' && issue.errors.length > 0) {
        // The alternative that came furthest is the one that was meant.
        const meant = issue.errors.reduce((a, b) => (furthest(b) > furthest(a) ? b : a))
        visit(meant, path)
      } else if (issue.code === 'unrecognized_keys')
        for (const key of issue.keys)
          findings.push(
            finding('malformed', {
              message: `${place(path)} has no field “${key}”.${nearest(key)}`,
              path: [...path, key],
            }),
          )
      else if (issue.code === 'invalid_key') visit(issue.issues, path)
      else findings.push(finding('malformed', { message: `${place(path)} ${wrong(issue)}.`, path }))
    }
  }
  visit(error.issues, [])
  return findings.slice(0, 100)
}

const furthest = (issues: readonly z.core.$ZodIssue[]) =>
  Math.max(...issues.map(issue => issue.path.length + (issue.code === 'unrecognized_keys' ? 0.5 : 0)))

const FORMS: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

const listed = (values: readonly unknown[]) => values.map(value => JSON.stringify(value)).join(', ')

/** What is wrong with the value at a place, to go on after its name. */
function wrong(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      // zod says of what is not there only that it is undefined.
      return issue.message.endsWith('received undefined')
        ? 'is missing'
        : `has to be ${FORMS[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return issue.values.length === 1
        ? `has to be ${listed(issue.values)}`
        : `has to be one of ${listed(issue.values)}`
    case 'invalid_union':
      return `has to be one of ${listed(Object.keys(KINDS))}`
    case 'too_small':
      return issue.origin === 'array'
        ? 'is empty'
        : `has to be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`
    case 'too_big':
      return `has to be ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`
    default:
      return issue.message.replace(/\.$/, '')
  }
}

const FIELDS = [
  'format name title timeZone handbook chart scenarios tiers facts actions guardrails from version id type allowedValues step',
  'mayBeUnknown source team ask guidance volunteered neverSay about shares private params grants requires exception when tier',
  'never always nodes edges kind position say note why minutes priority hit action with to mode within result options text',
  'otherwise expect asked steps says end',
]
  .join(' ')
  .split(' ')

function nearest(key: string): string {
  const close = FIELDS.map(field => ({ field, off: distance(field.toLowerCase(), key.toLowerCase()) })).sort(
    (a, b) => a.off - b.off,
  )[0]!
  return close.off > 0 && close.off <= Math.min(2, Math.floor(key.length / 3))
    ? ` Did you mean “${close.field}”?`
    : ''
}
