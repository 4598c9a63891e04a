import type { Role } from '@/drizzle/schema'
import type { ProposalRow } from './find-proposal'

/** What there is to know of a proposal to say who may do what with it. */
export interface Situation {
  kind: ProposalRow['kind']
  outcome: ProposalRow['outcome']
  /** Ids of everybody who had a hand in it. */
  editors: string[]
  /** Ids of those whose approval stands. */
  approvedBy: string[]
  approvals: number
  needed: number
}

export interface Asking {
  id: string
  role: Role
  approves: boolean
}

/** Why somebody may not do something with a proposal, as a sentence for them; null where they may. */
type Rule = (situation: Situation, who: Asking) => string | null

const CLOSED: Record<NonNullable<ProposalRow['outcome']>, string> = {
  applied: 'This proposal was carried out already.',
  withdrawn: 'This proposal was withdrawn.',
  returned: 'This proposal was sent back.',
  replaced: 'Another proposal took the place of this one.',
}
const closed = ({ outcome }: Situation) => outcome && CLOSED[outcome]
const auditor = ({ role }: Asking) => role === 'auditor' && 'Auditors can see everything and change nothing.'
const mayNotApprove = ({ approves }: Asking) =>
  !approves && 'You do not have the right to approve. An administrator gives it, on the page “People”.'

export const REFUSALS = {
  approve: (situation, who) =>
    closed(situation) ||
    auditor(who) ||
    (situation.editors.includes(who.id) &&
      (situation.kind === 'content'
        ? 'You edited this: somebody else has to approve it.'
        : 'You proposed this: somebody else has to approve it.')) ||
    mayNotApprove(who) ||
    (situation.approvedBy.includes(who.id) && 'You have approved this.') ||
    null,
  takeBack: (situation, who) =>
    closed(situation) ||
    auditor(who) ||
    (!situation.approvedBy.includes(who.id) && 'There is no approval of yours to take back.') ||
    null,
  sendBack: (situation, who) =>
    closed(situation) ||
    auditor(who) ||
    (situation.editors.includes(who.id) && 'You had a hand in this: withdraw it instead.') ||
    mayNotApprove(who) ||
    null,
  withdraw: (situation, who) => closed(situation) || auditor(who) || null,
  publish: (situation, who) =>
    closed(situation) ||
    auditor(who) ||
    (situation.kind !== 'content' && 'This holds by itself as soon as enough people have approved it.') ||
    lacking(situation) ||
    null,
} as const satisfies Record<string, Rule>
export type ProposalAct = keyof typeof REFUSALS

function lacking({ approvals, needed }: Situation): string | null {
  const missing = needed - approvals
  if (missing <= 0) return null
  return missing === 1 ? 'One more approval is needed.' : `${missing} more approvals are needed.`
}
