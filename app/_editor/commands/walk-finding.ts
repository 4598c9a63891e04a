import type { Finding } from '@/compiler/language/finding'
import type { EditorState } from '../document/store'
import { defineCommand } from './command'
import { findingHere } from './mend'

/** Leads to a finding, and where it has an example has that walk the chart to it. */
export function showMe(state: EditorState, finding: Finding) {
  const { nodes, edges, path, witness } = finding
  state.reveal({ nodes, edges, path, finding: state.findings.indexOf(finding) })
  // An example is one of the document that was checked, and would walk another one elsewhere.
  if (witness && state.checkedDocument === state.document) state.showWalk(finding)
}

function refusesWalking(state: EditorState): string | null {
  const finding = findingHere(state)
  if (!finding) return 'Go to a finding first (F8).'
  if (!finding.witness) return 'This finding is about the drawing itself: no call can show it.'
  return state.checkedDocument === state.document
    ? null
    : 'The draft has just changed and is being checked; try again in a moment.'
}

export const walkFinding = defineCommand({
  id: 'walk-finding',
  title: 'Show how a call comes to the finding',
  group: 'Go to',
  shortcuts: ['F9'],
  inFields: true,
  refuses: refusesWalking,
  run({ store }) {
    const state = store.getState()
    const finding = findingHere(state)
    if (finding) showMe(state, finding)
  },
})
