import type { EditorState } from '../document/store'
import { readOnlyRefusal } from './command'

/**
 * Why the draft cannot be proposed, as far as it has been checked: while a check is under way, what the last one found
 * counts, and the dialog waits for the next. Errors come with what the first of them is.
 */
export function refusesProposing(state: EditorState): string | null {
  const only = readOnlyRefusal(state)
  if (only) return only
  if (state.save.state === 'conflict') return 'Decide first which of the two drafts goes on.'
  if (!state.checkedDocument) return 'The draft is still being checked.'
  const errors = state.findings.filter(finding => finding.severity === 'error')
  const [first] = errors
  if (!first) return null
  return errors.length === 1
    ? `One error has to be mended first: ${first.message}`
    : `${errors.length} errors have to be mended first. The first: ${first.message}`
}
