import type { Outputs } from '../_shell/trpc'

export type Proposal = Outputs['proposals']['get']
export type ContentProposal = Extract<Proposal, { kind: 'content' }>
export type ApprovalsProposal = Extract<Proposal, { kind: 'approvals' }>
