import type { z } from 'zod'
import { type Finding, finding } from '@/compiler/language/finding'

type Issue = z.core.$ZodIssue

/** What is wrong with a value's form, each with its place. Of several forms that it could have had, the nearest counts. */
export function malformedFindings(issues: readonly Issue[], start: PropertyKey[] = []): Finding[] {
  return issues.flatMap(issue => {
    const path = [...start, ...issue.path]
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const nearest = [...issue.errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0]!
      return malformedFindings(nearest, path)
    }
    const places = path.map(key => (typeof key === 'number' ? key : String(key)))
    return [
      finding('malformed', {
        message: `${places.join('.') || 'The request'}: ${issue.message}`,
        path: places,
      }),
    ]
  })
}

const depth = (issues: Issue[]) => Math.max(0, ...issues.map(issue => issue.path.length))
