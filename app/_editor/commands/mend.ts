import { applyFix } from '@/compiler/language/apply-fix'
import type { Finding } from '@/compiler/language/finding'
import type { PolicyDocument } from '@/compiler/language/policy'
import type { Bounds } from '../canvas/boxes'
import { placeAgain, placeNew } from '../canvas/placing'
import { cardSize } from '../canvas/sizes'
import { place, settle } from '../document/chart-edits'
import { handbookOf } from '../document/handbook-of'
import { bandTiers } from '../document/path-tiers'
import type { EditorState } from '../document/state'
import type { CommandContext } from './command'

type Mending = Pick<CommandContext, 'store' | 'canvas'>

/** Why a finding cannot be mended by its fix just now, in a sentence; `null` where it can. */
export function refusesMending(state: EditorState, finding: Finding | undefined): string | null {
  if (!finding) return 'Go to a finding first (F8).'
  if (!finding.fix) return 'What was meant here only a person knows: this finding offers no fix.'
  // A fix is one of the document that was checked, and leads astray in any other.
  return state.checkedDocument === state.document
    ? null
    : 'The draft has just changed and is being checked; try again in a moment.'
}

/** Applies the fix of a finding, as one undo step of the fix's title. New cards, and those that change their tier, find their place. */
export function mend({ store, canvas }: Mending, { fix }: Finding): void {
  if (!fix) return
  const before = store.getState()
  before.step(fix.title, () => {
    const mended = applyFix(before.document, fix)
    const boxes = new Map(canvas.boxes())
    before.edit(fix.title, draft => {
      // Only the parts that the fix is about; the rest are the same objects still.
      for (const [key, part] of Object.entries(mended))
        if (part !== before.document[key as keyof PolicyDocument]) Object.assign(draft, { [key]: part })
    })
    const there = new Set(before.document.chart.nodes.map(({ id }) => id))
    const fresh = mended.chart.nodes.filter(({ id }) => !there.has(id))
    for (const node of fresh) putIn(store.getState(), boxes, node, canvas)
    const moved = placeAgain(before, store.getState(), boxes)
    if (moved.size === 0) return
    before.edit(fix.title, draft => {
      settle(draft, boxes)
      place(draft, moved)
    })
    // Now that what it leads to is in its band, there may be room beside that.
    for (const [id, at] of moved) boxes.set(id, { ...boxes.get(id)!, ...at })
    for (const { id } of fresh) boxes.delete(id)
    for (const node of fresh) putIn(store.getState(), boxes, node, canvas)
  })
}

/** Puts a card that has come where its lines lead: behind the step that leads to it, before the one that it leads to. */
function putIn(
  state: EditorState,
  boxes: Map<string, Bounds>,
  node: PolicyDocument['chart']['nodes'][number],
  canvas: Mending['canvas'],
) {
  const { edges } = state.document.chart
  const from = edges.find(edge => edge.to === node.id)?.from
  const on = edges.find(edge => edge.from === node.id)?.to
  const handbook = handbookOf(state)
  const { spot, moved } = placeNew(state, boxes, {
    node,
    tier: bandTiers(state.document, handbook.tiers).get(from ?? '') ?? 0,
    behind: boxes.get(from ?? '') ?? canvas.centre(),
    before: boxes.get(on ?? ''),
  })
  const places = new Map([...moved, [node.id, spot] as const])
  state.edit('Place', draft => {
    settle(draft, boxes)
    place(draft, places)
  })
  boxes.set(node.id, { ...spot, ...cardSize(node, [], handbook) })
  for (const [id, at] of moved) boxes.set(id, { ...boxes.get(id)!, ...at })
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
