import type { Code, Finding } from '@/compiler/language/finding'

/** What the checks say of one node or edge: errors first. */
export interface Marks {
  errors: number
  warnings: number
  messages: string[]
}

export const NO_MARKS: Marks = { errors: 0, warnings: 0, messages: [] }

const add = (marks: Map<string, Marks>, id: string, { severity, message }: Finding) => {
  const now = marks.get(id) ?? NO_MARKS
  marks.set(id, {
    errors: now.errors + (severity === 'error' ? 1 : 0),
    warnings: now.warnings + (severity === 'warning' ? 1 : 0),
    messages: severity === 'error' ? [message, ...now.messages] : [...now.messages, message],
  })
}

/** The findings that are about an edge itself; others name the edges that lead to what they are about. */
const ABOUT_EDGES: ReadonlySet<Code> = new Set([
  'malformed',
  'unknown-reference',
  'bad-test',
  'cycle',
  'overlap',
  'never-taken',
])

/** The findings by the node and by the edge that they are about. A finding about a whole path marks where it begins to be wrong: its last node. */
export function marksOf(findings: readonly Finding[]) {
  const nodes = new Map<string, Marks>()
  const edges = new Map<string, Marks>()
  for (const finding of findings) {
    const [node] = finding.code === 'cycle' ? (finding.nodes ?? []) : (finding.nodes ?? []).slice(-1)
    if (node) add(nodes, node, finding)
    if (!ABOUT_EDGES.has(finding.code)) continue
    for (const edge of finding.edges ?? []) add(edges, edge, finding)
  }
  return { nodes, edges }
}
