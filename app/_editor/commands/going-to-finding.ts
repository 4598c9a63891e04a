import type { EditorState } from '../document/store'
import { defineCommand } from './command'

/** The finding that is led to from here; one that is about what is selected counts as the place where one is. */
function nextIndex({ findings, selection, revealed }: EditorState, by: 1 | -1): number {
  const last = revealed?.finding
  if (last !== undefined && findings[last]) return (last + by + findings.length) % findings.length
  const here = findings.findIndex(
    finding =>
      finding.nodes?.some(id => selection.nodes.includes(id)) ||
      finding.edges?.some(id => selection.edges.includes(id)),
  )
  if (here < 0) return by === 1 ? 0 : findings.length - 1
  return (here + by + findings.length) % findings.length
}

/** The command that leads to the finding after, or before, the one led to last; behind the last comes the first. */
export const goingToFinding = (id: string, title: string, shortcut: string, by: 1 | -1) =>
  defineCommand({
    id,
    title,
    group: 'Go to',
    shortcuts: [shortcut],
    inFields: true,
    refuses: state => (state.findings.length === 0 ? 'There are no findings.' : null),
    run({ store, canvas }) {
      const state = store.getState()
      const index = nextIndex(state, by)
      const finding = state.findings[index]
      if (!finding) return
      state.reveal({ nodes: finding.nodes, edges: finding.edges, path: finding.path, finding: index })
      state.showBottom('findings')
      if (finding.nodes?.[0]) canvas.focus(finding.nodes[0])
    },
  })
