import { check } from './compile'
import type { Code, Finding } from './language/finding'
import { formFindings } from './language/form-findings'
import { type SharedHandbook, sharedHandbookSchema } from './language/handbook'

interface CheckedHandbook {
  /** Null where the document is not of the form of a handbook. */
  handbook: SharedHandbook | null
  /** Their paths lead from the handbook's own root. */
  findings: Finding[]
}

/** A chart that uses nothing of a handbook, so that what is found is about the handbook alone. */
const IDLE = {
  nodes: [
    { id: 'start', kind: 'start' },
    { id: 'end', kind: 'close', result: 'resolved' },
  ],
  edges: [{ id: 'line', from: 'start', to: 'end' }],
}

/** What only a chart can answer for: that it leaves an entry unused, or breaks a guardrail. */
const OF_CHARTS: readonly Code[] = ['unused', 'guardrail']

/** What the form of a policy calls a place of its handbook, as the handbook's own place. */
const HEADING = ['title', 'name']

/**
 * Everything that is to be said about a shared handbook by itself, before any policy takes it in. Never throws, whatever
 * it is given.
 */
export function checkHandbook(input: unknown): CheckedHandbook {
  const parsed = sharedHandbookSchema.safeParse(input)
  if (!parsed.success) return { handbook: null, findings: formFindings(parsed.error.issues) }
  const { format: _, version: __, name, title, ...handbook } = parsed.data
  const policy = {
    format: 'remit/1',
    name,
    ...(title !== undefined && { title }),
    // Clocks are read in the time zone of the policy that takes it in.
    timeZone: 'UTC',
    handbook,
    chart: IDLE,
  }
  const findings = check(policy).findings.flatMap(({ path = [], ...found }): Finding[] => {
    const [part, ...rest] = path
    if (part === 'handbook' && !OF_CHARTS.includes(found.code)) return [moved({ ...found, path: rest }, 1)]
    return HEADING.includes(String(part)) ? [{ ...found, path }] : []
  })
  return { handbook: parsed.data, findings }
}

/** A finding whose fix is an edit of the handbook itself: so many keys of each path are left out. */
function moved(found: Finding, keys: number): Finding {
  if (!found.fix) return found
  const edits = found.fix.edits.map(({ path, ...edit }) => ({ ...edit, path: path.slice(keys) }))
  return { ...found, fix: { ...found.fix, edits } }
}
