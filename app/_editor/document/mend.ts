import { applyFix } from '@/compiler/language/apply-fix'
import type { Finding } from '@/compiler/language/finding'
import type { EditorState } from './state'

/** Why a finding cannot be mended by its fix just now, in a sentence; `null` where it can. */
export function refusesMending(state: EditorState, finding: Finding | undefined): string | null {
  if (!finding) return 'Go to a finding first (F8).'
  if (!finding.fix) return 'What was meant here only a person knows: this finding offers no fix.'
  // A fix is one of the document that was checked, and leads astray in any other.
  return state.checkedDocument === state.document
    ? null
    : 'The draft has just changed and is being checked; try again in a moment.'
}

/** Applies the fix of a finding, as one undo step of the fix's title. */
export function mend(state: EditorState, { fix }: Finding): void {
  if (!fix) return
  const mended = applyFix(state.document, fix)
  state.edit(fix.title, draft => {
    // Only the parts that the fix is about; the rest are the same objects still.
    const parts = Object.entries(mended).filter(
      ([key, part]) => part !== state.document[key as keyof typeof mended],
    )
    Object.assign(draft, Object.fromEntries(parts))
  })
}

/** The finding that somebody is at: the one led to last, as long as it is there, or one about what is selected. */
export function findingHere({ findings, revealed, selection }: EditorState): Finding | undefined {
  const last = revealed?.finding === undefined ? undefined : findings[revealed.finding]
  if (last && String(last.path) === String(revealed!.path)) return last
  const about = findings.filter(
    ({ nodes, edges }) =>
      nodes?.some(id => selection.nodes.includes(id)) || edges?.some(id => selection.edges.includes(id)),
  )
  return about.find(finding => finding.fix) ?? about[0]
}
