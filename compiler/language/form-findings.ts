import { distance } from 'fastest-levenshtein'
import type { z } from 'zod'
import { type Finding, type Fix, finding } from './finding'
import { KINDS } from './kinds'

type Path = (string | number)[]

/** What a message calls a place of a document. */
export const placeName = (path: Path, whole = 'The document') =>
  path.length === 0 ? whole : `“${path.join('.')}”`

/**
 * What zod found, as findings: one for each place, with the nearest name for a field that is unknown; a hundred at most.
 * `whole` is what messages call the value itself. Of an `input` they offer to put right what is only misspelt: whether
 * that is right in its place is for the reader to try.
 */
export function formFindings(
  issues: readonly z.core.$ZodIssue[],
  whole = 'The document',
  input?: unknown,
): Finding[] {
  const findings: Finding[] = []
  const visit = (issues: readonly z.core.$ZodIssue[], base: Path) => {
    for (const issue of issues) {
      const path = [...base, ...(issue.path as Path)]
      if (issue.code === 'invalid_union' && issue.errors.length > 0) {
        // The alternative that came furthest is the one that was meant; of two, the one with less to say against it.
        const meant = issue.errors.reduce((a, b) =>
          (furthest(b) - furthest(a) || a.length - b.length) > 0 ? b : a,
        )
        visit(meant, path)
      } else if (issue.code === 'unrecognized_keys')
        for (const key of issue.keys)
          findings.push(
            finding('malformed', {
              message: `${placeName(path, whole)} has no field “${key}”.${didYouMean(nearestField(key))}`,
              path: [...path, key],
              ...renamed(path, key, input),
            }),
          )
      else if (issue.code === 'invalid_key') visit(issue.issues, path)
      else
        findings.push(
          finding('malformed', {
            message: `${placeName(path, whole)} ${wrong(issue)}.`,
            path,
            ...respelt(path, issue, input),
          }),
        )
    }
  }
  visit(issues, [])
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
      return issue.origin === 'array' || (issue.origin === 'string' && issue.minimum === 1)
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

const didYouMean = (name: string | undefined) => (name === undefined ? '' : ` Did you mean “${name}”?`)

const nearestField = (key: string) => nearest(key, FIELDS)

function nearest(name: string, names: readonly string[]): string | undefined {
  const close = names
    .map(known => ({ known, off: distance(known.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.off - b.off)[0]
  return close && close.known !== name && close.off <= Math.min(2, Math.floor(name.length / 2))
    ? close.known
    : undefined
}

const valueAt = (input: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<string | number, unknown> | undefined)?.[key], input)

/** A field under its nearest name, where there is none of that name already. */
function renamed(path: Path, key: string, input: unknown): { fix?: Fix } {
  const owner = valueAt(input, path) as Record<string, unknown> | undefined
  const meant = nearestField(key)
  if (owner === undefined || meant === undefined || Object.hasOwn(owner, meant)) return {}
  return {
    fix: {
      title: `Write “${meant}”`,
      edits: [{ path: [...path, key] }, { path: [...path, meant], value: owner[key] }],
    },
  }
}

/** One of the values that there may be, in the place of one that is nearly it. */
function respelt(path: Path, issue: z.core.$ZodIssue, input: unknown): { fix?: Fix } {
  const there = valueAt(input, path)
  const names =
    issue.code === 'invalid_value'
      ? issue.values.filter(value => typeof value === 'string')
      : issue.code === 'invalid_union'
        ? Object.keys(KINDS)
        : []
  const meant = typeof there === 'string' ? nearest(there, names) : undefined
  return meant === undefined
    ? {}
    : { fix: { title: `Write ${JSON.stringify(meant)}`, edits: [{ path, value: meant }] } }
}
